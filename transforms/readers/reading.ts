import type { TSESTree } from '@typescript-eslint/types';

import type { AnswerUse } from '../../src/analysis/answer.js';
import type { Mentions } from '../../src/analysis/callers.js';
import type { KnownParts } from '../../src/analysis/sources.js';
import type { ApplicationStatus } from '../../src/endpoints/statuses.js';
import type { Edit, PlacedEdit } from '../../src/syntax/edits.js';
import type { Module, Term } from '../../src/syntax/module.js';
import type { Style } from '../../src/syntax/style.js';
import type { Problem } from '../problem.js';
import type { FreshNames } from './fresh-names.js';

/** What becomes of some uses of an answer: they are rewritten, or a problem says why not. */
export interface Reading {
  readonly uses: readonly AnswerUse[];
  readonly edits: readonly PlacedEdit[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

/** A file in which answers are read. */
export interface ReaderContext {
  readonly module: Module;
  readonly style: Style;
  /** Expressions that give a part of an answer that moves, and those parts' paths. */
  readonly known: KnownParts;
  /** Who calls the functions that answers go through. */
  readonly mentions: Mentions;
  /** Who mentions a type; undefined where there may be others. */
  readonly typeMentions: TypeMentions;
  /** Where the run writes a text. */
  readonly literalsOf: (text: string) => readonly Term[];
  /** What the config says that WAITING_DATA becomes. */
  readonly waiting: readonly ApplicationStatus[] | undefined;
  readonly names: FreshNames;
  /** For messages. */
  readonly successor: string;
  /** The same for readers in another file. */
  readonly in: (module: Module) => ReaderContext;
}

/** Every mention of a type that is declared as `name`. */
export type TypeMentions = (name: TSESTree.Identifier, module: Module) => readonly Term[] | undefined;

/** Edits of one file. */
export function placed(edits: readonly Edit[], module: Module): PlacedEdit[] {
  return edits.map((edit) => ({ ...edit, module }));
}
