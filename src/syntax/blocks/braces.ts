/** The offset behind the `}` that closes the expression beginning with `{` at `start`; -1 when none does. */
export function bracesEnd(text: string, start: number): number {
  // Open braces, and the template literals that they stand in.
  const open: ('{' | '`')[] = [];
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (open.at(-1) === '`') {
      if (char === '\\') at++;
      else if (char === '`') open.pop();
      else if (char === '$' && text[at + 1] === '{') {
        open.push('{');
        at++;
      }
    } else if (char === '`' || char === '{') open.push(char);
    else if (char === '"' || char === "'") at = quoteEnd(text, at);
    else if (char === '/' && (text[at + 1] === '*' || text[at + 1] === '/')) at = commentEnd(text, at);
    else if (char === '}') {
      open.pop();
      if (open.length === 0) return at + 1;
    }
  }
  return -1;
}

/** The offset of the closing quote. A string ends with its line: an apostrophe in a regex opens none. */
function quoteEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[start]) return at;
  }
  return start;
}

function commentEnd(text: string, start: number): number {
  const isBlock = text[start + 1] === '*';
  const end = text.indexOf(isBlock ? '*/' : '\n', start + 2);
  if (end === -1) return text.length;
  return isBlock ? end + 1 : end;
}
