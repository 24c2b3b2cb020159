import { expect, test } from 'vitest';

import { leadToMarker } from '../../rules/marked-imports.js';
import { search } from '../../rules/search.js';
import { hasMarker } from '../../src/endpoints/markers.js';
import { type Files, folder } from '../support/folder.js';

test('what a text imports is found without parsing it', () => {
  const text = [
    "import a, { b } from './a';",
    'import "./b"; import type { c } from "@/c";',
    "export * from './d';\nexport {\n  e,\n} from\n  './e';",
    "const f = require('./f'), g = await import( './g' );",
    "import h = require('./h');",
    "<script setup>import i from './i'</script>",
    "const no = `./x`; from(y); important('./z'); a.from ['x'];",
  ].join('\n');
  const sources = ['./a', './b', '@/c', './d', './e', './f', './g', './h', './i'];
  expect(search(text)).toEqual({ hasMarker: false, sources });
});

test.each([
  "import './document/generate'; import './kyc-list';",
  "import './document/generate';",
  "import './document/generate'; get('/document/generate');",
  "get('/customer/kyc/init'); import './a';",
  "const from = 'account/list';",
  'const from = "/document" + action;',
  "import\n'akepa-migrate';",
  '// TODO(akepa-migrate AK312): what.',
])('a search for both finds the markers that a search for markers finds: %s', (text) => {
  expect(search(text).hasMarker).toBe(hasMarker(text));
});

test('a long chain leads to its end, and a project that leads to everything is given up', () => {
  const chain = (length: number): Files => {
    const files = new Map<string, string>();
    for (let index = 0; index < length; index++)
      files.set(`${index}.js`, `export * from './${index + 1}.js';`);
    return Object.fromEntries(files.set(`${length}.js`, "export const a = '/customer/kyc/init';"));
  };
  const short = folder(chain(300));
  expect(leadToMarker(['./0.js'], `${short}/a.js`, short)).toBe(true);
  const long = folder(chain(2_100));
  expect(leadToMarker(['./0.js'], `${long}/a.js`, long)).toBe(false);
  expect(leadToMarker(['./1000.js'], `${long}/a.js`, long)).toBe(true);
});

test('a verdict holds for the files on the way, in any order', () => {
  const cwd = folder({
    'a.js': "import './b.js'; import './c.js';",
    'b.js': "import './a.js';",
    'c.js': "import './b.js'; import './d.js';",
    'd.js': 'export const kyc = 1;',
    'e.js': 'export const other = 1;',
  });
  const leads = (name: string): boolean => leadToMarker([`./${name}.js`], `${cwd}/x.js`, cwd);
  const expected = { e: false, b: true, a: true, d: true, c: true };
  for (const [name, answer] of Object.entries(expected)) expect([name, leads(name)]).toEqual([name, answer]);
});

test('files of a folder may mean something else by an import, each by a tsconfig of its own', () => {
  const project = (kind: string, target: string): string =>
    JSON.stringify({
      compilerOptions: { composite: true, paths: { '@/*': [`./${target}/*`] } },
      include: [`*.${kind}.ts`],
    });
  const cwd = folder({
    'tsconfig.json': '{ "files": [], "references": [{ "path": "./app.json" }, { "path": "./spec.json" }] }',
    'app.json': project('app', 'real'),
    'spec.json': project('spec', 'doubles'),
    'a.app.ts': '',
    'a.spec.ts': '',
    'real/urls.ts': "export const a = '/customer/kyc/init';",
    'doubles/urls.ts': "export const a = '/other';",
  });
  const leads = (file: string): boolean => leadToMarker(['@/urls'], `${cwd}/${file}`, cwd);
  expect([leads('a.spec.ts'), leads('a.app.ts')]).toEqual([false, true]);
});
