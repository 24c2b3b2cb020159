import { beforeAll, describe, expect, test } from 'vitest';

import type { AkepaConfig } from '../../src/config/types.js';
import { parseModule } from '../../src/syntax/parse.js';
import { endOf, rangeOf, startOf } from '../../src/syntax/ranges.js';
import { formatted, type FormatStyle, migratedIn, projectIn, STYLES } from './formatted.js';
import { SAMPLE_FILES, samplesIn } from './samples.js';

/** A sample whose code is one exported function, and what its module has besides. */
interface FunctionSample {
  readonly name: string;
  readonly file: string;
  readonly config: AkepaConfig;
  readonly before: string;
  /** What stands before and behind the function. */
  readonly around: readonly [string, string];
  /** Without `export` and `function`: `start(id) { … }`, with `async ` before it. */
  readonly method: string;
  readonly own: string;
}

interface Form {
  readonly name: string;
  /** The file's name and text; undefined for what can't be written so. */
  readonly wrap: (sample: FunctionSample) => { readonly file: string; readonly text: string } | undefined;
}

interface Run {
  readonly name: string;
  readonly outcomes: readonly string[];
  readonly expected: readonly string[];
  readonly isClean: boolean;
  readonly isStable: boolean;
}

const FORMS: readonly Form[] = [
  {
    name: 'a method with decorators, of a class with decorators',
    wrap: ({ file, around: [head, tail], method }) => {
      const members = `@Inject('log') readonly log: unknown;\n  @Traced()\n  ${method}`;
      const text = `${head}@Injectable({ scope: 1 })\nexport class Kyc {\n  ${members}\n}\n${tail}`;
      return {
        file,
        text: /\.[cm]?js$|jsx$/.test(file) ? text.replace(' readonly log: unknown', ' log') : text,
      };
    },
  },
  {
    name: 'a function of a component',
    wrap: ({ file, around: [head, tail], own }) => {
      if (!/\.[jt]sx?$/.test(file)) return undefined;
      const name = /function (\w+)/.exec(own)?.[1] ?? '';
      const parts = [own, `return <button title="Send it" send={${name}}>Send</button>;`];
      const text = `${head}export function Panel({ id }) {\n${parts.join('\n\n')}\n}\n${tail}`;
      return { file: file.replace(/x?$/, 'x'), text };
    },
  },
];

const functions = SAMPLE_FILES.flatMap((name) =>
  samplesIn(name).flatMap(({ title, file, before, config }): FunctionSample[] => {
    const { ast } = parseModule(file, before);
    const [found, second] = ast.body.filter(
      ({ type }) => type === 'ExportNamedDeclaration' || type === 'FunctionDeclaration',
    );
    if (found?.type !== 'ExportNamedDeclaration' || second) return [];
    const { declaration } = found;
    if (declaration?.type !== 'FunctionDeclaration' || !declaration.body) return [];
    const own = before.slice(...rangeOf(declaration));
    return [
      {
        ...{ name: `${name}: ${title}`, file, config, before },
        around: [before.slice(0, startOf(found)), before.slice(endOf(found))],
        method: own.replace(/^(async )?function\s*/, '$1'),
        own,
      },
    ];
  }),
);

describe.each(FORMS)('$name', ({ wrap }) => {
  describe.each(STYLES.slice(0, 2))('$name', (style) => {
    let runs: readonly Run[] = [];
    beforeAll(async () => {
      runs = await runsOf(wrap, style);
    }, 120_000);

    test('moves as the function does that it was', () => {
      const other = runs.filter(({ outcomes, expected }) => outcomes.join() !== expected.join());
      expect(other.map(({ name, outcomes, expected }) => [name, outcomes, expected])).toEqual([]);
      expect(runs.length).toBeGreaterThan(150);
    });

    test('stays as Prettier writes it', () => {
      expect(runs.filter(({ isClean }) => !isClean).map(({ name }) => name)).toEqual([]);
    });

    test('is the same after a second run', () => {
      expect(runs.filter(({ isStable }) => !isStable).map(({ name }) => name)).toEqual([]);
    });
  });
});

async function runsOf(wrap: Form['wrap'], style: FormatStyle): Promise<Run[]> {
  const cwd = projectIn(style);
  const runs: Run[] = [];
  for (const sample of functions) {
    const wrapped = wrap(sample);
    if (!wrapped) continue;
    const { file } = wrapped;
    const before = await formatted(file, wrapped.text, style);
    const { text, outcomes } = migratedIn(cwd, file, before, sample.config);
    runs.push({
      name: sample.name,
      outcomes,
      expected: migratedIn(cwd, sample.file, sample.before, sample.config).outcomes,
      isClean: text === before || (await formatted(file, text, style)) === text,
      isStable: migratedIn(cwd, file, text, sample.config).text === text,
    });
  }
  return runs;
}
