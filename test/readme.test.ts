import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { validateConfig } from '../src/config/validate.js';
import { EXIT } from '../src/cli/io.js';
import { CLEAN_ENV, ROOT } from './support/cli.js';
import { blocksOf, project } from './support/docs.js';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
};

const blocks = (language: string): string[] => blocksOf(README, language);

describe('README.md', () => {
  it('begins with two commands whose scripts exist', () => {
    const [first = ''] = blocks('sh');
    const commands = first.trim().split('\n');
    expect(commands).toHaveLength(2);
    expect(commands.map((command) => /^npm ci && npm (\w+) /.exec(command)?.[1])).toEqual(['start', 'test']);
    expect(Object.keys(MANIFEST.scripts)).toEqual(expect.arrayContaining(['start', 'test']));
  });

  it('shows a config that is valid', () => {
    const [config = ''] = blocks('json');
    expect(validateConfig(JSON.parse(config), 'README').values).toHaveProperty('applicationId');
  });

  it('shows an ESLint config that ESLint takes', async () => {
    const folder = project({ 'src/a.js': "await fetch('/document/generate', { method: 'POST' });\n" });
    writeFileSync(join(folder, 'eslint.config.js'), blocks('js')[0] ?? '');
    const { ESLint } = await import('eslint');
    const [result] = await new ESLint({ cwd: folder }).lintFiles(['src']);
    expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(['akepa/no-legacy-endpoint']);
  });

  it('shows a script that runs', () => {
    const script = blocks('ts').find((code) => code.includes('migrateProject'));
    const folder = project({
      'tsconfig.json': '{ "include": ["src"] }',
      'src/a.ts': "await fetch('/document/generate', { method: 'POST' });\n",
    });
    writeFileSync(join(folder, 'script.mjs'), script ?? '');
    const out = execFileSync(process.execPath, ['script.mjs'], {
      cwd: folder,
      encoding: 'utf8',
      env: CLEAN_ENV,
    });
    expect(out).toBe('0 of 1 calls rewritten\n');
    expect(readFileSync(join(folder, 'src/a.ts'), 'utf8')).toContain('// TODO(akepa-migrate AK301)');
  });

  it('lists the exit codes that the command line has', () => {
    const [, table = ''] = README.split('## Exit codes');
    const codes = [...table.matchAll(/^\| (\d) /gm)].map(([, code]) => Number(code));
    expect(codes).toEqual(Object.values(EXIT));
  });
});

describe('CONTRIBUTING.md', () => {
  it('says why each dependency is there', () => {
    const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
    for (const name of Object.keys(MANIFEST.dependencies)) expect(text).toContain(`| \`${name}\``);
  });
});
