import type { AnswerUse } from '../../src/analysis/answer.js';
import type { ApplicationStatus } from '../../src/endpoints/statuses.js';
import type { Edit } from '../../src/syntax/edits.js';
import type { Module, Node } from '../../src/syntax/module.js';
import type { Style } from '../../src/syntax/style.js';
import type { Problem } from '../problem.js';
import type { FreshNames } from './fresh-names.js';

/** What becomes of some uses of an answer: they are rewritten, or a problem says why not. */
export interface Reading {
  readonly uses: readonly AnswerUse[];
  readonly edits: readonly Edit[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

/** Where answers are read. */
export interface ReaderContext {
  readonly module: Module;
  readonly style: Style;
  /** Expressions that give a part of an answer that moves, and that part's path. */
  readonly known: ReadonlyMap<Node, string>;
  /** What the config says that WAITING_DATA becomes. */
  readonly waiting: readonly ApplicationStatus[] | undefined;
  readonly names: FreshNames;
  /** For messages. */
  readonly successor: string;
}
