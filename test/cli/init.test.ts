import { spawn } from 'node:child_process';
import { chmodSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { loadConfig } from '../../src/config/load.js';
import { VALUE_NAMES } from '../../src/config/types.js';
import { akepa, CLEAN_ENV, CLI } from '../support/cli.js';
import { bytesOf, commit, type Files, folder, git, put, read, repository } from '../support/folder.js';
import { CALLER } from '../support/sources.js';

const ESLINT = `import js from '@eslint/js';

export default [js.configs.recommended];
`;
const MANIFEST = `{
  "name": "shop",
  "type": "module",
  "devDependencies": {
    "akepa-migrate": "^0.1.0",
    "eslint": "^10.0.0"
  }
}
`;
const FILES: Files = {
  'package.json': MANIFEST,
  'package-lock.json': '{}\n',
  'eslint.config.js': ESLINT,
  '.github/workflows/ci.yml': 'on: push\n',
  'src/kyc.ts': CALLER,
};
const WRITTEN = [
  '.akepa-baseline.jsonl',
  '.gitattributes',
  '.github/workflows/akepa.yml',
  'akepa.config.mjs',
  'eslint.config.js',
];

/** The files that git sees as new or changed. */
function changed(root: string): string[] {
  const lines = git(root, 'status', '--porcelain', '--untracked-files=all').split('\n');
  return lines.filter(Boolean).map((line) => line.slice(3));
}

test.concurrent('--yes writes everything; a second run has nothing to do and changes no byte', async () => {
  const cwd = repository(FILES);
  const first = await akepa(['init', '--yes'], { cwd });
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toContain('Seen: npm, ESLint (eslint.config.js), GitHub Actions\n');
  expect(first.out).toContain('+import akepa from');
  expect(first.out).toContain('1 finding in 1 file\n');
  expect(first.out).toContain(`\nWrote ${WRITTEN.length} files.\n`);
  expect(changed(cwd).sort()).toEqual(WRITTEN);
  const before = bytesOf(cwd, WRITTEN);
  const second = await akepa(['init', '--yes'], { cwd });
  expect(second).toMatchObject({ code: 0, err: '' });
  expect(second.out).toContain('Everything is set up: nothing to write.\n');
  expect(bytesOf(cwd, WRITTEN)).toEqual(before);
});

test.concurrent('afterwards the check knows what is there, and refuses what is added', async () => {
  const cwd = repository(FILES);
  await akepa(['init', '--yes'], { cwd });
  expect((await akepa(['check'], { cwd })).code).toBe(0);
  put(cwd, { 'src/new.ts': CALLER });
  const { code, out } = await akepa(['check'], { cwd });
  expect(code).toBe(1);
  expect(out).toContain('src/new.ts\n  4:9  GET /customer/kyc/status/:customerId is deprecated');
  expect(out).toContain('Red: 1 finding not in .akepa-baseline.jsonl.');
  expect(out).not.toContain('src/kyc.ts');
});

test.concurrent.each([
  ['--dry-run', ['--dry-run'], 'Nothing was written.\n'],
  ['neither a terminal nor --yes', [], '--yes writes all of it'],
])('%s: shows the diff, writes nothing, exit code 1', async (_, args, last) => {
  const cwd = repository(FILES);
  const { code, out, err } = await akepa(['init', ...args], { cwd });
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toContain('+++ b/eslint.config.js\n');
  expect(out).toContain('+export default {\n');
  expect(out).toContain(last);
  expect(changed(cwd)).toEqual([]);
});

test.concurrent('once nothing is left to write, a dry run is clean', async () => {
  const cwd = repository(FILES);
  await akepa(['init', '--yes'], { cwd });
  expect((await akepa(['init', '--dry-run'], { cwd })).code).toBe(0);
});

test.concurrent('no finding: no baseline', async () => {
  const cwd = repository({ ...FILES, 'src/kyc.ts': 'export const a = 1;\n' });
  const { code, out } = await akepa(['init', '--yes'], { cwd });
  expect(code).toBe(0);
  expect(out).not.toContain('baseline.jsonl (new)');
  expect(existsSync(join(cwd, '.akepa-baseline.jsonl'))).toBe(false);
});

test.concurrent('what is there already stays as it is', async () => {
  const own = {
    'akepa.config.json': '{ "baseUrls": ["https://kyc.example"] }\n',
    '.akepa-baseline.jsonl': '',
    '.gitattributes': '* text=auto\r\n.akepa-baseline.jsonl merge=union\r\n',
    '.github/workflows/akepa.yml': 'name: mine\n',
    'eslint.config.js': `import akepa from 'akepa-migrate/eslint';\n\nexport default [akepa.configs.strict];\n`,
  };
  const cwd = repository({ ...FILES, ...own });
  const { code, out } = await akepa(['init', '--yes'], { cwd });
  expect({ code, changed: changed(cwd) }).toEqual({ code: 0, changed: [] });
  expect(out).toContain('nothing to write');
});

test.concurrent('a file keeps its line ends, its mode and what leads to it', async () => {
  const cwd = repository({
    ...FILES,
    '.gitattributes': '* text=auto\r\n',
    '.husky/pre-commit': 'npm test\n',
  });
  chmodSync(join(cwd, '.husky/pre-commit'), 0o755);
  commit(cwd);
  await akepa(['init', '--yes'], { cwd });
  expect(read(cwd, '.gitattributes')).toBe('* text=auto\r\n.akepa-baseline.jsonl merge=union\r\n');
  expect(read(cwd, '.husky/pre-commit')).toBe('npm test\nnpx akepa-migrate check\n');
  expect(statSync(join(cwd, '.husky/pre-commit')).mode & 0o777).toBe(0o755);
});

test.concurrent('without the package among the dependencies it says how to add it', async () => {
  const cwd = repository({ 'package.json': '{}', 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" });
  const { code, out } = await akepa(['init', '--yes'], { cwd });
  expect(code).toBe(0);
  expect(out).toContain('\nInstall the package\n\n  pnpm add --save-dev akepa-migrate\n');
});

test.concurrent('a project in a folder of the repository: its workflow lies at the root', async () => {
  const cwd = repository({
    '.github/workflows/ci.yml': 'on: push\n',
    'web/package.json': MANIFEST,
    'web/a.ts': CALLER,
  });
  const { code } = await akepa(['init', '--yes'], { cwd: join(cwd, 'web') });
  expect(code).toBe(0);
  expect(changed(cwd).sort()).toEqual([
    '.github/workflows/akepa.yml',
    'web/.akepa-baseline.jsonl',
    'web/.gitattributes',
    'web/akepa.config.mjs',
  ]);
  expect(read(cwd, '.github/workflows/akepa.yml')).toContain('working-directory: web\n');
});

test.concurrent.each([
  ['packages/a', ['init'], 'this is a package of the workspace in ../..; run init there'],
  ['docs', ['init'], 'there is no package.json here; run init in the folder of your project'],
  ['.', ['init', 'src'], 'init takes no paths, such as src'],
  ['.', ['init', '--yes', '--dry-run'], '--yes and --dry-run exclude each other'],
])('in %s, %o: one line and exit code 2', async (where, args, message) => {
  const cwd = repository({
    'package.json': '{ "workspaces": ["packages/*"] }',
    'packages/a/package.json': '{}',
    'docs/a.md': '',
  });
  const answer = await akepa(args, { cwd: join(cwd, where) });
  expect(answer).toEqual({ code: 2, out: '', err: `akepa-migrate: ${message}\n` });
  expect(changed(cwd)).toEqual([]);
});

test.concurrent(
  'a file that can not be written is named, and the others are written: exit code 3',
  async () => {
    const cwd = repository({ ...FILES, '.gitattributes/a': '' });
    const { code, err } = await akepa(['init', '--yes'], { cwd });
    expect({ code, err }).toEqual({
      code: 3,
      err: 'akepa-migrate: .gitattributes: it is there by now\n',
    });
    expect(changed(cwd)).toContain('akepa.config.mjs');
  },
);

test.concurrent.each([
  ['ts', { 'vite.config.ts': '' }],
  ['mjs', {}],
  ['json', { '.oxlintrc.json': '{}' }],
] as [string, Files][])('the config that it writes is valid as it is: .%s', async (ending, files) => {
  const cwd = folder({ 'package.json': '{}', ...files });
  await akepa(['init', '--yes'], { cwd });
  const { config, file } = await loadConfig(cwd);
  expect(file).toBe(join(cwd, `akepa.config.${ending}`));
  expect(config.values).toEqual({});
});

test.concurrent('each choice that is commented out is one that the config takes', async () => {
  const cwd = folder({ 'package.json': '{}' });
  await akepa(['init', '--yes'], { cwd });
  const chosen = read(cwd, 'akepa.config.mjs').replaceAll(/^( *)\/\/ (?=\w+: |\}| +\w+: )/gm, '$1');
  // Elsewhere: a module is loaded once.
  const { config } = await loadConfig(folder({ 'akepa.config.mjs': chosen }));
  expect(Object.keys(config.values ?? {})).toHaveLength(VALUE_NAMES.length);
  expect(config).toMatchObject({
    baseUrls: [expect.any(String), expect.any(String)],
    exclude: [expect.any(String)],
  });
});

test.concurrent.each([
  ['y, n, then all', ['y', 'n', 'a'], WRITTEN.filter((name) => name !== 'eslint.config.js')],
  ['what is no answer is asked again', ['what?', 'yes', 'q'], ['akepa.config.mjs']],
  ['q at once', ['q'], []],
  ['the end of the input', ['y', '\u0004'], ['akepa.config.mjs']],
])('on a terminal it asks: %s', async (_, answers, files) => {
  const cwd = repository(FILES);
  const { code, out } = await terminal(cwd, answers);
  expect(out).toContain('Write this? [y]es, [n]o, [a]ll, [q]uit: ');
  expect({ code, changed: changed(cwd).sort() }).toEqual({ code: 0, changed: files });
});

/** Runs `init` on a terminal, and types an answer whenever it asks. */
function terminal(cwd: string, answers: readonly string[]): Promise<{ code: number | null; out: string }> {
  const command = `'${process.execPath}' '${CLI}' init`;
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    cwd,
    env: { ...CLEAN_ENV, TERM: 'dumb' },
  });
  let out = '';
  let typed = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    const asked = out.split('[q]uit: ').length - 1;
    // It may draw a question again.
    for (; typed < Math.min(asked, answers.length); typed++) {
      const answer = answers[typed] ?? '';
      child.stdin.write(answer === '\u0004' ? answer : `${answer}\r`);
    }
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })));
}
