import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { put, run, succeed } from './run.mjs';

const ADD = {
  npm: ['npm', 'install', '--no-audit', '--no-fund', '--save-dev'],
  pnpm: ['pnpm', 'add', '--save-dev', '--workspace-root'],
  'yarn 1': ['yarn', 'add', '--dev', '--no-progress'],
  yarn: ['yarn', 'add', '--dev'],
};
const EXEC = { npm: ['npx'], pnpm: ['pnpm', 'exec'], 'yarn 1': ['npx'], yarn: ['yarn'] };
const NEW_CALL = "await fetch(process.env.CONNECTFI_BASE_URL + '/document/generate', { method: 'POST' });\n";

/** Sets one kind of repository up with the packed package: install, init, lint, check. */
export async function testKind(kind, { work, tarball, envOf, expect }) {
  const { name, manager, node, dev, type, files, call, writes } = kind;
  const folder = join(work, name.replaceAll(/\W+/g, '-'));
  const env = { ...envOf(node, manager), COREPACK_ENABLE_STRICT: '0' };
  const inFolder = { cwd: folder, env };
  const exec = (args) => run(EXEC[manager][0], [...EXEC[manager].slice(1), ...args], inFolder);
  put(folder, { 'package.json': manifest(dev, type), '.gitignore': 'node_modules\n', ...files });
  await succeed('git', ['init', '--quiet'], inFolder);
  const { stdout: version } = await succeed('node', ['--version'], inFolder);
  expect(`${name}: runs on Node ${node}, not ${version}`, version.startsWith(`v${node}.`) || node === '20');

  const [program, ...add] = ADD[manager];
  await succeed(
    program,
    [...add, manager.startsWith('yarn') ? `akepa-migrate@file:${tarball}` : tarball],
    inFolder,
  );
  // `pnpm add` installs the root's packages only.
  if (manager === 'pnpm') await succeed('pnpm', ['install'], inFolder);
  expect(`${name}: installs`, existsSync(join(folder, 'node_modules/akepa-migrate/package.json')));

  const first = await exec(['akepa-migrate', 'init', '--yes']);
  expect(`${name}: init writes\n${first.stdout}${first.stderr}`, first.status === 0);
  for (const file of ['.akepa-baseline.jsonl', '.gitattributes', ...writes])
    expect(`${name}: init writes ${file}\n${first.stdout}`, existsSync(join(folder, file)));
  expect(
    `${name}: init sees the package manager\n${first.stdout}`,
    first.stdout.includes(`Seen: ${manager}`),
  );
  const second = await exec(['akepa-migrate', 'init', '--yes']);
  expect(
    `${name}: a second init has nothing to do\n${second.stdout}`,
    second.stdout.includes('nothing to write'),
  );

  const linted = 'oxlint' in dev ? await oxlint(exec) : await eslint(exec, folder);
  expect(`${name}: the linter reports ${call} only\n${linted}`, linted === call);
  const known = await exec(['akepa-migrate', 'check']);
  expect(`${name}: the check knows it\n${known.stdout}${known.stderr}`, known.status === 0);
  put(folder, { 'src/new-call.mjs': NEW_CALL });
  const red = await exec(['akepa-migrate', 'check']);
  const isNamed = red.stdout.includes('src/new-call.mjs') && !red.stdout.includes(call);
  expect(`${name}: the check refuses a new call\n${red.stdout}${red.stderr}`, red.status === 1 && isNamed);
  if (kind.types) {
    const { status, stdout } = await exec(['tsc', '--noEmit', '-p', '.']);
    expect(`${name}: TypeScript takes what init wrote\n${stdout}`, status === 0);
  }
}

function manifest(dev, type) {
  return JSON.stringify(
    { name: 'shop', version: '1.0.0', private: true, ...(type && { type }), devDependencies: dev },
    null,
    2,
  );
}

/** The files that ESLint reports the call in, and what else it says. */
async function eslint(exec, folder) {
  const { stdout, stderr } = await exec(['eslint', '--format', 'json', '.']);
  if (!stdout.trim().startsWith('[')) return stdout + stderr;
  const found = JSON.parse(stdout).flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) =>
      ruleId === 'akepa/no-legacy-endpoint' ? filePath.slice(folder.length + 1) : `${filePath}: ${message}`,
    ),
  );
  return [...new Set(found)].join('\n');
}

async function oxlint(exec) {
  const { stdout, stderr } = await exec(['oxlint', '--format', 'json']);
  const start = stdout.indexOf('{');
  if (start === -1) return stdout + stderr;
  const found = JSON.parse(stdout.slice(start)).diagnostics.map(({ code, filename, message }) =>
    code === 'akepa(no-legacy-endpoint)' ? filename : `${filename}: ${message}`,
  );
  return [...new Set(found)].join('\n');
}
