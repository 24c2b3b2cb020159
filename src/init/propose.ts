import { circleCi } from './ci/circleci.js';
import { githubActions } from './ci/github.js';
import { gitlabCi } from './ci/gitlab.js';
import { otherCi } from './ci/other.js';
import { configFile } from './config-file.js';
import { eslintEntry } from './eslint-entry.js';
import { gitAttributes } from './git-attributes.js';
import { hooks } from './hooks.js';
import { installed } from './installed.js';
import { lintStaged } from './lint-staged.js';
import { oxlintEntry } from './oxlint-entry.js';
import type { Proposal, Proposer } from './proposal.js';
import type { Repository } from './repository.js';

/** In the order in which they are asked about. */
const PROPOSERS: readonly Proposer[] = [
  installed,
  configFile,
  eslintEntry,
  oxlintEntry,
  gitAttributes,
  githubActions,
  gitlabCi,
  circleCi,
  otherCi,
  hooks,
  lintStaged,
];

/** All that a repository lacks. */
export function propose(repository: Repository): Proposal[] {
  return PROPOSERS.flatMap((proposer) => proposer(repository));
}
