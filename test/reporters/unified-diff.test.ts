import { expect, test } from 'vitest';

import { unifiedDiff } from '../../src/reporters/unified-diff.js';

const diff = (before: string, after: string): string => unifiedDiff('a.ts', before, after, { colors: false });

test('header, hunk and the lines around', () => {
  expect(diff('1\n2\n3\n4\n5\n6\n', '1\n2\n3\n4\nfive\n6\n')).toBe(
    '--- a/a.ts\n+++ b/a.ts\n@@ -2,5 +2,5 @@\n 2\n 3\n 4\n-5\n+five\n 6\n',
  );
});

test('lines that look like a header keep every character', () => {
  expect(diff('-- i;  \r\nx\r\n', '++ i;\t\r\nx\r\n')).toBe(
    '--- a/a.ts\n+++ b/a.ts\n@@ -1,2 +1,2 @@\n--- i;  \r\n+++ i;\t\r\n x\r\n',
  );
});

test('a missing newline at the end is said', () => {
  expect(diff('a', 'b')).toBe(
    '--- a/a.ts\n+++ b/a.ts\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n',
  );
});

test('colours are put around lines and change no character of them', () => {
  const [before, after] = ['-- i;\na\n', '++ i;\na\n'];
  const colored = unifiedDiff('a.ts', before, after, { colors: true });
  expect(colored).not.toBe(diff(before, after));
  // eslint-disable-next-line no-control-regex -- the escape codes are what is looked for
  expect(colored.replaceAll(/\u001B\[\d+m/g, '')).toBe(diff(before, after));
  expect(colored).toContain('\u001B[31m--- i;\u001B[39m');
});
