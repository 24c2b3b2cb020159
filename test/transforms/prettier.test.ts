import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, test } from 'vitest';

import type { AkepaConfig } from '../../src/config/types.js';
import { EXAMPLE } from '../example/copy.js';
import { formatted, type FormatStyle, migratedIn, projectIn, STYLES } from './formatted.js';
import { SAMPLE_FILES, samplesIn } from './samples.js';

/** The same where no config says it: a file's own lines show the width, and how its words are written. */
const UNTOLD: readonly FormatStyle[] = STYLES.slice(0, 2).map((style) => ({
  ...style,
  name: `${style.name}, of which no config tells`,
  isTold: false,
}));

/** Samples that do not stay as Prettier writes them, by the style's name, and why; one that is clean has to go. */
const UNCLEAN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'by default, of which no config tells': {
    'clients/fetch.md: status with a URL object': 'no string of the file shows the quotes',
    'kyc-status.md: fetch without init': 'no string of the file shows the quotes',
  },
};

interface Input {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly config: AkepaConfig;
}

/** What became of a file that Prettier wrote. */
interface Run {
  readonly name: string;
  readonly isRewritten: boolean;
  readonly isClean: boolean;
  /** A second run changes nothing. */
  readonly isStable: boolean;
}

const samples = SAMPLE_FILES.flatMap((name) =>
  samplesIn(name).map(({ title, file, before: text, config }): Input => {
    return { name: `${name}: ${title}`, file, text, config };
  }),
);
const example = readdirSync(join(EXAMPLE, 'src')).map((file): Input => {
  const config = JSON.parse(readFileSync(join(EXAMPLE, 'akepa.config.json'), 'utf8')) as AkepaConfig;
  return { name: `example: ${file}`, file, text: readFileSync(join(EXAMPLE, 'src', file), 'utf8'), config };
});

describe.each([...STYLES, ...UNTOLD])('files that Prettier wrote $name', (style) => {
  const runs: Run[] = [];
  beforeAll(async () => {
    const cwd = projectIn(style);
    for (const { name, file, text, config } of [...samples, ...example]) {
      const before = await formatted(file, text, style);
      const { text: after, outcomes } = migratedIn(cwd, file, before, config);
      runs.push({
        name,
        isRewritten: outcomes.some((outcome) => outcome.endsWith(' rewritten')),
        isClean: after === before || (await formatted(file, after, style)) === after,
        isStable: migratedIn(cwd, file, after, config).text === after,
      });
    }
  }, 120_000);

  test('stay as Prettier writes them', () => {
    const unclean = runs.filter(({ isClean }) => !isClean).map(({ name }) => name);
    expect(unclean).toEqual(Object.keys(UNCLEAN[style.name] ?? {}));
    expect(runs.filter(({ isRewritten }) => isRewritten).length).toBeGreaterThan(250);
  });

  test('are the same after a second run', () => {
    expect(runs.filter(({ isStable }) => !isStable).map(({ name }) => name)).toEqual([]);
  });
});
