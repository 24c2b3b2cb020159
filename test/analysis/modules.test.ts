import { expect, test } from 'vitest';

import { check, type CheckResult } from '../../src/check.js';
import { type Files, folder } from '../support/folder.js';

function run(files: Files, wholeRepository = false): Promise<CheckResult> {
  const cwd = folder(files);
  return check([], { cwd, loaded: { config: {}, root: cwd, file: undefined }, wholeRepository });
}

const AXIOS = "import axios from 'axios';\n";

test('500 re-exports in a row lead to the path, and a caller without a marker is found', async () => {
  const chain = Array.from({ length: 500 }, (_, index): [string, string] => [
    `m${index + 1}.js`,
    `export * from './m${index}.js';\n`,
  ]);
  const files = {
    'm0.js': "export const LINK = '/customer/kyc/document-link';\n",
    ...Object.fromEntries(chain),
    'caller.js': `${AXIOS}import { LINK } from './m500.js';\nawait axios.post(LINK, {}); // kyc\n`,
  };
  const { findings } = await run(files);
  expect(findings.map(({ file, line, endpoint }) => [file, line, endpoint])).toEqual([
    ['caller.js', 3, 'kyc-document-link'],
  ]);
});

test('a path that its own file sends is sent by a file without a marker, too', async () => {
  const { findings } = await run({
    'a.js': `${AXIOS}export const GENERATE = '/document/generate';\naxios.post(GENERATE);\n`,
    'b.js': `${AXIOS}import { GENERATE } from './a.js';\naxios.post(GENERATE);\n`,
  });
  expect(findings.map(({ file, line }) => [file, line])).toEqual([
    ['a.js', 3],
    ['b.js', 3],
  ]);
});

test('a cycle of 200 modules ends, and what it hides is a blind spot', async () => {
  const cycle = Array.from({ length: 200 }, (_, index): [string, string] => [
    `m${index}.js`,
    `import { v${(index + 1) % 200} } from './m${(index + 1) % 200}.js';
export * from './m${(index + 7) % 200}.js';
export const v${index} = v${(index + 1) % 200};\n`,
  ]);
  const { findings, blindSpots } = await run({
    ...Object.fromEntries(cycle),
    'caller.js': `${AXIOS}import { v0, NONE } from './m0.js';\naxios.post(v0);\naxios.post(NONE);\naxios.post('/customer/kyc/init');\n`,
  });
  expect(findings.map(({ line }) => line)).toEqual([5]);
  expect(blindSpots.map(({ line }) => line)).toEqual([3, 4]);
});

test('missing modules, modules that do not parse and packages end as unknown', async () => {
  const { findings, errors, blindSpots } = await run({
    'broken.js': 'export const LINK = ;',
    'a.js': `${AXIOS}import { A } from './none.js';\nimport { LINK } from './broken.js';\nimport { P } from 'some-package';\naxios.post(A);axios.post(LINK);axios.post(P); // kyc\n`,
  });
  expect(findings).toEqual([]);
  // It has no marker, so nobody has asked for it.
  expect(errors).toEqual([]);
  expect(blindSpots).toHaveLength(3);
});

test('in the whole repository, requests of files without a marker count, too', async () => {
  const files = {
    'a.js': `${AXIOS}axios.get('/users');\n`,
    'b.js': `${AXIOS}export const load = (path) => axios.get(path);\n`,
  };
  const { stats, blindSpots } = await run(files);
  expect({ http: stats.httpCalls, blindSpots }).toEqual({ http: 0, blindSpots: [] });
  const whole = await run(files, true);
  expect(whole.stats).toMatchObject({ httpCalls: 2, resolvedCalls: 1 });
  expect(whole.blindSpots.map(({ file }) => file)).toEqual(['b.js']);
});

test('a file that is a test double of a legacy endpoint is a finding of that kind', async () => {
  const { findings } = await run({
    'a.test.js':
      "import nock from 'nock';\nnock('https://api.connectfi.example')\n  .post('/document/generate')\n  .reply(200);\n",
  });
  expect(findings).toMatchObject([
    { kind: 'mock', client: 'nock', line: 3, endpoint: 'document-generate', disposition: 'report' },
  ]);
});
