import { withLine } from './git-attributes.js';
import { OWN_NAME, type Proposal, type Proposer } from './proposal.js';
import type { Repository } from './repository.js';

const TITLE = 'a commit that adds a call of a deprecated endpoint is refused';
/** A line behind which another command runs. */
const PLAIN_LINE = /^\s*(?:#.*|\.\s.*|set -e.*|(?:npx|npm|pnpm|yarn|bunx?)\s[^&|;\\]*)?\s*$/;

/** The check in the hooks that run before a commit; lint-staged has an entry of its own. */
export const hooks: Proposer = (repository) => [
  ...husky(repository),
  ...preCommit(repository),
  ...lefthook(repository),
];

function husky({ files, up, manager }: Repository): Proposal[] {
  const file = `${up}.husky/pre-commit`;
  const before = files.get(file);
  // lint-staged runs the check on what is committed.
  if (before === undefined || before.includes(OWN_NAME) || before.includes('lint-staged')) return [];
  const line = `${manager.exec} akepa-migrate check`;
  if (up !== '' || !before.split('\n').every((text) => PLAIN_LINE.test(text)))
    return [{ kind: 'advice', title: `husky: add the check to ${file}`, text: line }];
  return [{ kind: 'change', file, title: TITLE, before, after: withLine(before, line) }];
}

function preCommit({ files, up, down, manager }: Repository): Proposal[] {
  const file = `${up}.pre-commit-config.yaml`;
  const text = files.get(file);
  if (text === undefined || text.includes(OWN_NAME)) return [];
  const command = `${manager.exec} akepa-migrate check`;
  const entry = down === '' ? command : `sh -c 'cd ${down} && ${command}'`;
  return [
    {
      kind: 'advice',
      title: `pre-commit: add the check to \`repos\` in ${file}`,
      text: `- repo: local
  hooks:
    - id: akepa-migrate
      name: akepa-migrate
      entry: ${entry}
      language: system
      pass_filenames: false
`,
    },
  ];
}

function lefthook({ files, up, down, manager }: Repository): Proposal[] {
  const file = ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml']
    .map((name) => up + name)
    .find((name) => files.has(name));
  if (file === undefined || files.get(file)?.includes(OWN_NAME)) return [];
  const root = down === '' ? '' : `      root: ${down}/\n`;
  return [
    {
      kind: 'advice',
      title: `lefthook: add the check to ${file}`,
      text: `pre-commit:
  commands:
    akepa-migrate:
      run: ${manager.exec} akepa-migrate check
${root}`,
    },
  ];
}
