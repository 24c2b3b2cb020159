import { describe, expect, test } from 'vitest';

import { migrated, todoCodes } from './run.js';

const TEXT =
  'TODO(akepa-migrate AK310): POST /customer/kyc/upload/:customerId/:documentId becomes POST /akepa/document/generate, then POST /akepa/document/upload/:documentId, then POST /akepa/update, and three in a row are not written for its client (wp-api-fetch). Send them by a function that gives a promise.';
const LINE = `// ${TEXT}`;
/** This client's upload is never rewritten, whoever gets its answer. */
const CALL = "apiFetch({ path: '/customer/kyc/upload/a/b', method: 'POST', body: form })";
const IMPORT = "import apiFetch from '@wordpress/api-fetch';";

/** Code with an import of it; `<todo>` stands for the annotation, and is not in the input. */
const PLACES: readonly (readonly [name: string, file: string, ...lines: string[]])[] = [
  ['a statement', 'a.ts', '<todo>', `await ${CALL};`],
  ['a nested statement', 'a.ts', 'if (form) {', '    <todo>', `    await ${CALL};`, '}'],
  ['a return', 'a.ts', 'function f() {', '\t<todo>', `\treturn ${CALL};`, '}'],
  ['an export', 'a.ts', '/** Uploads. */', '<todo>', `export const f = () => ${CALL};`],
  ['an export default', 'a.js', '<todo>', `export default () => ${CALL};`],
  ['an arrow on the next line', 'a.ts', '<todo>', 'const f = () =>', `  ${CALL};`],
  ['an arrow in an object', 'a.ts', 'const api = {', '  a: 1,', '  <todo>', `  f: () => ${CALL},`, '};'],
  ['a method', 'a.ts', 'class A {', '  f() {', '    <todo>', `    ${CALL};`, '  }', '}'],
  ['a class property', 'a.ts', 'class A {', '  a = 1;', '  <todo>', `  f = () => ${CALL};`, '}'],
  ['a case', 'a.ts', 'switch (a) {', "  case 'b':", '    <todo>', `    ${CALL};`, '}'],
  ['a case on one line', 'a.ts', 'switch (a) {', '  <todo>', `  case 'b': ${CALL};`, '}'],
  ['an else if', 'a.ts', '<todo>', 'if (a) {', '  b();', `} else if (await ${CALL}) {`, '  c();', '}'],
  ['a body without braces', 'a.ts', 'if (a)', '  <todo>', `  await ${CALL};`],
  ['a template', 'a.ts', '<todo>', 'const t = `', `  \${await ${CALL}}`, '`;'],
  ['arguments on lines of their own', 'a.ts', '<todo>', 'run(', '  a,', `  () => ${CALL},`, ');'],
  ['a loop', 'a.ts', 'for (const form of forms)', '  <todo>', `  await ${CALL};`],
  ['a statement behind another', 'a.ts', '<todo>', `a(); await ${CALL};`],
  [
    'a suppressed line',
    'a.ts',
    'a();',
    '<todo>',
    '// eslint-disable-next-line no-void -- why',
    '// @ts-expect-error',
    `void ${CALL};`,
  ],
  ['a comment', 'a.ts', '// sends the form', '<todo>', `await ${CALL};`],
  ['JSX', 'a.tsx', 'const a = (', '  <p>', '    <jsx>', `    {useThing(() => ${CALL})}`, '  </p>', ');'],
  ['a JSX attribute', 'a.tsx', '<todo>', 'const a = (', '  <p', `    onClick={() => ${CALL}}`, '  />', ');'],
  [
    'a block in a JSX attribute',
    'a.tsx',
    'const a = (',
    '  <p',
    '    onClick={() => {',
    '      <todo>',
    `      ${CALL};`,
    '    }}',
    '  />',
    ');',
  ],
  [
    'a fragment',
    'a.jsx',
    'const a = (',
    '  <>',
    '    <jsx>',
    `    {list.map((form) => <b key={${CALL}} />)}`,
    '  </>',
    ');',
  ],
];

describe('an annotation stands above', () => {
  test.each(PLACES)('%s', (_, file, ...lines) => {
    const code = [IMPORT, ...lines];
    const without = code.filter((line) => !/^\s*<(?:todo|jsx)>$/.test(line));
    const expected = code.map((line) =>
      line.replace(/^(\s*)<todo>$/, `$1${LINE}`).replace(/^(\s*)<jsx>$/, `$1{/* ${TEXT} */}`),
    );
    const { text } = migrated(without, { file });
    expect(text).toBe([...expected, ''].join('\n'));
    const again = migrated(text, { file });
    expect(again.text).toBe(text);
    expect(again.result.files).toEqual([]);
  });
});

/** Other ways to write the same file. */
const WRITTEN: Readonly<Record<string, (text: string) => string>> = {
  LF: (text) => text,
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  tabs: (text) => text.replaceAll(/^(?: {2})+/gm, (space) => '\t'.repeat(space.length / 2)),
  'tabs and CRLF': (text) =>
    text.replaceAll(/^(?: {2})+/gm, (space) => '\t'.repeat(space.length / 2)).replaceAll('\n', '\r\n'),
};

const STALE = 'TODO(akepa-migrate AK301): POST /akepa/status requires `applicationId`. Set it.';
/** What an annotation goes through. */
const LIVES: readonly (readonly [name: string, before: readonly string[], after: readonly string[]])[] = [
  ['is put there', ['  await <call>;'], ['  <ours>', '  await <call>;']],
  ['stays as it is', ['  <ours>', '  await <call>;'], ['  <ours>', '  await <call>;']],
  [
    'keeps what somebody wrote behind it',
    ['  <ours>(Jane does it)', '  await <call>;'],
    ['  <ours>(Jane does it)', '  await <call>;'],
  ],
  [
    'is updated in place',
    ['  a();', '  <stale>', '  await <call>;'],
    ['  a();', '  <ours>', '  await <call>;'],
  ],
  [
    'is updated above a comment',
    ['  <stale>', '  // why', '  await <call>;'],
    ['  // why', '  <ours>', '  await <call>;'],
  ],
  [
    'is updated above a directive',
    ['  <stale>', '  // @ts-ignore', '  await <call>;'],
    ['  <ours>', '  // @ts-ignore', '  await <call>;'],
  ],
  [
    'is removed when it is resolved',
    ['  a();', '  <stale>', '  await axios.post(url);', ''],
    ['  a();', '  await axios.post(url);', ''],
  ],
  ['is removed at the end of the file', ['  a();', '  <stale>'], ['  a();']],
  [
    'is there once for several calls',
    ['  await Promise.all([<call>, <call>]);'],
    ['  <ours>', '  await Promise.all([<call>, <call>]);'],
  ],
  ['loses its double', ['  <ours>', '  <ours>', '  await <call>;'], ['  <ours>', '  await <call>;']],
  [
    'loses the one of two that is resolved',
    ['  <stale>', '  <ours>', '  await <call>;'],
    ['  <ours>', '  await <call>;'],
  ],
  [
    'moves with its call',
    ['  <ours>', '  a();', '  await <call>;'],
    ['  a();', '  <ours>', '  await <call>;'],
  ],
];

describe.each(Object.entries(WRITTEN))('%s: an annotation', (_, written) => {
  test.each(LIVES)('%s', (_name, before, after) => {
    const build = (lines: readonly string[]): string =>
      written(
        [IMPORT, 'async function f() {', ...lines, '}', '']
          .join('\n')
          .replaceAll(
            /<ours>(\(.*\))?/g,
            (_all, words: string | undefined) => `${LINE}${words ? ` ${words}` : ''}`,
          )
          .replaceAll('<stale>', `// ${STALE}`)
          .replaceAll('<call>', CALL),
      );
    const { text, result } = migrated(build(before));
    expect(text).toBe(build(after));
    expect(result.errors).toEqual([]);
    const again = migrated(text);
    expect(again.text).toBe(text);
    expect(again.result.files).toEqual([]);
  });

  const JSX: typeof LIVES = [
    ['is put there', ['    {send(() => <call>)}'], ['    <ours>', '    {send(() => <call>)}']],
    [
      'stays as it is',
      ['    <ours>', '    {send(() => <call>)}'],
      ['    <ours>', '    {send(() => <call>)}'],
    ],
    [
      'is updated in place',
      ['    <stale>', '    {send(() => <call>)}'],
      ['    <ours>', '    {send(() => <call>)}'],
    ],
    ['is removed when it is resolved', ['    <stale>', '    {send(url)}'], ['    {send(url)}']],
    [
      'is there once for several calls',
      ['    {send(() => [<call>, <call>])}'],
      ['    <ours>', '    {send(() => [<call>, <call>])}'],
    ],
    [
      'loses the one of two that is resolved',
      ['    <ours>', '    <stale>', '    {send(() => <call>)}'],
      ['    <ours>', '    {send(() => <call>)}'],
    ],
  ];

  test.each(JSX)('in JSX %s', (_name, before, after) => {
    const build = (lines: readonly string[]): string =>
      written(
        [IMPORT, 'const a = (', '  <p>', ...lines, '  </p>', ');', '']
          .join('\n')
          .replaceAll('<ours>', `{/* ${TEXT} */}`)
          .replaceAll('<stale>', `{/* ${STALE} */}`)
          .replaceAll('<call>', CALL),
      );
    const { text } = migrated(build(before), { file: 'a.tsx' });
    expect(text).toBe(build(after));
    const again = migrated(text, { file: 'a.tsx' });
    expect(again.text).toBe(text);
    expect(again.result.files).toEqual([]);
  });

  test.each(PLACES)('above %s', (_name, file, ...lines) => {
    const code = [IMPORT, ...lines, ''];
    const fill = (line: string): string => line.replace('<todo>', LINE).replace('<jsx>', `{/* ${TEXT} */}`);
    const without = code.filter((line) => !/^\s*<(?:todo|jsx)>$/.test(line));
    expect(migrated(written(without.join('\n')), { file }).text).toBe(written(code.map(fill).join('\n')));
  });
});

describe('several calls in one statement', () => {
  const code = [
    IMPORT,
    'await Promise.all([',
    `  ${CALL},`,
    `  ${CALL.replace('/a/b', '/c/d')},`,
    "  apiFetch({ path: '/customer/kyc/status/a' }),",
    ']);',
  ];

  test('give each annotation once', () => {
    const { text } = migrated(code);
    expect(todoCodes(text)).toEqual(['AK310', 'AK308']);
    expect(text.split('\n').slice(1, 4)).toEqual([
      LINE,
      expect.stringContaining('AK308'),
      'await Promise.all([',
    ]);
    expect(migrated(text).text).toBe(text);
  });
});

describe('an annotation that stands already', () => {
  const old = '// TODO(akepa-migrate AK301): POST /akepa/status requires `applicationId`. Set it.';
  const moved = [
    "import axios from 'axios';",
    "await axios.post('/akepa/status', { customerId, applicationId });",
  ];

  test('is replaced when it says something else', () => {
    const { text } = migrated([IMPORT, old, `await ${CALL};`]);
    expect(text).toBe([IMPORT, LINE, `await ${CALL};`, ''].join('\n'));
  });

  test('is removed with its line when it is resolved', () => {
    const [first = '', second = ''] = moved;
    expect(migrated([first, `  ${old}`, second]).text).toBe([...moved, ''].join('\n'));
  });

  test('is removed when the call is rewritten', () => {
    const { text } = migrated(["import axios from 'axios';", old, "await axios.post('/document/generate');"]);
    expect(todoCodes(text)).toEqual([]);
    expect(text).toMatch(
      /^import axios from 'axios';\nawait axios\.post\('\/akepa\/document\/generate', \{\n/,
    );
  });

  test('is removed from the end of a line without the code before it', () => {
    const [first = '', second = ''] = moved;
    expect(migrated([first, `${second} ${old}`]).text.trimEnd()).toBe(`${first}\n${second}`);
  });

  test('is removed from JSX', () => {
    const lines = [
      'export const A = () => (',
      '  <p>',
      `    {/* ${old.slice(3)} */}`,
      '    {fetch(url)}',
      '  </p>',
      ');',
    ];
    const expected = lines.filter((_, index) => index !== 2);
    expect(migrated(lines, { file: 'a.tsx' }).text).toBe([...expected, ''].join('\n'));
  });

  test('loses only the one of two that is resolved', () => {
    const { text } = migrated([IMPORT, old, LINE, `await ${CALL};`]);
    expect(text).toBe([IMPORT, LINE, `await ${CALL};`, ''].join('\n'));
  });

  test('stays above a suppressed line', () => {
    const lines = [IMPORT, LINE, '// eslint-disable-next-line no-void', `void ${CALL};`];
    const { text, result } = migrated(lines);
    expect(text).toBe([...lines, ''].join('\n'));
    expect(result.files).toEqual([]);
  });
});

test("somebody's own TODO is left alone", () => {
  const own = [
    '// TODO(akepa-migrate): ask whether AK310 is right',
    '// TODO: TODO(akepa-migrate AK310): said Jane',
    '// TODO(AK310): no',
  ];
  const lines = [IMPORT, ...own, `await ${CALL};`];
  const { text } = migrated(lines);
  expect(text).toBe([IMPORT, ...own, LINE, `await ${CALL};`, ''].join('\n'));
});

test('source text in an annotation does not break its line', () => {
  const lines = [
    'export async function generate(secure) {',
    '  const res = await fetch(`${process.env.CONNECTFI_BASE_URL}/document/generate`, {',
    "    method: 'POST',",
    '    headers: secure',
    '      ? signed',
    '      : plain, // */',
    '  });',
    '  return (await res.json()).data.id;',
    '}',
  ];
  const { text } = migrated(lines, { file: 'a.js' });
  expect(text).toContain('(the headers are `secure ? signed : plain`)');
  expect(text.split('\n')).toHaveLength(lines.length + 2);
});
