import { Project } from 'ts-morph';
import { describe, expect, test } from 'vitest';

import { analyse } from '../../src/analysis/analyse.js';
import { NOTES } from '../../src/codes/notes.js';
import { parseModule } from '../../src/syntax/parse.js';
import { migrate } from '../../transforms/migrate.js';
import { RECIPES } from '../../transforms/recipes/index.js';
import { migrateSourceFile, type MigrateResult } from '../../transforms/ts-morph.js';
import { ROOT } from './run.js';
import { emittedBodies, violations } from './emitted.js';
import { parseSamples, SAMPLE_FILES, samplesIn, type Sample } from './samples.js';

/** Those of the clients hold one sample or more for each recipe; see matrix.test.ts. */
const SPECS = SAMPLE_FILES.filter((name) => !name.startsWith('clients/'));
/** Samples that an endpoint has at least. */
const ENOUGH = 12;
const BOM = '\uFEFF';
const TODO_LINE = /^[ \t]*(?:\/\/|\{\/\*) TODO\(akepa-migrate AK\d+\): .*\r?\n/gm;

/** Other ways to write the same file. */
const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  LF: (text) => text,
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  tabs: (text) => text.replaceAll(/^(?: {2})+/gm, (space) => '\t'.repeat(space.length / 2)),
  'a byte order mark': (text) => BOM + text,
  'a shebang': (text) => `#!/usr/bin/env node\n${text}`,
  'a licence header': (text) => `/*\n * Copyright (c) ACME. All rights reserved.\n */\n\n${text}`,
};

test('there is a file for every recipe, three for what they share, and no other', () => {
  const recipes = RECIPES.map(({ endpoint }) => `${endpoint}.md`);
  expect(SPECS).toEqual([...recipes, 'flow.md', 'readers.md', 'report-only.md'].sort());
});

describe.each(SAMPLE_FILES)('%s', (name) => {
  const samples = samplesIn(name);

  test.runIf(SPECS.includes(name))('at least half of it is left alone, and there is enough of it', () => {
    const left = samples.filter(({ isLeft }) => isLeft).length;
    expect(left * 2).toBeGreaterThanOrEqual(samples.length);
    expect(samples.length).toBeGreaterThanOrEqual(
      name === 'flow.md' || name === 'report-only.md' ? 8 : ENOUGH,
    );
  });

  describe.each(samples)('$title', (sample) => {
    test.each(Object.entries(VARIANTS))('%s', (_, variant) => {
      const { text, result } = run(sample, variant(sample.before));
      expect(text).toBe(variant(sample.after));
      expect(result.errors).toEqual([]);

      const again = run(sample, text);
      expect(again.text).toBe(text);
      expect(again.result.files).toEqual([]);
    });

    test('is what its title says', () => {
      const outcomes = run(sample, sample.before).result.calls.map(({ outcome }) => outcome);
      if (sample.isLeft) expect(outcomes).not.toContain('rewritten');
      else expect(outcomes).toContain('rewritten');
      if (sample.isLeft)
        expect(sample.after.replaceAll(TODO_LINE, '')).toBe(sample.before.replaceAll(TODO_LINE, ''));
    });

    test('changes nothing outside of its edits, and parses', () => {
      const analysis = analyse(parseModule(sample.file, sample.before), sample.config);
      const [file] = migrate([{ analysis, path: `${ROOT}/src/${sample.file}` }], {
        config: sample.config,
        root: ROOT,
      }).files;
      const edits = file?.edits ?? [];
      const kept = edits.map(({ range }, index) =>
        sample.before.slice(edits[index - 1]?.range[1] ?? 0, range[0]),
      );
      const rest = sample.before.slice(edits.at(-1)?.range[1] ?? 0);
      const rebuilt = kept.map((text, index) => text + (edits[index]?.text ?? '')).join('') + rest;
      expect(rebuilt).toBe(sample.after);
      // What an edit takes away and puts back is no part of it.
      for (const { range, text } of edits) expect(sample.before.slice(...range)).not.toBe(text);
      expect(run(sample, sample.before).result.files.map((changed) => changed.edits)).toEqual(
        edits.length > 0 ? [edits.length] : [],
      );
      expect(() => parseModule(sample.file, sample.after)).not.toThrow();
    });

    test('sends only bodies that akepa accepts', () => {
      const { calls } = run(sample, sample.before).result;
      const rewritten = calls.filter(({ outcome }) => outcome === 'rewritten');
      const requests = rewritten.flatMap(({ endpoint, notes }) => {
        // The update before it attaches the document of this link.
        if (notes.includes(NOTES.joined)) return [];
        // Generate, upload and update come in place of one upload.
        return endpoint === 'kyc-upload' ? [1, 2, 3] : [1];
      });
      const before = emittedBodies(parseModule(sample.file, sample.before));
      const bodies = emittedBodies(parseModule(sample.file, sample.after));
      expect(bodies.length - before.length).toBe(requests.length);
      expect(bodies.flatMap((body) => violations(body, sample.config.akepa?.update))).toEqual([]);
    });
  });
});

describe('a samples file that is wrong', () => {
  const head = '```json config\n{}\n```\n';
  const before = '```ts before\na;\n```\n';
  const after = '```ts after\nb;\n```\n';
  test.each([
    ['without a config', `## a\n${before}${after}`, 'The head'],
    ['with an unknown block', `${head}## a\n${before}\`\`\`ts aftr\nb;\n\`\`\`\n`, 'unknown block: ts aftr'],
    [
      'with an unknown language',
      `${head}## a\n\`\`\`rust before\na;\n\`\`\`\n`,
      'unknown block: rust before',
    ],
    ['with two results', `${head}## a\n${before}${after}${after}`, 'has the blocks'],
    ['with a result first', `${head}## a\n${after}${before}`, 'has the blocks'],
    ['without a result', `${head}## a\n${before}`, 'rewritten to nothing'],
    [
      'with a result that is the same',
      `${head}## leaves alone a\n${before}${before.replace('before', 'after')}`,
      'says nothing',
    ],
    ['with a title twice', `${head}## leaves alone a\n${before}## leaves alone a\n${before}`, 'twice'],
    ['with a misspelled title', `${head}## leave alone a\n${before}${after}`, 'misspelled'],
    [
      'with another language after',
      `${head}## a\n${before}${after.replace('ts', 'js')}`,
      'changes its language',
    ],
    ['with an open block', `${head}## a\n${before}\`\`\`ts after\nb;\n`, 'does not close'],
  ])('%s', (_, text, message) => {
    expect(() => parseSamples(text)).toThrow(message);
  });
});

/** By way of a file, since ts-morph takes the byte order mark off what it reads and puts it back on saving. */
function run({ file, config }: Sample, source: string): { text: string; result: MigrateResult } {
  const path = `${ROOT}/src/${file}`;
  const project = new Project({ useInMemoryFileSystem: true, compilerOptions: { allowJs: true } });
  project.getFileSystem().writeFileSync(path, source);
  const sourceFile = project.addSourceFileAtPath(path);
  const result = migrateSourceFile(sourceFile, { config, root: ROOT });
  project.saveSync();
  return { text: project.getFileSystem().readFileSync(path), result };
}
