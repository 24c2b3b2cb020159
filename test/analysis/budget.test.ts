import { expect, test } from 'vitest';

import { ParseError, parseModule } from '../../src/syntax/parse.js';
import { analysed, calls } from './calls.js';

const SEND = '{ method: "POST" }';
const GENERATE = 'document-generate POST fetch likely';

/** `count` lines, each made of its number. */
function lines(count: number, line: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => line(index));
}

/** Too long to follow: the request is a blind spot, and what stands behind it is still found. */
test.each<readonly [string, string[]]>([
  [
    '2,000 chained constants',
    [
      'const a0 = "/document/generate";',
      ...lines(2000, (i) => `const a${i + 1} = a${i};`),
      `fetch(a2000, ${SEND});`,
    ],
  ],
  [
    '2,000 chained objects',
    [
      'const a0 = { p: "/document/generate" };',
      ...lines(2000, (i) => `const a${i + 1} = { ...a${i} };`),
      `fetch(a2000.p, ${SEND});`,
    ],
  ],
  [
    '2,000 chained functions',
    [
      'const a0 = () => "/document/generate";',
      ...lines(2000, (i) => `const a${i + 1} = () => a${i}();`),
      `fetch(a2000(), ${SEND});`,
    ],
  ],
  ['2,000 chained members', ['const a = { a: {} as any };', `fetch(a${'.a'.repeat(2000)}, ${SEND});`]],
  [
    '1,000 nested calls',
    ['const f = (x: string) => x;', `fetch(${'f('.repeat(1000)}p${')'.repeat(1000)}, ${SEND});`],
  ],
  [
    'mutually recursive functions',
    [
      'const f = (x: string): string => g(x);',
      'const g = (x: string): string => f(x);',
      `fetch(f("/document/generate"), ${SEND});`,
    ],
  ],
  [
    'a recursive function',
    ['function f(x: string): string { return f(x + "/a"); }', `fetch(f("/document/generate"), ${SEND});`],
  ],
  [
    'a constant of itself',
    ['var a: any = a;', 'var b: any = { ...b };', 'var c: any = `${c}`;', `fetch(a + b.url + c, ${SEND});`],
  ],
  ['constants of one another', ['const a: any = b.x, b: any = a.x;', `fetch(a, ${SEND});`]],
  ['arrays of one another', ['const a: any = [...b], b: any = [...a];', `fetch(a.join(""), ${SEND});`]],
])('%s', (_name, source) => {
  const { calls: found, blindSpots, httpCalls } = analysed(source);
  expect([found.length, blindSpots.length, httpCalls]).toEqual([0, 1, 1]);
  expect(calls([...source, `fetch("/document/generate", ${SEND});`])).toEqual([
    `${GENERATE} ${source.length + 1}`,
  ]);
});

test('300 chained constants are followed', () => {
  const chain = lines(300, (i) => `const a${i + 1} = a${i};`);
  expect(calls(['const a0 = "/document/generate";', ...chain, `fetch(a300, ${SEND});`])).toEqual([
    `${GENERATE} 302`,
  ]);
});

test('2,000 nested templates', () => {
  const nested = `${'`${'.repeat(2000)}"/document/generate"${'}`'.repeat(2000)}`;
  const { calls, blindSpots } = analysed(`fetch(${nested}, ${SEND})`);
  expect([calls.length, blindSpots.length]).toEqual([1, 0]);
});

test('a sum of 2,000', () => {
  const { blindSpots, httpCalls } = analysed(`fetch(${Array(2000).fill('p').join(' + ')}, ${SEND})`);
  expect([blindSpots.length, httpCalls]).toEqual([1, 1]);
});

test.each<readonly [string, (a: string) => string]>([
  ['+', (a) => `${a} + ${a}`],
  ['templates', (a) => `\`\${${a}}\${${a}}\``],
  ['join', (a) => `[${a}, ${a}].join("")`],
  ['concat', (a) => `${a}.concat(${a})`],
  ['calls', (a) => `f(${a}, ${a})`],
  ['replace', (a) => `${a}.replace("generate", ${a}) + ${a}`],
  ['choices', (a) => `x ? ${a} : ${a}`],
  ['spread arrays', (a) => `[...[${a}], ...[${a}]].join("")`],
])('constants that double: %s', (_name, double) => {
  const { calls: found, httpCalls } = analysed([
    'const f = (x: string, y: string) => x + y;',
    'const a0 = "/document/generate";',
    ...lines(100, (i) => `const a${i + 1} = ${double(`a${i}`)};`),
    `fetch(a100, ${SEND});`,
  ]);
  // The text is cut where the steps end, so nothing certain can be said of it.
  expect(found.filter(({ confidence }) => confidence !== 'possible')).toEqual([]);
  expect(httpCalls).toBe(1);
});

test('headers that double and headers of one another', () => {
  const doubled = [
    'const h0: any = { "x-connectfi-token": t };',
    ...lines(100, (i) => `const h${i + 1} = { ...h${i}, ...h${i} };`),
    'const a: any = { ...b }, b: any = { ...a, "x-connectfi-token": t };',
  ];
  const send = (headers: string): string =>
    `fetch("/document/generate", { method: "POST", headers: ${headers} });`;
  expect(calls([...doubled, send('h3'), send('h100'), send('a')])).toEqual([
    'document-generate POST fetch certain 103',
    'document-generate POST fetch certain 104',
    'document-generate POST fetch certain 105',
  ]);
});

test('instances of instances', () => {
  const chain = (length: number): string =>
    `import axios from "axios"; axios${'.create({})'.repeat(length)}.post("/document/generate");`;
  expect(calls(chain(8))).toEqual(['document-generate POST axios likely 1']);
  expect(calls(chain(300))).toEqual(['document-generate POST unknown possible 1']);
});

test.each([
  ['a sum', Array(20_000).fill('p').join(' + ')],
  ['brackets', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['functions', `${'(() => {'.repeat(5000)}${'})'.repeat(5000)}`],
  ['a chain of calls', `p${'.then()'.repeat(20_000)}`],
])('%s too deep for the stack is refused as a file that can’t be parsed', (_name, source) => {
  expect(() => parseModule('a.ts', `const x = ${source};`)).toThrow(ParseError);
});
