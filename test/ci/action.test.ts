import { validateAction } from '@action-validator/core';
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { CLEAN_ENV, CLI, ROOT } from '../support/cli.js';
import { commit, type Files, git, put, repository } from '../support/folder.js';

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly sarif:
    | { readonly runs: readonly { readonly results: readonly { readonly baselineState?: string }[] }[] }
    | undefined;
}

const TEXT = readFileSync(join(ROOT, 'action.yml'), 'utf8');
const ACTION = parse(TEXT) as Action;
const CALL = "export const a = () => fetch('/document/generate', { method: 'POST' });\n";

/** A project in which `npx --no akepa-migrate` finds the command line. */
function project(files: Files): string {
  const root = repository({
    'package.json': '{ "type": "module" }',
    '.gitignore': 'node_modules\n.tmp\n',
    ...files,
  });
  const bin = join(root, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'akepa-migrate'), `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`);
  chmodSync(join(bin, 'akepa-migrate'), 0o755);
  return root;
}

/** Runs the step that checks, as the runner of GitHub Actions does. */
async function run(root: string, inputs: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const step = ACTION.runs.steps.find(({ id }) => id === 'check');
  const temp = join(root, '.tmp');
  put(root, { '.tmp/summary.md': '', '.tmp/output': '', '.tmp/step.sh': step?.run ?? '' });
  const valueOf = (expression: string): string =>
    expression.replaceAll(/\$\{\{ (\w+)\.([\w-]+) \}\}/g, (_, context: string, name: string) =>
      context === 'runner' ? temp : (inputs[name] ?? ACTION.inputs[name]?.default ?? ''),
    );
  const env = Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([name, value]) => [name, valueOf(value)]),
  );
  const files = { GITHUB_STEP_SUMMARY: join(temp, 'summary.md'), GITHUB_OUTPUT: join(temp, 'output') };
  const args = ['--noprofile', '--norc', '-eo', 'pipefail', join(temp, 'step.sh')];
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...CLEAN_ENV, ...files, ...env, npm_config_offline: 'true' } };
    const child = execFile('bash', args, options, (_, out) => {
      const lines = readFileSync(files.GITHUB_OUTPUT, 'utf8').split('\n').filter(Boolean);
      const outputs = Object.fromEntries(
        lines.map((line): [string, string] => [
          line.slice(0, line.indexOf('=')),
          line.slice(line.indexOf('=') + 1),
        ]),
      );
      const sarif = outputs['sarif-file'];
      resolve({
        code: child.exitCode,
        out,
        summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
        outputs,
        sarif: sarif === undefined ? undefined : (JSON.parse(readFileSync(sarif, 'utf8')) as Ran['sarif']),
      });
    });
  });
}

test('action.yml is what the schema of GitHub accepts', () => {
  expect(validateAction(TEXT)).toEqual({ actionType: 'action', errors: [] });
  // The validator says something of what is wrong.
  expect(validateAction(TEXT.replace('using: composite', 'using: nothing')).errors).not.toEqual([]);
});

test('no input is a part of a script', () => {
  const scripts = ACTION.runs.steps.flatMap(({ run = [] }) => run);
  expect(scripts).toHaveLength(1);
  for (const script of scripts) expect(script).not.toContain('${{');
});

test('every input that an expression names is declared, and each declared one is used', () => {
  const used = [...TEXT.matchAll(/inputs\.([\w-]+)/g)].map(([, name = '']) => name);
  expect([...new Set(used)].sort()).toEqual(Object.keys(ACTION.inputs).sort());
});

test.concurrent('findings: exit code 1, annotations, a summary and SARIF', async () => {
  const { code, out, summary, outputs, sarif } = await run(project({ 'src/a.js': CALL }));
  expect(code).toBe(1);
  expect(out).toMatch(/^::(?:error|warning) file=src\/a\.js,line=1/m);
  expect(summary).toContain('src/a.js');
  expect(outputs['exit-code']).toBe('1');
  expect(sarif?.runs[0]?.results).toHaveLength(1);
});

test.concurrent('nothing found: exit code 0, and a SARIF file that closes what was open', async () => {
  const { code, outputs, sarif } = await run(project({ 'src/a.js': 'export const a = 1;\n' }));
  expect({ code, exit: outputs['exit-code'], results: sarif?.runs[0]?.results }).toEqual({
    code: 0,
    exit: '0',
    results: [],
  });
});

test.concurrent('a check that can not look: its exit code, and nothing to upload', async () => {
  const { code, outputs } = await run(project({ 'src/a.js': CALL }), { args: '--no-such-option' });
  expect({ code, outputs }).toEqual({ code: 2, outputs: { 'exit-code': '2' } });
});

test.concurrent('a project that has not installed it: exit code 2, and what to do', async () => {
  const root = repository({ 'package.json': '{}', 'src/a.js': CALL });
  const { code, out } = await run(root);
  expect(code).toBe(2);
  expect(out).toContain('::error title=akepa-migrate::It is not installed in');
});

test.concurrent('paths and arguments: a line each, spaces and globs and all', async () => {
  const root = project({ 'src/a b.js': CALL, 'src/c.js': CALL, 'other/d.js': CALL });
  const { sarif, code } = await run(root, {
    paths: 'src/a b.js\nother/*.js\n',
    args: '--confidence\npossible',
  });
  expect(code).toBe(1);
  const uris = JSON.stringify(sarif);
  expect(['src/a%20b.js', 'other/d.js', 'src/c.js'].map((uri) => uris.includes(uri))).toEqual([
    true,
    true,
    false,
  ]);
});

test.concurrent.each(['paths', 'since', 'args'])(
  'what is in the input %s does not become a command',
  async (name) => {
    const root = project({ 'src/a.js': CALL });
    const { code } = await run(root, {
      [name]: '$(touch pwned) `touch pwned`; touch pwned\n"; touch pwned; "',
    });
    expect(code).not.toBe(0);
    expect(existsSync(join(root, 'pwned'))).toBe(false);
  },
);

test.concurrent('the upload comes after a failed check, too, and only where there is a report', () => {
  const upload = ACTION.runs.steps.find(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif@'));
  expect(upload?.if).toBe(
    "always() && inputs.upload-sarif == 'true' && steps.check.outputs.sarif-file != ''",
  );
});

test.concurrent('since: only what was added counts', async () => {
  const root = project({ 'src/a.js': CALL });
  const base = git(root, 'rev-parse', 'HEAD').trim();
  expect((await run(root, { since: base })).code).toBe(0);
  put(root, { 'src/b.js': CALL });
  commit(root);
  const { code, sarif } = await run(root, { since: base });
  const states = sarif?.runs[0]?.results.map(({ baselineState }) => baselineState);
  expect({ code, states }).toEqual({ code: 1, states: ['unchanged', 'new'] });
});
