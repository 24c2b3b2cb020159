import type { Repository } from './repository.js';

/** Something that `init` would do, or that is left to people. */
export type Proposal = Change | Advice;

/** A file that is made, or that gains something by an edit. */
export interface Change {
  readonly kind: 'change';
  /** Relative to the folder. */
  readonly file: string;
  /** What it is good for, in a few words. */
  readonly title: string;
  /** Undefined for a file that is made. */
  readonly before: string | undefined;
  readonly after: string;
}

/** What has to be done by hand, since an edit would not be sure to be right. */
export interface Advice {
  readonly kind: 'advice';
  readonly title: string;
  /** To paste, or to run. */
  readonly text: string;
}

/** Looks at a repository and says what it lacks; nothing where it has it. */
export type Proposer = (repository: Repository) => readonly Proposal[];

/** The text that every entry of ours holds, and so tells that there is one. */
export const OWN_NAME = 'akepa-migrate';
