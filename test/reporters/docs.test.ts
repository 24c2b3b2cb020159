import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';

import { codePage, CODES } from '../../src/codes/page.js';
import { ROOT } from '../support/cli.js';
import { folder } from '../support/folder.js';

const PAGES = join(ROOT, 'docs/codes');

test('docs/codes holds a page of every code, and of nothing else', () => {
  const names = readdirSync(PAGES).filter((name) => name !== 'README.md');
  expect(names.toSorted()).toEqual(CODES.map(({ code }) => `${code}.md`).toSorted());
});

test.each(CODES)('docs/codes/$code.md is what explain prints', async ({ code }) => {
  const filepath = join(PAGES, `${code}.md`);
  const expected = await format(codePage(code) ?? '', { ...(await resolveConfig(filepath)), filepath });
  expect(readFileSync(filepath, 'utf8')).toBe(expected);
});

test('scripts/docs.mjs --check finds pages that differ, are missing, or are of no code', () => {
  const places = (...names: string[]): string =>
    `x\n${names.map((name) => `<!-- ${name} -->\n<!-- /${name} -->\n`).join('')}y\n`;
  const copy = folder({
    'README.md': places('endpoints'),
    'docs/reference.md': places('behaviours', 'unknowns'),
    'docs/ci.md': places('inputs'),
    'docs/compare.md': places('scenarios', 'differences'),
    'docs/shapes.md': places('shapes', 'look-alikes'),
  });
  const fixtures = ['test/fixtures/shapes', 'test/fixtures/look-alikes'];
  for (const name of ['build', 'scripts', 'package.json', 'action.yml', '.prettierrc.json', ...fixtures])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const docs = (...args: string[]): [number | null, string] => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/docs.mjs', ...args], {
      cwd: copy,
      encoding: 'utf8',
    });
    return [status, stderr];
  };
  expect(docs('--check')[0]).toBe(1);
  expect(readdirSync(join(copy, 'docs'))).not.toContain('codes');
  expect(docs()).toEqual([0, '']);
  expect(docs('--check')).toEqual([0, '']);
  expect(readFileSync(join(copy, 'README.md'), 'utf8')).toMatch(
    /^x\n[\s\S]*`POST \/customer\/kyc\/init`[\s\S]*y\n$/,
  );
  expect(readFileSync(join(copy, 'docs/compare.md'), 'utf8')).toMatch(
    /^x\n[\s\S]*`happy-path`[\s\S]*`no-document-side`[\s\S]*y\n$/,
  );

  appendFileSync(join(copy, 'docs/codes/AK301.md'), '\nMore.\n');
  expect(docs('--check')).toEqual([1, 'Not as generated (run npm run docs): docs/codes/AK301.md\n']);
  expect(docs()).toEqual([0, '']);
  writeFileSync(join(copy, 'docs/codes/AK999.md'), 'x');
  const [status, stderr] = docs('--check');
  expect(status).toBe(1);
  expect(stderr).toContain('docs/codes/AK999.md is the page of no code');
});
