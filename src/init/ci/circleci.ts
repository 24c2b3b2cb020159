import type { Proposer } from '../proposal.js';
import { installCommands, NODE, runsCheck } from './steps.js';

/** To paste: CircleCI reads one file, and includes none. */
export const circleCi: Proposer = (repository) => {
  const { ci, up, down, manager } = repository;
  if (!ci.includes('circleci') || runsCheck(repository, /^\.circleci\//)) return [];
  const folder = down === '' ? '' : `\n    working_directory: ~/project/${down}`;
  const commands = [
    ...installCommands(repository).map((command) =>
      /--global|corepack/.test(command) ? `sudo ${command}` : command,
    ),
    `mkdir -p reports`,
    `${manager.exec} akepa-migrate check --format pretty --format junit:reports/akepa.xml`,
  ];
  return [
    {
      kind: 'advice',
      title: `CircleCI: add the job to ${up}.circleci/config.yml`,
      text: `jobs:
  akepa:
    docker:
      - image: cimg/node:${NODE}.0${folder}
    steps:
      - checkout${down === '' ? '' : ':\n          path: ~/project'}
${commands.map((command) => `      - run: ${command}\n`).join('')}      - store_test_results:
          path: reports

workflows:
  akepa:
    jobs:
      - akepa
`,
    },
  ];
};
