import type { Range } from '../module.js';

export type Language = 'jsx' | 'ts' | 'tsx' | 'dts';
export type SourceType = 'module' | 'commonjs' | 'unambiguous';

/** A piece of a file that is JavaScript or TypeScript. */
export interface ScriptBlock {
  /** Of the code, in the file's text. */
  readonly range: Range;
  readonly language: Language;
  /** What the parser is to take it for, the likeliest first. */
  readonly sourceTypes: readonly SourceType[];
  /** What it declares is not seen by the file's other blocks. */
  readonly isOwnScope: boolean;
  /** It ends with its closing tag, and not only with the file. */
  readonly isClosed: boolean;
  /** It may return at its top level. */
  readonly mayReturn?: boolean;
  /** A server may fill in `{{ … }}` or `<%= … %>` before it is JavaScript. */
  readonly isTemplate?: boolean;
}
