import type { CiSystem, Repository } from './repository.js';

const CI_NAMES: Readonly<Record<CiSystem, string>> = {
  github: 'GitHub Actions',
  gitlab: 'GitLab CI',
  circleci: 'CircleCI',
  other: 'another CI system',
};

/** What `init` goes by, on a line or two. */
export function seen(repository: Repository): string {
  const { manager, isWorkspace, dependencies, flatConfigs, legacyConfigs, files, ci, clients } = repository;
  const typescript = dependencies.get('typescript');
  const lint = [...flatConfigs, ...legacyConfigs].slice(0, 1).map((file) => `ESLint (${file})`);
  const facts = [
    manager.name,
    ...(isWorkspace ? ['a workspace'] : []),
    ...(typescript === undefined ? [] : [`TypeScript ${typescript}`]),
    ...lint,
    ...(files.has('.oxlintrc.json') ? ['oxlint'] : []),
    ...ci.map((system) => CI_NAMES[system]),
  ];
  return `Seen: ${facts.join(', ')}\nHTTP clients: ${clients.length === 0 ? 'what Node.js and browsers have' : clients.join(', ')}\n`;
}
