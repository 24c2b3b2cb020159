import type { Style } from '../style.js';

/** How a file breaks code into lines. */
export interface LayoutStyle extends Pick<Style, 'eol' | 'indent' | 'semicolons'> {
  /** Lines longer than this are broken. */
  readonly width: number;
  /** The columns that a tab takes. */
  readonly tabWidth: number;
  /** Where a comma follows the last of several lines: of objects and arrays, of arguments too, or nowhere. */
  readonly commas: 'all' | 'es5' | 'none';
}
