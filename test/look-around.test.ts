import { expect, test } from 'vitest';

import { check, type CheckResult } from '../src/check.js';
import { type Files, folder } from './support/folder.js';

const AXIOS = "import axios from 'axios';\n";
/** More text than is looked into at a time. */
const LONG = '// Nothing to see in this line, which is one of many.\n'.repeat(30_000);

function run(files: Files): Promise<CheckResult> {
  const cwd = folder(files);
  const loaded = { config: {}, root: cwd, file: undefined };
  return check([], { cwd, loaded, wholeRepository: true });
}

test('a request of a wrapper is none that its callers do not make, however far away they are', async () => {
  const files = {
    'a/http.js': `${AXIOS}export const send = (url) => axios.post(url);\nexport const get = (url) => axios.get(url);\n`,
    'b/long.js': LONG,
    'c/orders.js': "import { send } from '../a/http.js';\nsend('/orders');\nsend(process.env.WHERE);\n",
    'd/long.js': LONG,
    'e/items.ts': "import { send } from '../a/http.js';\nsend('/items');\n",
  };
  const { blindSpots, stats } = await run(files);
  expect(blindSpots.map(({ file, line }) => `${file}:${line}`)).toEqual(['a/http.js:3', 'c/orders.js:3']);
  expect(stats).toMatchObject({ files: 5, parsed: 5, httpCalls: 4, resolvedCalls: 2 });
});

test('files with and without a marker know of each other', async () => {
  const { blindSpots, findings, stats } = await run({
    'a/http.js': `${AXIOS}export const send = (url) => axios.post(url);\n`,
    'b/long.js': LONG,
    // The marker is in a comment.
    'c/kyc.js': `// /customer/kyc/init\n${AXIOS}import { send } from '../a/http.js';\nsend('/orders');\nexport const get = (url) => axios.get(url);\n`,
    'd/long.js': LONG,
    'e/items.js': "import { get } from '../c/kyc.js';\nget('/items');\n",
    'f/odd.js': 'const = 1;\n',
  });
  expect(blindSpots).toEqual([]);
  expect(findings).toEqual([]);
  expect(stats).toMatchObject({ httpCalls: 2, resolvedCalls: 2 });
});

test('a call that only a look into every file finds is a finding', async () => {
  // Imported through more files than are asked otherwise.
  const chain = Array.from({ length: 9 }, (_, index): [string, string] => [
    `m${index + 1}.js`,
    `import { LINK as before } from './m${index}.js';\nexport const LINK = before;\n`,
  ]);
  const { findings } = await run({
    'm0.js': "export const LINK = '/customer/kyc/document-link';\n",
    ...Object.fromEntries(chain),
    'z.js': `${AXIOS}import { LINK } from './m9.js';\naxios.post(LINK, {}, { baseURL: process.env.CONNECTFI });\n`,
  });
  expect(findings.map(({ file, line }) => `${file}:${line}`)).toEqual(['z.js:3']);
});

test('a file that does not parse is named once', async () => {
  const { errors } = await run({ 'a.js': 'const = 1;\n', 'b.js': "fetch('/orders');\n" });
  expect(errors.map(({ file }) => file)).toEqual(['a.js']);
});
