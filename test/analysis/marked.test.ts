import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { analyse } from '../../src/analysis/analyse.js';
import type { Analysis } from '../../src/analysis/call.js';
import { createProgram } from '../../src/analysis/modules.js';
import { parseModule } from '../../src/syntax/parse.js';
import { rangeOf } from '../../src/syntax/ranges.js';
import { WAYS } from './marked.rows.js';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const SCRIPT = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html)$/;

/** What the ESLint rule reports of a file, and what its suggestions are made of. */
function saidBy({ calls, mocks, definitions }: Analysis): unknown {
  return {
    calls: calls.map(({ call, match, confidence, evidence, trail, url, client }) => ({
      range: rangeOf(call.node),
      endpoint: match.endpoint.id,
      ...{ confidence, evidence, trail, client, url: url.flat },
    })),
    mocks: mocks.map(({ range, match, confidence, url }) => ({
      ...{ range, endpoint: match.endpoint.id, confidence, url: url.flat },
    })),
    definitions: definitions.map(({ node, endpoint }) => ({ range: rangeOf(node), endpoint })),
  };
}

test.each(WAYS)('is found among the marked calls, too: %s', (code) => {
  const text = `import axios from 'axios';\n${code}\n`;
  const all = analyse(parseModule('a.ts', text));
  const marked = analyse(parseModule('a.ts', text), { isMarkedOnly: true });

  expect(saidBy(marked)).toEqual(saidBy(all));
  expect(all.calls.length + all.mocks.length).toBeGreaterThan(0);
});

test.each(
  ['shapes', 'look-alikes'].flatMap((kind) =>
    readdirSync(join(FIXTURES, kind), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [join(kind, entry.name)] : [],
    ),
  ),
)('%s: the marked calls are all that are reported', (name) => {
  const cwd = join(FIXTURES, name);
  const texts = readdirSync(cwd, { recursive: true, encoding: 'utf8' })
    .filter((file) => SCRIPT.test(file))
    .map((file) => join(cwd, file))
    .map((path) => ({ file: relative(cwd, path), path, text: readFileSync(path, 'utf8') }));

  for (const text of texts) {
    const all = analyse(createProgram(texts, { cwd }).moduleOf(text));
    const marked = analyse(createProgram(texts, { cwd }).moduleOf(text), { isMarkedOnly: true });
    expect(saidBy(marked), text.file).toEqual(saidBy(all));
  }
});

test('a call that has nothing to do with a legacy path is not looked at', () => {
  const text = [
    "import axios from 'axios';",
    "const http = axios.create({ baseURL: 'https://api.example.com' });",
    'const get = (path: string) => http.get(path);',
    "export const orders = () => get('/orders');",
    'export const order = (id: string) => http.get(`/orders/${id}`);',
    "export const save = (body: unknown) => fetch('/orders', { method: 'POST', body: JSON.stringify(body) });",
    'export const status = (id: string) => get(`/customer/kyc/status/${id}`);',
  ].join('\n');
  const all = analyse(parseModule('a.ts', text));
  const marked = analyse(parseModule('a.ts', text), { isMarkedOnly: true });

  expect(saidBy(marked)).toEqual(saidBy(all));
  expect([all.httpCalls, marked.httpCalls]).toEqual([4, 1]);
});
