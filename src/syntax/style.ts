/** How a file is written, as far as inserted code has to follow it. */
export interface Style {
  readonly eol: '\n' | '\r\n';
  readonly quote: "'" | '"';
  /** One level of indentation. */
  readonly indent: string;
  readonly semicolons: boolean;
}

/** The last line of a longer statement that has no semicolon; nothing goes on behind it. */
const BARE_END = /^[ \t]*[}\])]*\)[ \t]*\r?$(?!\s*[.)\],;])/gm;

/** What a project tells its formatter; what it does not say is not there. */
export interface Formatting extends Partial<Pick<Style, 'quote' | 'indent' | 'semicolons'>> {
  /** Lines longer than this are broken. */
  readonly width?: number;
  /** The columns that a tab takes. */
  readonly tabWidth?: number;
  /** Where a comma follows the last of several lines: in all lists, not behind arguments, or nowhere. */
  readonly commas?: 'all' | 'es5' | 'none';
}

/**
 * An apostrophe in a comment has no second one on its line, or stands between letters; behind `=` it is an attribute of
 * JSX, which has quotes of its own.
 */
const SINGLE_QUOTED = /(?<![\w'=])'[^'"\n]*'(?!\w)/g;
const DOUBLE_QUOTED = /(?<![\w"=])"[^'"\n]*"(?!\w)/g;

/** So many characters of a file show its style. */
const SHOWN = 64_000;
/** A line that is a whole statement and has no semicolon, or begins a longer one. */
const BARE_STATEMENT = /^[ \t]*(?:import|const|let|return|await|throw)\b.*[\w'"`)\]][ \t]*\r?$/gm;

/**
 * Reads the style off a file's text; what it, or the beginning of a long one, has more of wins.
 *
 * @param told decides where the text shows nothing
 */
export function styleOf(whole: string, told: Formatting = {}): Style {
  const text = whole.slice(0, SHOWN);
  const count = (pattern: RegExp): number => countOf(pattern, text);
  const [double, single] = [count(DOUBLE_QUOTED), count(SINGLE_QUOTED)];
  const [ended, bare] = [count(/;[ \t]*\r?$/gm), count(BARE_STATEMENT) + count(BARE_END)];
  return {
    eol: count(/\r\n/g) * 2 > count(/\n/g) ? '\r\n' : '\n',
    quote: double === single ? (told.quote ?? "'") : double > single ? '"' : "'",
    indent: indentOf(text) ?? told.indent ?? '  ',
    semicolons: ended === bare ? (told.semicolons ?? true) : ended > bare,
  };
}

/** A string literal in the file's quotes. */
export function quoted(text: string, { quote }: Style): string {
  const json = JSON.stringify(text);
  return quote === '"' ? json : `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** The columns that a text takes; a tab counts as two, as formatters do by default. */
export function widthOf(text: string): number {
  return text.replaceAll('\t', '  ').length;
}

/** The white space that a line begins with. */
export function indentAt(text: string, lineStart: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
}

function countOf(pattern: RegExp, text: string): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) count++;
  return count;
}

function indentOf(text: string): string | undefined {
  if (/^\t[ \t]*\S/m.test(text)) return '\t';
  // The step between levels; a lone space is a comment's continuation.
  if (/^ [ \t]\S/m.test(text)) return '  ';
  if (/^ [ \t]{2}\S/m.test(text)) return '   ';
  return /^ [ \t]{3,}\S/m.test(text) ? '    ' : undefined;
}
