/** 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The 1-based line that `offset` lies in. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let index = text.indexOf('\n'); index !== -1 && index < offset; index = text.indexOf('\n', index + 1))
    line++;
  return line;
}

/** The offset of the first character of the line that `offset` lies in. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The line that `offset` lies in, without the space around it. */
export function lineText(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(lineStart(text, offset), end === -1 ? undefined : end).trim();
}

export function positionAt(text: string, offset: number): Position {
  return { line: lineAt(text, offset), column: offset - lineStart(text, offset) + 1 };
}
