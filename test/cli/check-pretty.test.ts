import { expect, test } from 'vitest';

import { akepa, linesOf } from '../support/cli.js';
import { folder } from '../support/folder.js';
import { CALLER, CLEAN, CONFIG, minified, STUCK } from '../support/sources.js';

const ANSI = '\u001B[';

test.concurrent(
  'findings stand under the name of their file, with a frame, and a summary ends it',
  async () => {
    const cwd = folder({
      'src/b.ts': STUCK,
      'src/a.ts': CALLER,
      'clean.ts': CLEAN,
      'akepa.config.json': CONFIG,
    });
    const { out, err, code } = await akepa(['check'], { cwd });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const lines = linesOf(out);
    const [first, second] = [lines.indexOf('src/a.ts'), lines.indexOf('src/b.ts')];
    expect(first).toBe(0);
    expect(second).toBeGreaterThan(first);
    const ofFirst = lines.slice(first, second).join('\n');
    expect(ofFirst).toContain('  4:9  GET /customer/kyc/status/:customerId is deprecated');
    expect(ofFirst).toContain('AK202');
    expect(ofFirst).toContain('axios, certain: base URL from process.env.CONNECTFI_BASE_URL');
    expect(ofFirst).toContain('  migrate rewrites it.');
    expect(ofFirst).toMatch(/^ {2}> 4 \| {3}await axios\.get\(/m);
    expect(ofFirst).toMatch(/^ {4,}\| +\^+$/m);
    expect(lines.slice(second).join('\n')).toContain('AK307 The code reads `data.kyc.mode` of the answer');
    expect(out).toContain(
      '2 legacy calls in 2 files: 1 can be rewritten, 1 needs a decision, 0 only reported.\n' +
        '3 files looked at, 3 parsed, 2 HTTP calls seen in them, the URL of 0 is not known (100 % resolved).',
    );
  },
);

test.concurrent('the caret underlines the call and nothing else', async () => {
  const cwd = folder({ 'a.ts': CALLER });
  const lines = (await akepa(['check'], { cwd })).out.split('\n');
  const at = lines.findIndex((line) => line.startsWith('  > 4 |'));
  const code = lines[at] ?? '';
  const carets = lines[at + 1] ?? '';
  expect(code.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe(
    'axios.get(`${process.env.CONNECTFI_BASE_URL}/customer/kyc/status/${customerId}`)',
  );
});

test.concurrent('a clean project is one green line of good news and the numbers', async () => {
  const { out, code } = await akepa(['check'], { cwd: folder({ 'a.ts': CLEAN, 'b.ts': '' }) });
  expect(code).toBe(0);
  expect(linesOf(out)[0]).toBe('No legacy call seen in 2 files.');
  expect(linesOf(out)[1]).toMatch(/^2 files looked at, 1 parsed, 0 HTTP calls seen in them/);
});

test.concurrent('no escape codes in a pipe', async () => {
  const { out } = await akepa(['check'], { cwd: folder({ 'a.ts': CALLER }) });
  expect(out).toContain('1 legacy call in 1 file');
  expect(out).not.toContain(ANSI);
});

test.concurrent.each<[Record<string, string>, boolean]>([
  [{ FORCE_COLOR: '1' }, true],
  [{ FORCE_COLOR: '3' }, true],
  [{ FORCE_COLOR: '0' }, false],
  [{ NO_COLOR: '1' }, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '' }, true],
])('with %o colours are %s', async (env, colored) => {
  const cwd = folder({ 'a.ts': CALLER, 'akepa.config.json': CONFIG });
  for (const verb of ['check', 'migrate'])
    expect((await akepa([verb], { cwd, env })).out.includes(ANSI)).toBe(colored);
});

test.concurrent('an unknown URL is a blind spot with its place and reason', async () => {
  const cwd = folder({ 'a.ts': `${CLEAN}fetch(location.href);\n` });
  const { out, code } = await akepa(['check'], { cwd });
  expect(code).toBe(0);
  expect(out).toContain('1 HTTP call seen in them, the URL of 1 is not known (0 % resolved).');
  expect(out).toMatch(/^ {2}a\.ts:2 {2}fetch: \S/m);
});

test.concurrent(
  'a known path that goes to something unknown is a blind spot, and its URL is known',
  async () => {
    const cwd = folder({
      'a.ts': "import { store } from 'store';\nstore.get('/customer/kyc/status/1');\nfetch(kyc);\n",
    });
    const { out } = await akepa(['check'], { cwd });
    expect(out).toContain('2 HTTP calls seen in them, the URL of 1 is not known (50 % resolved).');
    expect(out).toMatch(/^2 blind spots:\n {2}a\.ts:2 {2}unknown: \S.*\n {2}a\.ts:3 {2}fetch: \S/m);
  },
);

test.concurrent('a legacy path that no call was seen to use is a blind spot too', async () => {
  const cwd = folder({
    'a.ts': "import { submit } from './http.js';\nawait submit('/document/generate');\n",
  });
  const { out, code } = await akepa(['check'], { cwd });
  expect(code).toBe(0);
  expect(linesOf(out).slice(-2)).toEqual([
    '1 blind spot:',
    '  a.ts:2  no call was seen to use the path /document/generate',
  ]);
});

test.concurrent(
  'a constant that only connectFi can mean is reported where it is written, and once',
  async () => {
    const cwd = folder({
      'paths.ts': "export const PATHS = {\n  init: '/customer/kyc/init',\n};\n",
      'use.ts': "import { submit } from './http.js';\nawait submit('/document/generate');\n",
    });
    const { out, code } = await akepa(['check'], { cwd });
    expect(code).toBe(1);
    const lines = linesOf(out);
    expect(lines.slice(0, 4)).toEqual([
      'paths.ts',
      expect.stringMatching(
        /^ {2}2:9 {2}POST \/customer\/kyc\/init is deprecated .* No call was seen that uses this path\. AK201$/,
      ),
      '  likely: path /customer/kyc/init; no call was seen to use it',
      '  Reported only; migrate leaves it.',
    ]);
    expect(out).toMatch(/^ {2}> 2 \| {3}init: '\/customer\/kyc\/init',$/m);
    expect(lines.slice(-6)).toEqual([
      'No legacy call seen in 2 files.',
      '1 legacy path that no call was seen to use.',
      expect.stringContaining('2 files looked at'),
      '2 blind spots, 1 reported above:',
      '  use.ts:2  no call was seen to use the path /document/generate',
      expect.stringContaining('check --write-baseline'),
    ]);
  },
);

test.concurrent('what is not shown is counted: less certain calls, minified files, TODOs', async () => {
  const todo = '// TODO(akepa-migrate AK301): gone. Gone.\n';
  const cwd = folder({
    'a.ts': `${todo}fetch('/api/v1/document/generate', { method: 'POST' });\n`,
    'vendor.js': minified(),
  });
  const { out, code } = await akepa(['check'], { cwd });
  expect(code).toBe(1);
  expect(out).toContain(
    'TODOs that no longer fit; migrate --write removes them\n  a.ts:1  AK301 gone. Gone.',
  );
  expect(linesOf(out).slice(-3)).toEqual([
    '1 less certain call not shown; see them with a lower --confidence.',
    '1 minified file left out.',
    '1 TODO in the code.',
  ]);
});
