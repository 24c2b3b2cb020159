import { expect, test } from 'vitest';

import { akepa, linesOf } from '../support/cli.js';
import { type Files, folder, read } from '../support/folder.js';
import { CALLER } from '../support/sources.js';

const json = (config: unknown): Files => ({ 'akepa.config.json': JSON.stringify(config) });
const mjs = (text: string): Files => ({ 'akepa.config.mjs': text });

const BAD: readonly [string, Files, RegExp][] = [
  ['an unknown key', json({ valeus: {} }), /^unknown key `valeus`; did you mean `values`\?$/],
  ['a key like no other', json({ frobnicate: 1 }), /^unknown key `frobnicate`$/],
  [
    'an unknown value',
    json({ values: { workFlows: 'PERSONAL' } }),
    /^unknown key `values\.workFlows`; did you mean `workflow`\?$/,
  ],
  [
    'an unknown key deep down',
    json({ akepa: { update: { documnets: 'x' } } }),
    /^unknown key `akepa\.update\.documnets`; did you mean `documents`\?$/,
  ],
  [
    'a literal outside its enum',
    json({ values: { workflow: 'PRIVATE' } }),
    /^`values\.workflow` must be one of BUSINESS, PERSONAL$/,
  ],
  [
    'such a literal in an override',
    json({ overrides: [{ files: ['a'], values: { extension: 'pdf' } }] }),
    /^`overrides\.0\.values\.extension` must be one of jpg, png$/,
  ],
  [
    'a literal that breaks a pattern',
    json({ values: { reference: 'a-b' } }),
    /^`values\.reference` must match pattern/,
  ],
  [
    'a name of white space',
    json({ values: { documentName: ' ' } }),
    /^`values\.documentName` must match pattern/,
  ],
  ['a value of another type', json({ values: { reference: 5 } }), /^`values\.reference` must be object$/],
  ['a string for a list', json({ include: 'src' }), /^`include` must be array$/],
  [
    'an override without files',
    json({ overrides: [{ values: {} }] }),
    /^`overrides\.0` must have .* 'files'$/,
  ],
  ['no object', json(null), /^it must be object$/],
  ['invalid JSON', { 'akepa.config.json': '{ "values": ' }, /JSON/],
  ['an empty JSON file', { 'akepa.config.json': '' }, /JSON/],
  ['one that throws', mjs("throw new Error('no vault\\nno values');"), /^no vault$/],
  ['one that throws without a word', mjs('throw new RangeError();'), /^RangeError$/],
  ['one that throws no error', mjs("throw 'a tantrum';"), /^a tantrum$/],
  ['one that does not parse', mjs('export default {'), /^Unexpected/],
  ['one that imports what is not there', mjs("import './gone.mjs';"), /gone\.mjs/],
  ['one without a default export', mjs('export const values = {};'), /^it has no default export$/],
  ['one without any export', { 'akepa.config.ts': 'const config = {};' }, /^it has no default export$/],
  ['TypeScript that throws', { 'akepa.config.ts': "throw new Error('no vault' as string);" }, /^no vault$/],
  ['TypeScript that does not parse', { 'akepa.config.ts': 'export default {' }, /\S/],
];

test.concurrent.each(BAD)(
  '%s: one line that names the file, exit code 2, nothing read or written',
  async (_, files, message) => {
    const cwd = folder({ 'a.ts': CALLER, ...files });
    const [name = ''] = Object.keys(files);
    for (const args of [['check'], ['migrate', '--write']]) {
      const { code, out, err } = await akepa(args, { cwd });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      const lines = linesOf(err);
      expect(lines).toHaveLength(1);
      const prefix = `akepa-migrate: ${cwd}/${name}: `;
      expect(lines[0]?.slice(0, prefix.length)).toBe(prefix);
      expect(lines[0]?.slice(prefix.length)).toMatch(message);
    }
    expect(read(cwd, 'a.ts')).toBe(CALLER);
  },
);

test.concurrent('--config with a file that is not there', async () => {
  const cwd = folder({ 'a.ts': CALLER });
  const { code, out, err } = await akepa(['check', '--config', 'nope.json'], { cwd });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toBe(`akepa-migrate: ${cwd}/nope.json: there is no such config file\n`);
});

test.concurrent('--config with a folder', async () => {
  const cwd = folder({ 'a.ts': CALLER });
  const { code, err } = await akepa(['check', '--config', '.'], { cwd });
  expect({ code, err }).toEqual({ code: 2, err: `akepa-migrate: ${cwd}: there is no such config file\n` });
});
