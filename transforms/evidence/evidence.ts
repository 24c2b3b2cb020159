import type { Edit } from '../../src/syntax/edits.js';
import type { Problem } from '../problem.js';

/** What the code says of a value that akepa requires. */
export interface Evidence {
  /** Source text of the value. */
  readonly source: string;
  /** What is worth knowing of it. */
  readonly notes: readonly string[];
  /** What has to be written for it to be there. */
  readonly edits: readonly Edit[];
  /** The value as a text, and what says so, where the config may say otherwise. */
  readonly said?: { readonly value: string; readonly by: string };
  /** It says two things. */
  readonly problem?: Problem;
}
