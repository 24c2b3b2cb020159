import { join } from 'node:path';

import { expect, test } from 'vitest';

import { type TypeComparison, typeChecker } from '../../src/verify/types.js';
import { type Files, folder } from '../support/folder.js';

const TSCONFIG = '{ "compilerOptions": { "strict": true, "module": "nodenext" }, "include": ["src"] }';

/** What the checker says of `changes` in a project. */
async function compared(files: Files, changes: Readonly<Record<string, string>>): Promise<TypeComparison> {
  const cwd = folder({ 'package.json': '{ "type": "module" }', 'tsconfig.json': TSCONFIG, ...files });
  const checker = await typeChecker(cwd);
  const texts = new Map(Object.entries(changes).map(([file, text]) => [join(cwd, file), text]));
  const { gained, checked } = checker.compare(texts);
  const name = (path: string): string => path.slice(cwd.length + 1);
  return {
    gained: gained.map((one) => ({ ...one, path: name(one.path), causes: one.causes.map(name) })),
    checked: new Set([...checked].map(name)),
  };
}

const USER = "import { id } from './index.js';\nexport const length: number = id().length;\n";
const PROJECT = {
  'src/id.ts': "export const id = () => 'text';\n",
  'src/index.ts': "export * from './id.js';\n",
  'src/user.ts': USER,
  'src/stranger.ts': "export const wrong: number = 'text';\n",
};

test('a file that imports the changed one, also through another, gains what the change breaks', async () => {
  const { gained, checked } = await compared(PROJECT, { 'src/id.ts': 'export const id = () => 1;\n' });
  expect(gained).toEqual([
    {
      path: 'src/user.ts',
      text: "TS2339: Property 'length' does not exist on type 'number'.",
      causes: ['src/id.ts'],
    },
  ]);
  expect([...checked]).toEqual(['src/id.ts']);
});

test('of several changes, the nearest along the imports is the cause', async () => {
  const { gained } = await compared(PROJECT, {
    'src/id.ts': "export const id = () => 'other';\n",
    'src/user.ts': USER.replace(': number', ': boolean'),
  });
  expect(gained.map(({ path, causes }) => [path, causes])).toEqual([['src/user.ts', ['src/user.ts']]]);
});

test('what was there before is not gained, wherever it moves; once more of the same is', async () => {
  const wrong = "export const wrong: number = 'text';\n";
  const moved = await compared(PROJECT, { 'src/stranger.ts': `// a line\n${wrong}` });
  expect(moved.gained).toEqual([]);
  const twice = await compared(PROJECT, { 'src/stranger.ts': wrong + wrong.replace('wrong', 'other') });
  expect(twice.gained.map(({ text }) => text)).toEqual([
    "TS2322: Type 'string' is not assignable to type 'number'.",
  ]);
});

test('text that does not parse is a diagnostic too', async () => {
  const { gained } = await compared(PROJECT, { 'src/id.ts': 'export const id = () => (;\n' });
  expect(gained.map(({ path }) => path)).toContain('src/id.ts');
});

test('JavaScript counts as checked only where it is', async () => {
  const files = { 'src/a.js': 'export const a = 1;\n', 'src/b.js': '// @ts-check\nexport const b = 1;\n' };
  const allowed = TSCONFIG.replace('"strict"', '"allowJs": true, "strict"');
  const { checked } = await compared({ ...files, 'tsconfig.json': allowed }, files);
  expect([...checked]).toEqual(['src/b.js']);
  const all = await compared({ ...files, 'tsconfig.json': allowed.replace('allowJs', 'checkJs') }, files);
  expect([...all.checked]).toEqual(['src/a.js', 'src/b.js']);
});
