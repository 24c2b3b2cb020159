import type { Proposer } from './proposal.js';

/** What `npx` fetched for this once is not there in CI. */
export const installed: Proposer = ({ isInstalled, manager }) =>
  isInstalled ? [] : [{ kind: 'advice', title: 'Install the package', text: `${manager.add} akepa-migrate` }];
