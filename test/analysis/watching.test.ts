import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { analyse } from '../../src/analysis/analyse.js';
import { createProgram } from '../../src/analysis/modules.js';
import { parseModule } from '../../src/syntax/parse.js';
import { folder } from '../support/folder.js';

const CALLER = "import { LINK } from './paths.js';\nfetch(LINK, { method: 'POST' });\n";

test('what a module says is read again when one that it imports has changed', () => {
  const cwd = folder({
    'base.js': "export const BASE = '/document';\n",
    'paths.js': "import { BASE } from './base.js';\nexport const LINK = `${BASE}/generate`;\n",
  });
  const program = createProgram([], { cwd, isWatching: true });
  const found = (): string[] => {
    const link = program.linkFrom(join(cwd, 'caller.js'));
    const { calls } = analyse({ ...parseModule('caller.js', CALLER), link });
    return calls.map(({ match }) => match.endpoint.id);
  };
  expect(found()).toEqual(['document-generate']);
  const changed = join(cwd, 'base.js');
  writeFileSync(changed, "export const BASE = '/akepa/document';\n");
  // Some file systems count in seconds.
  utimesSync(changed, new Date(), new Date(Date.now() + 10_000));
  expect(found()).toEqual([]);
});

test('two views of one tree are two: with the modules that it imports, and without', () => {
  const module = parseModule('caller.js', CALLER);
  const paths = parseModule('paths.js', "export const LINK = '/document/generate';\n");
  const alone = (): number => analyse(module).calls.length;
  const linked = (): number => analyse({ ...module, link: () => paths }).calls.length;
  expect([alone(), linked(), alone()]).toEqual([0, 1, 0]);
});
