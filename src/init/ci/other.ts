import type { Proposer } from '../proposal.js';
import { installCommands } from './steps.js';

const FILES = ['Jenkinsfile', 'azure-pipelines.yml', '.buildkite/pipeline.yml', 'bitbucket-pipelines.yml'];

/** The commands for a CI system whose files `init` does not write; docs/ci.md has the rest. */
export const otherCi: Proposer = (repository) => {
  const { ci, up, files, manager } = repository;
  const file = FILES.map((name) => up + name).find((name) => files.has(name));
  const isSetUp = FILES.some((name) => files.get(up + name)?.includes('akepa-migrate'));
  if (isSetUp || (file === undefined && ci.length > 0)) return [];
  const title =
    file === undefined
      ? 'No CI system was found: this is what its job runs'
      : `CI: let ${file} run (docs/ci.md in the package has the recipe)`;
  const check = `${manager.exec} akepa-migrate check`;
  return [{ kind: 'advice', title, text: [...installCommands(repository), check].join('\n') }];
};
