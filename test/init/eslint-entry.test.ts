import { expect, test } from 'vitest';

import { parseModule } from '../../src/syntax/parse.js';
import { ADVISED, EDITED } from './eslint-entry.rows.js';
import { adviceOf, changeOf, manifest } from './repository.js';

const ESLINT = /^ESLint/;

test.each(EDITED)(
  '$name: one import and one element, nothing else',
  ({ file = 'eslint.config.js', before, after }) => {
    expect(changeOf(file, { [file]: before })?.after).toBe(after);
    expect(() => parseModule(file, after.replace('\uFEFF', ''))).not.toThrow();
  },
);

test.each(EDITED)('$name: a second run finds the entry', ({ file = 'eslint.config.js', after }) => {
  expect(changeOf(file, { [file]: after })).toBeUndefined();
  expect(adviceOf(ESLINT, { [file]: after })).toBeUndefined();
});

test.each(ADVISED)('$name: text to paste', ({ file = 'eslint.config.js', before }) => {
  expect(changeOf(file, { [file]: before })).toBeUndefined();
  const text = adviceOf(ESLINT, { [file]: before })?.text;
  const kind = file.endsWith('.cjs')
    ? "= require('akepa-migrate/eslint')"
    : "import akepa from 'akepa-migrate/eslint'";
  expect(text).toContain(kind);
  expect(text).toContain('akepa.configs.recommended');
});

test.each([
  ['an eslintrc', { '.eslintrc.json': '{}' }, '.eslintrc.json'],
  ['eslintConfig in package.json', { 'package.json': manifest({ eslintConfig: {} }) }, 'package.json'],
  [
    'ESLint 8 with a flat config',
    { 'package.json': manifest({}, { eslint: '^8.57.0' }), 'eslint.config.js': 'export default [];' },
    'ESLint 8',
  ],
])('%s: says what the rules need', (_, files: Readonly<Record<string, string>>, why) => {
  const title = adviceOf(ESLINT, files)?.title;
  expect(title).toContain('the rules need ESLint 9 or 10 and a flat config');
  expect(title).toContain(why);
});

test('no ESLint: nothing', () => {
  expect(adviceOf(ESLINT, {})).toBeUndefined();
});

test('a workspace: the config of a package is edited, one that goes on from the root is not', () => {
  const files = {
    'package.json': manifest({ workspaces: ['packages/*'] }),
    'eslint.config.js': 'export default [];\n',
    'packages/a/eslint.config.js': 'export default [{}];\n',
    'packages/b/eslint.config.js': "import root from '../../eslint.config.js';\nexport default [...root];\n",
  };
  expect(changeOf('eslint.config.js', files)).toBeDefined();
  expect(changeOf('packages/a/eslint.config.js', files)).toBeDefined();
  expect(changeOf('packages/b/eslint.config.js', files)).toBeUndefined();
});
