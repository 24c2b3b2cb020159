import type { Proposal, Proposer } from '../proposal.js';
import type { Repository } from '../repository.js';
import { installCommands, NODE, runsCheck } from './steps.js';

const MAIN = '.gitlab-ci.yml';
const OWN = '.gitlab/akepa.yml';

/** A file to include: GitLab reads one file, and that may be somebody's. */
export const gitlabCi: Proposer = (repository) => {
  const { ci, up, files } = repository;
  if (!ci.includes('gitlab')) return [];
  const main = files.get(up + MAIN);
  if (main === undefined) return [job(up + MAIN, repository)];
  if (main.includes('akepa')) return [];
  const include: Proposal = {
    kind: 'advice',
    title: `GitLab CI: include the job in ${up}${MAIN}`,
    text: `include:\n  - local: ${OWN}\n`,
  };
  return runsCheck(repository, /^\.gitlab\//) ? [include] : [job(up + OWN, repository), include];
};

function job(file: string, repository: Repository): Proposal {
  const { down, manager } = repository;
  const folder = down === '' ? [] : [`cd ${down}`];
  const check = `${manager.exec} akepa-migrate check --format pretty --format gitlab:gl-code-quality-report.json`;
  const lines = [...folder, ...installCommands(repository), check].map((line) => `    - ${line}\n`);
  const report = down === '' ? '' : `${down}/`;
  return {
    kind: 'change',
    file,
    title: 'a merge request that adds a call of a deprecated endpoint fails',
    before: undefined,
    after: `# Fails when there is a call of a deprecated connectFi endpoint that the baseline does not know.
akepa:
  image: node:${NODE}
  script:
${lines.join('')}  artifacts:
    when: always
    reports:
      codequality: ${report}gl-code-quality-report.json
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`,
  };
}
