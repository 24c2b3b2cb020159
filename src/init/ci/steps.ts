import type { Repository } from '../repository.js';

/** The Node.js that CI runs on where the repository does not say which. */
export const NODE = '22';

/** Whether some file of the CI system runs the tool already. */
export function runsCheck({ files, up }: Repository, names: RegExp): boolean {
  return [...files].some(
    ([name, text]) =>
      name.startsWith(up) && names.test(name.slice(up.length)) && text.includes('akepa-migrate'),
  );
}

/** Commands that install what the lock file says, in an image that has Node.js with npm and nothing else. */
export function installCommands({ manager, files }: Repository): string[] {
  const { name, install, version } = manager;
  if (name === 'pnpm') return [`npm install --global ${pnpmPackage(files, version)}`, install];
  if (name === 'yarn') return ['npm install --global corepack', 'corepack enable', install];
  if (name === 'bun') return ['npm install --global bun', install];
  return [install];
}

function pnpmPackage(files: Repository['files'], version: string | undefined): string {
  const [, declared] = /"packageManager"\s*:\s*"(pnpm@[\w.-]+)/.exec(files.get('package.json') ?? '') ?? [];
  return declared ?? `pnpm@${version ?? '10'}`;
}
