import { describe, expect, test } from 'vitest';

import { errorLines, withoutTraces } from '../../src/compare/printed.js';
import { akepaFlow, legacyFlow } from './flows.js';
import { resultIn } from './verdicts.js';

test.each([
  [
    'an uncaught error',
    `file:///srv/app/old.mjs:12
  if (!ok) throw new Error('no');
                 ^

Error: no
    at file:///srv/app/old.mjs:12:9
    at async run (file:///srv/app/old.mjs:3:1) {
  code: 'E'
}

Node.js v20.20.0
`,
    ['Error: no'],
  ],
  [
    'an error of the program’s own class',
    `/srv/app/old.cjs:3
throw new Refused('no');
^

Refused: no
    at Object.<anonymous> (/srv/app/old.cjs:3:7)

Node.js v20.20.0
`,
    ['Refused: no'],
  ],
  ['two errors', 'Error: one\nretrying\nHTTPError: two\n', ['Error: one', 'HTTPError: two']],
  ['no error', 'could not link the front\n', ['could not link the front']],
  [
    'a warning of Node',
    '(node:4711) [DEP0169] DeprecationWarning: old\n(Use `node --trace-deprecation ...` to show where the warning was created)\n',
    [],
  ],
  ['colours', '\u001B[31mError: no\u001B[39m\n', ['Error: no']],
])('lines of standard error: %s', (_, stderr, lines) => {
  expect(errorLines(stderr)).toEqual(lines);
});

test('text that only looks like a stack stays', () => {
  const text = 'uploaded\n  at noon\n  at 12:30\ndone {\n  front\n}';
  expect(withoutTraces(text)).toBe(text);
});

describe('a difference of the program’s own words is not one of the API’s', () => {
  test.each([
    ['another word beside a status', 'upload APPROVED', 'review completed'],
    ['a status turned around', 'APPROVED', 'pending_step_up'],
    ['another number', 'took 400 files', 'took 404 files'],
    ['a checksum', `md5 ${'a'.repeat(32)}`, `md5 ${'b'.repeat(32)}`],
    ['a short id', 'doc_1', 'doc_2'],
    ['a word that a code holds', 'injectedTwice', 'codeTwice'],
    ['an indented line', 'done\n  at noon', 'done\n  at night'],
  ])('%s', async (_, before, after) => {
    const result = await resultIn(
      'happy-path',
      legacyFlow({ report: () => Promise.resolve(before) }),
      akepaFlow({ report: () => Promise.resolve(after) }),
    );
    expect(result.rows.find(({ observable }) => observable === 'output')).toMatchObject({
      verdict: 'regression',
      before: JSON.stringify(before),
      after: JSON.stringify(after),
    });
  });
});

test('what a function returns that is no JSON is no output', async () => {
  const report = (): Promise<unknown> => Promise.resolve(() => undefined);
  const { rows } = await resultIn('happy-path', legacyFlow({ report }), akepaFlow({ report }));
  expect(rows.find(({ observable }) => observable === 'output')).toMatchObject({
    verdict: 'same',
    after: '',
  });
});

test('a call whose answer has no body', async () => {
  const head = async ({
    fetch,
    baseUrl,
  }: {
    fetch: typeof globalThis.fetch;
    baseUrl: string;
  }): Promise<number> => (await fetch(`${baseUrl}/health`, { method: 'HEAD' })).status;
  const { verdict, before } = await resultIn('happy-path', head, head);
  expect(verdict).toBe('same');
  expect(before).toEqual([{ method: 'HEAD', path: '/health', role: 'other', api: 'neither', status: 404 }]);
});
