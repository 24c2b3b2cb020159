import { bracesEnd } from './braces.js';

/** `<name attribute="value">` or `</name>`. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  /** Values by names in lower case; empty for an attribute without one. The first of a name counts. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  /** Behind the `>`. */
  readonly end: number;
  readonly isClosing: boolean;
  readonly isSelfClosing: boolean;
}

/**
 * The tag that begins with `<` at `start`; undefined when the file ends within it.
 *
 * @param hasBraces attributes may be `{name}` or `name={expression}`
 */
export function readTag(text: string, start: number, hasBraces: boolean): Tag | undefined {
  const head = match(/<(\/?)([^\s/>]+)/y, text, start);
  if (!head) return undefined;
  const attributes = new Map<string, string>();
  let at = start + head[0].length;
  for (;;) {
    at += match(/[\s/]*/y, text, at)?.[0].length ?? 0;
    if (at >= text.length) return undefined;
    if (text[at] === '>') break;
    const [name, end] = readPart(text, at, hasBraces, /[^\s=/>]*/y);
    const equals = match(/\s*=\s*/y, text, end)?.[0].length;
    const [value, next] =
      equals === undefined ? ['', end] : readPart(text, end + equals, hasBraces, /[^\s>]*/y);
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, value);
    // A stray sign is part of no attribute.
    at = Math.max(next, at + 1);
  }
  return {
    name: (head[2] ?? '').toLowerCase(),
    attributes,
    start,
    end: at + 1,
    isClosing: head[1] === '/',
    isSelfClosing: text[at - 1] === '/',
  };
}

/** An attribute's name or value, and where it ends. */
function readPart(text: string, at: number, hasBraces: boolean, bare: RegExp): [value: string, end: number] {
  const first = text[at];
  if (first === '"' || first === "'" || (hasBraces && first === '`')) {
    const end = text.indexOf(first, at + 1);
    return end === -1 ? [text.slice(at + 1), text.length] : [text.slice(at + 1, end), end + 1];
  }
  if (hasBraces && first === '{') {
    const end = bracesEnd(text, at);
    return [text.slice(at, end === -1 ? text.length : end), end === -1 ? text.length : end];
  }
  const value = match(bare, text, at)?.[0] ?? '';
  return [value, at + value.length];
}

function match(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
