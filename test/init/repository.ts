import type { Advice, Change, Proposal } from '../../src/init/proposal.js';
import { propose } from '../../src/init/propose.js';
import { describe, type Repository } from '../../src/init/repository.js';

export interface Seen {
  readonly up?: string;
  readonly down?: string;
}

/** A repository of these files, with a package.json that has the tool installed unless they say otherwise. */
export function repositoryOf(
  files: Readonly<Record<string, string>>,
  { up = '', down = '' }: Seen = {},
): Repository {
  const all = { 'package.json': manifest(), ...files };
  return describe({ files: new Map(Object.entries(all)), up, down, workspace: undefined });
}

/** A package.json. */
export function manifest(more: object = {}, dev: Readonly<Record<string, string>> = {}): string {
  return JSON.stringify({ name: 'x', ...more, devDependencies: { 'akepa-migrate': '^0.1.0', ...dev } });
}

/** What is proposed for some files. */
export function proposals(files: Readonly<Record<string, string>>, seen?: Seen): Proposal[] {
  return propose(repositoryOf(files, seen));
}

/** The change of one file. */
export function changeOf(
  file: string,
  files: Readonly<Record<string, string>>,
  seen?: Seen,
): Change | undefined {
  return changes(proposals(files, seen)).find((change) => change.file === file);
}

export function changes(all: readonly Proposal[]): Change[] {
  return all.filter((proposal) => proposal.kind === 'change');
}

/** What is to be done by hand, of those whose title matches. */
export function adviceOf(
  title: RegExp,
  files: Readonly<Record<string, string>>,
  seen?: Seen,
): Advice | undefined {
  return proposals(files, seen)
    .filter((proposal) => proposal.kind === 'advice')
    .find((advice) => title.test(advice.title));
}
