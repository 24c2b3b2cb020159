import { expect, test } from 'vitest';

import { lineAt } from '../../src/syntax/position.js';
import { startOf } from '../../src/syntax/ranges.js';
import { analysed } from './calls.js';

/** A title, the lines of a file, where its deprecated calls are, and how many of its requests are blind spots. */
type Row = readonly [
  name: string,
  source: readonly string[],
  expected: { readonly calls: readonly number[]; readonly blind: number; readonly requests: number },
];

const AXIOS = "import axios from 'axios';";
const POST = "{ method: 'POST' }";

/** `count` lines, each made of its number. */
function lines(count: number, line: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => line(index));
}

/** The numbers from `first` on. */
function from(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}

/** Each ends, and the deprecated call is found; what is too long to follow is a blind spot and never silence. */
test.each<Row>([
  [
    '8,000 uses of one instance',
    [
      AXIOS,
      'const api = axios.create();',
      ...lines(8000, (i) => `api.post('/things/${i}');`),
      "api.post('/document/generate');",
    ],
    { calls: [8003], blind: 0, requests: 8001 },
  ],
  [
    '1,250 deprecated calls',
    [AXIOS, ...lines(1250, (i) => `export const f${i} = () => axios.post('/document/generate');`)],
    { calls: from(2, 1250), blind: 0, requests: 1250 },
  ],
  [
    'a map of 5,000 paths, each of them sent',
    [
      AXIOS,
      'const PATHS = {',
      ...lines(5000, (i) => `  p${i}: '/things/${i}',`),
      "  link: '/document/generate',",
      '};',
      ...lines(5000, (i) => `axios.post(PATHS.p${i});`),
      'axios.post(PATHS.link);',
    ],
    { calls: [10_005], blind: 0, requests: 5001 },
  ],
  [
    'a class of 2,000 methods that call each other',
    [
      AXIOS,
      'export class Api {',
      '  http = axios.create();',
      ...lines(2000, (i) => `  m${i}() { return this.http.get('/things/${i}', this.m${(i + 1) % 2000}()); }`),
      "  last() { return this.http.post('/document/generate'); }",
      '}',
    ],
    { calls: [2004], blind: 0, requests: 2001 },
  ],
  [
    'a table of 1,000 computed names, whose first is sent',
    [
      ...lines(1000, (i) => `const K${i} = 'k${i}';`),
      `const PATHS = { [K0]: '/document/generate',`,
      ...lines(999, (i) => `  [K${i + 1}]: '/things/${i}',`),
      '};',
      `fetch(PATHS[K0], ${POST});`,
    ],
    { calls: [2002], blind: 0, requests: 1 },
  ],
  [
    '2,000 objects in one another',
    [
      `const PATHS = ${'{ a: '.repeat(2000)}'/document/generate'${' }'.repeat(2000)};`,
      `fetch(PATHS${'.a'.repeat(2000)}, ${POST});`,
      `fetch('/document/generate', ${POST});`,
    ],
    // The steps end before the path is reached.
    { calls: [3], blind: 1, requests: 2 },
  ],
  [
    '5,000 arrays put after one another',
    [
      `const all = ['/document/generate']${".concat(['/things'])".repeat(5000)};`,
      `fetch(all.join(''), ${POST});`,
      `fetch('/document/generate', ${POST});`,
    ],
    { calls: [3], blind: 1, requests: 2 },
  ],
  [
    '2,000 functions that call each other',
    [
      ...lines(
        2000,
        (i) => `function f${i}(path) { return f${(i + 1) % 2000}(path) ?? f${(i * 7 + 3) % 2000}(path); }`,
      ),
      `f0('/things'); fetch('/document/generate', ${POST});`,
    ],
    { calls: [2001], blind: 0, requests: 1 },
  ],
  [
    'a text put together by 2,000 statements, read after each of them',
    [
      "let url = '';",
      ...lines(2000, (i) => `url += '/${i}'; fetch(url, ${POST});`),
      `fetch('/document/generate', ${POST});`,
    ],
    // A text of more than 60 parts is no URL.
    { calls: [2002], blind: 1940, requests: 2001 },
  ],
  [
    'a variable that is set 2,000 times, and sent after each of them',
    [
      "let url = '';",
      ...lines(2000, (i) => `url = '/things/${i}'; fetch(url, ${POST});`),
      `url = '/document/generate'; fetch(url, ${POST});`,
    ],
    { calls: [2002], blind: 0, requests: 2001 },
  ],
  [
    '2,000 headers of one object',
    [
      'const headers = {};',
      ...lines(2000, (i) => `headers['x-${i}'] = '1'; fetch('/things/${i}', { method: 'POST', headers });`),
      "headers['x-connectfi-token'] = token;",
      "fetch('/document/generate', { method: 'POST', headers });",
    ],
    { calls: [2003], blind: 0, requests: 2001 },
  ],
  [
    'a switch of 2,000 cases',
    [
      'export function send(kind) {',
      '  switch (kind) {',
      ...lines(2000, (i) => `    case 'k${i}': return fetch('/things/${i}', ${POST});`),
      `    default: return fetch('/document/generate', ${POST});`,
      '  }',
      '}',
    ],
    { calls: [2003], blind: 0, requests: 2001 },
  ],
  [
    'a sum of 1,000, 5,000 times a short one',
    [
      `fetch('/things' + ${lines(1000, (i) => `a${i}`).join(' + ')}, ${POST});`,
      ...lines(5000, (i) => `export const u${i} = '/things/' + ${i} + '/items';`),
      `fetch('/document/' + 'generate', ${POST});`,
    ],
    // What the sum begins with is known, though its end is beyond what is followed.
    { calls: [5002], blind: 0, requests: 2 },
  ],
  [
    '1,000 spreads in one object',
    [
      AXIOS,
      ...lines(1000, (i) => `const o${i} = { h${i}: 1 };`),
      `const all = { url: '/document/generate', ${lines(1000, (i) => `...o${i}`).join(', ')} };`,
      "axios.request({ method: 'POST', ...all });",
      "axios.post('/document/generate');",
    ],
    { calls: [1003, 1004], blind: 0, requests: 2 },
  ],
  [
    'a chain of 300 answers',
    [`fetch('/document/generate', ${POST})${lines(300, (i) => `.then((x) => x.a${i})`).join('\n')};`],
    { calls: [1], blind: 0, requests: 1 },
  ],
  [
    '5,000 declarators of one statement',
    [
      `const ${lines(5000, (i) => `a${i} = '/things/${i}'`).join(', ')};`,
      `fetch('/document/generate', ${POST});`,
    ],
    { calls: [2], blind: 0, requests: 1 },
  ],
])('%s', (_name, source, expected) => {
  const { module, calls, blindSpots, httpCalls } = analysed(source, 'src/kyc.js');
  expect({
    calls: calls.map(({ call }) => lineAt(module.text, startOf(call.node))),
    blind: blindSpots.length,
    requests: httpCalls,
  }).toEqual(expected);
});

test('1,000 wrappers around a request: the ninth is the last that is followed', () => {
  const layers = lines(1000, (i) => `const f${i + 1} = (path) => f${i}(path);`);
  const source = [`const f0 = (path) => fetch(path, ${POST});`, ...layers];
  const near = analysed([...source, "f7('/document/generate');"], 'src/kyc.js');
  expect(near.calls.map(({ through }) => through.length)).toEqual([8]);
  // The request in the innermost one stays, and so does the path that it was not seen to send.
  const far = analysed([...source, "f1000('/document/generate');"], 'src/kyc.js');
  expect([far.calls.length, far.blindSpots.length, far.definitions.length]).toEqual([0, 1, 1]);
});

test('1,000 fields that a constructor sets, each to the one before', () => {
  const { calls, blindSpots } = analysed(
    [
      AXIOS,
      'export class Api {',
      '  constructor() {',
      '    this.f0 = axios.create();',
      ...lines(1000, (i) => `    this.f${i + 1} = this.f${i};`),
      '  }',
      "  near() { return this.f50.post('/document/generate'); }",
      "  far() { return this.f1000.post('/document/generate'); }",
      '}',
    ],
    'src/kyc.js',
  );
  expect(calls.map(({ client, confidence }) => [client, confidence])).toEqual([
    ['axios', 'likely'],
    ['unknown', 'possible'],
  ]);
  expect(blindSpots.length).toBe(1);
});
