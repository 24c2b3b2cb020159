import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ModuleKind, ScriptTarget, transpile } from 'typescript';
import { describe, expect, it } from 'vitest';

import { readScenarioFile } from '../src/reference/scenario-file.js';
import { CLEAN_ENV, ROOT } from './support/cli.js';
import { blocksOf, project } from './support/docs.js';
import { folder } from './support/folder.js';

/** Pages with samples that run, and what each sample prints: the comment in its last line. */
const PAGES = ['compare.md', 'reference.md'];

describe.each(PAGES)('docs/%s', (page) => {
  const text = readFileSync(join(ROOT, 'docs', page), 'utf8');

  it('shows code that does what it says', () => {
    const samples = blocksOf(text, 'ts');
    expect(samples.length).toBeGreaterThan(0);
    for (const sample of samples) {
      const [, printed = ''] = /console\.log\(.*\/\/ (.*)\n$/.exec(sample) ?? [];
      expect(printed).not.toBe('');
      expect(run(sample)).toBe(`${printed}\n`);
    }
  });

  it('links to files and headings that exist', () => {
    const files = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path);
    for (const path of files) expect(() => readFileSync(join(ROOT, 'docs', path))).not.toThrow();
    const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
      title.toLowerCase().replaceAll(' ', '-'),
    );
    for (const [, anchor = ''] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(headings).toContain(anchor);
  });
});

it('docs/reference.md shows a scenario file that is valid', () => {
  const [file = ''] = blocksOf(readFileSync(join(ROOT, 'docs/reference.md'), 'utf8'), 'json');
  const path = join(folder({ 'faults.json': file }), 'faults.json');
  expect(readScenarioFile(path).faults).toHaveLength(3);
});

it('README names every page of docs', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const pages = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
  for (const page of pages) expect(readme).toContain(`(docs/${page})`);
});

/** What a sample prints in a project beside which the package is installed. */
function run(sample: string): string {
  const cwd = project({});
  const code = transpile(sample, { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 });
  writeFileSync(join(cwd, 'sample.mjs'), code);
  return execFileSync(process.execPath, ['sample.mjs'], { cwd, encoding: 'utf8', env: CLEAN_ENV });
}
