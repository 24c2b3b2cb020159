import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';

import type { CheckResult } from '../../src/check.js';
import { markdownCheck } from '../../src/reporters/markdown-check.js';
import { AWKWARD, AWKWARD_FILE, CONTEXT, finding, many, result } from './awkward.js';

/** As GitHub renders it, raw HTML included. */
function htmlOf(text: string): string {
  return micromark(text, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

const tagsOf = (html: string): Set<string> =>
  new Set([...html.matchAll(/<(\w+)/g)].map(([, name = '']) => name));

test('nothing of a path or a message is taken for markup', () => {
  const html = htmlOf(markdownCheck(AWKWARD, CONTEXT));
  expect([...tagsOf(html)].sort()).toEqual(
    [
      'a',
      'br',
      'code',
      'h2',
      'h3',
      'li',
      'p',
      'strong',
      'table',
      'tbody',
      'td',
      'th',
      'thead',
      'tr',
      'ul',
    ].sort(),
  );
  // Every link is one to a page of a code.
  const links = [...html.matchAll(/<a href="([^"]*)">([^<]*)/g)];
  expect(links.length).toBeGreaterThan(5);
  for (const [, address = '', text = ''] of links)
    expect(address).toMatch(new RegExp(`/docs/codes/${text}\\.md$`));
  expect(html).toContain('[x](y) *z*');
  expect(html).toContain('&amp;lt;');
  expect(html).toContain(
    `<h3><code>packages/kyc/${AWKWARD_FILE.replace('<y>&', '&lt;y&gt;&amp;')}</code></h3>`,
  );
});

test('every row of a table has its five cells', () => {
  const html = htmlOf(markdownCheck(AWKWARD, CONTEXT));
  const rows = html.split('<tr>').slice(1);
  expect(rows).toHaveLength(3 + 5);
  for (const row of rows) expect(row.match(/<t[dh]>/g)).toHaveLength(5);
  expect(html).toContain('<code>co|de</code>');
});

test('known and suppressed findings are left out, but counted', () => {
  const text = markdownCheck(AWKWARD, CONTEXT);
  expect(text).toContain('**5 findings** in 3 files of 7: ');
  expect(text).toContain(' Besides: 1 known, 1 suppressed.');
  expect(text).not.toContain('add-attributes');
  const known = result({ findings: [finding({ known: true, fails: false })] });
  expect(markdownCheck(known, CONTEXT)).toContain('Nothing found in 7 files. Besides: 1 known.');
});

test('no comment is longer than GitHub takes; what matters most stays, and it says what is missing', () => {
  const missing = (of: CheckResult): number => {
    const text = markdownCheck(of, CONTEXT);
    expect(text.length).toBeLessThanOrEqual(65_536);
    const [, count = '0'] = /^\*\*(\d+) findings more not shown\*\*/m.exec(text) ?? [];
    const shown = text.split('\n').filter((line) => /^\| \d+ \|/.test(line)).length;
    expect(shown + Number(count)).toBe(of.findings.length);
    return Number(count);
  };
  expect(missing(result({ findings: many(300) }))).toBe(0);
  expect(missing(result({ findings: many(5000) }))).toBeGreaterThan(4000);
  const last = finding({ file: 'src/last.ts' });
  const uncertain = many(5000, { confidence: 'possible' });
  expect(markdownCheck(result({ findings: [...uncertain, last] }), CONTEXT)).toContain(
    '`packages/kyc/src/last.ts`',
  );
  const long = many(2000, { disposition: 'todo', todos: [{ code: 'AK301', text: 'x'.repeat(1000) }] });
  expect(missing(result({ findings: long }))).toBeGreaterThan(1000);
});

test('long lists are cut, and say so', () => {
  const errors = Array.from({ length: 400 }, (_, index) => ({
    file: `src/${index}.ts`,
    message: 'y'.repeat(5000),
  }));
  const text = markdownCheck(result({ errors }), CONTEXT);
  expect(text.length).toBeLessThanOrEqual(65_536);
  expect(text).toContain('- and 380 more');
});
