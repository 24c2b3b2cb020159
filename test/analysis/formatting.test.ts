import { join } from 'node:path';

import { expect, test } from 'vitest';

import { formattingOf } from '../../src/analysis/formatting.js';
import { readText } from '../../src/analysis/read-text.js';
import type { Formatting } from '../../src/syntax/style.js';
import { type Files, folder } from '../support/folder.js';

const DEFAULTS: Formatting = {
  quote: '"',
  semicolons: true,
  width: 80,
  tabWidth: 2,
  indent: '  ',
  commas: 'all',
};

test.each<[what: string, files: Files, expected: Formatting]>([
  ['no config, and no Prettier', {}, {}],
  ['no config', { 'package.json': '{ "devDependencies": { "prettier": "3" } }' }, DEFAULTS],
  [
    'JSON',
    { '.prettierrc': '{ "semi": false, "singleQuote": true, "printWidth": 100 }' },
    { ...DEFAULTS, semicolons: false, quote: "'", width: 100 },
  ],
  [
    'YAML, and an override of another kind of file',
    {
      '.prettierrc':
        'tabWidth: 4\ntrailingComma: none\noverrides:\n  - files: "*.md"\n    options:\n      semi: false\n',
    },
    { ...DEFAULTS, tabWidth: 4, indent: '    ', commas: 'none' },
  ],
  ['TOML', { '.prettierrc.toml': 'trailingComma = "es5"\n' }, { ...DEFAULTS, commas: 'es5' }],
  ['package.json', { 'package.json': '{ "prettier": { "useTabs": true } }' }, { ...DEFAULTS, indent: '\t' }],
  ['the nearest one', { '.prettierrc': 'semi: false', 'src/.prettierrc': 'semi: true' }, DEFAULTS],
  ['a program, which is not run', { 'prettier.config.mjs': 'export default { semi: false };' }, {}],
  ['what is no JSON', { '.prettierrc': '{ semi: false' }, DEFAULTS],
  [
    '.editorconfig, below Prettier’s own config',
    {
      '.prettierrc': 'printWidth: 90',
      '.editorconfig':
        'root = true\n[*]\nindent_style = tab\nmax_line_length = 120\n[*.{ts,js}]\nindent_size = 4\n[*.md]\nindent_size = 8\n',
    },
    { ...DEFAULTS, width: 90, tabWidth: 4, indent: '\t' },
  ],
])('Prettier is told by %s', (_, files, expected) => {
  const cwd = folder({ 'src/kyc.ts': '', ...files });
  expect(formattingOf(join(cwd, 'src/kyc.ts'), readText)).toEqual(expected);
});
