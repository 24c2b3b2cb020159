import { describe, expect, test } from 'vitest';

import { scriptText } from '../../src/syntax/blocks/index.js';
import { ParseError, parseModule } from '../../src/syntax/parse.js';
import { rangeOf } from '../../src/syntax/ranges.js';
import { walk } from '../../src/syntax/walk.js';
import { calls } from '../analysis/calls.js';

const CALL = 'fetch("/document/generate", { method: "POST" });';
/** No JavaScript, and no call. */
const NOISE = 'fetch("/document/generate", { method: "POST" }) is <what> it said: {{{ ((( ';

/** File, its text with `@` for the call and `#` for the noise, and the lines of the calls that are seen. */
const ROWS: readonly (readonly [name: string, file: string, text: string, lines: readonly number[]])[] = [
  ['setup in TypeScript', 'a.vue', '<script setup lang="ts">\nconst a = <T>b; @\n</script>', [2]],
  ['TSX', 'a.vue', '<script lang="tsx">\nconst a: B = <c />; @\n</script>', [2]],
  ['two scripts', 'a.vue', '<script>\n@\n</script>\n<script setup>\n@</script>', [2, 5]],
  ['an attribute with a sign of a tag', 'a.vue', '<script setup generic="T extends A<B>">\n@</script>', [2]],
  [
    'a template first',
    'a.vue',
    '<template><template #a><b/></template>#</template>\n<script>@</script>',
    [2],
  ],
  ['a script in the template', 'a.vue', '<template><script>@</script></template>\n<script>@</script>', [2]],
  ['a template in pug', 'a.vue', '<template lang="pug">\nscript #\n</template>\n<script>@</script>', [4]],
  ['docs with a script', 'a.vue', '<docs>\n<script>#</script>\n</docs>\n<script>@</script>', [4]],
  ['a commented script', 'a.vue', '<!-- <script>#</script> -->\n<script>@</script>', [2]],
  ['a script elsewhere', 'a.vue', '<script src="./a.js" />\n<script>@</script>', [2]],
  ['a script elsewhere, and words', 'a.vue', '<script src="./a.js">#</script>', []],
  ['another language', 'a.vue', '<script lang="coffee">#</script>', []],
  ['no script', 'a.vue', '<template><p>#</p></template>\n<style>#</style>', []],
  ['nothing', 'a.vue', '', []],
  ['an instance', 'a.svelte', '<script>\n  let a; $: a = 1;\n@\n</script>\n<p>{a}</p>', [3]],
  [
    'module and instance',
    'a.svelte',
    '<script module>\n@\n</script>\n<script lang="ts">\nlet a: B;@</script>',
    [2, 5],
  ],
  ['the older spelling', 'a.svelte', '<script context="module">\n@</script>', [2]],
  [
    'braces with tags in strings',
    'a.svelte',
    "{@html '<script>#'}\n{a <b ? `<${'<'}script>` : \"\"}\n<script>@</script>",
    [3],
  ],
  [
    'an attribute with a function',
    'a.svelte',
    '<b on:click={() => a > "<script>"}>\n<script>@</script></b>',
    [2],
  ],
  ['a brace that is not closed', 'a.svelte', '<p>{ </p>\n<script>@</script>', [2]],
  ['styles', 'a.svelte', '<style>a { b: "<script>#" }</style>\n<script>@</script>', [2]],
  ['data', 'a.svelte', '<svelte:head><script type="application/ld+json">#</script></svelte:head>', []],
  ['frontmatter', 'a.astro', '---\nconst a: B = 1;\n@\n---\n<p>#</p>', [3]],
  [
    'frontmatter that returns and awaits',
    'a.astro',
    '---\nimport a from "a";\nif (await a()) return b;\n@\n---\n',
    [4],
  ],
  ['frontmatter over CRLF lines', 'a.astro', '\r\n---\r\n@\r\n---\r\n#', [3]],
  ['frontmatter with dashes', 'a.astro', '---\nlet a = b---c; // ---\n@\n---\n', [3]],
  ['frontmatter on one line', 'a.astro', '--- @ ---', [1]],
  [
    'its scripts',
    'a.astro',
    '---\n---\n<script>\nlet a: B; @</script>{b && <script is:inline>@</script>}',
    [4, 4],
  ],
  ['no frontmatter', 'a.astro', '<a b={`<script>`}>#</a>\n<script>@</script>', [2]],
  ['scripts in strings', 'a.astro', '<Fragment set:html={"<script>#"} />{a ? `<script>#</script>` : ""}', []],
  ['a page', 'a.html', '<!DOCTYPE html><title><script>#</title>\n<script>@</script>', [2]],
  ['any case', 'A.HTML', '<SCRIPT TYPE=Text/JavaScript>@</SCRIPT\n>', [1]],
  ['a module', 'a.htm', '<script type="module">\nimport "a";\n@\n</script>', [3]],
  ['a type without a value', 'a.html', '<script type async defer>@</script>', [1]],
  ['Babel', 'a.html', '<script type="text/babel">const a = <b />;@</script>', [1]],
  [
    'data and maps',
    'a.html',
    '<script type="application/json">#</script><script type=importmap>#</script>',
    [],
  ],
  ['templates', 'a.html', "<script type='text/x-template'>#</script><script type=text/html>#</script>", []],
  ['VBScript', 'a.html', '<script language="VBScript">#</script>', []],
  ['a script elsewhere is no whole tag', 'a.html', '<script src="a.js"/>#</script>\n<script>@</script>', [2]],
  ['comments', 'a.html', '<!--> <script>@</script>\n<!-- <script>#</script> --!><script>@</script>', [1, 2]],
  ['a comment within a script', 'a.html', '<script><!--\n@\n//--></script>', [2]],
  ['an end in a string', 'a.html', '<script>let a = 1; //</script>#\n<script>@</script>', [2]],
  ['text', 'a.html', '<textarea><script>#</script></textarea>\n<script>@</script>', [2]],
  ['an attribute with a sign of a tag', 'a.html', '<p a="<script>" b=\'>\' c>\n<script>@</script>', [2]],
  [
    'what a server prints',
    'a.html',
    '<script>\nvar a = {{ b|c }};\n{% if d %}@{% endif %}<%= e("f") %></script>',
    [3],
  ],
  ['handlers', 'a.html', "<a href='/document/generate' onclick='@'>#</a>", []],
];

test.each(ROWS)('%s: %s', (_name, file, text, lines) => {
  const source = text.replaceAll('#', NOISE).replaceAll('@', CALL);
  expect(calls(source, file)).toEqual(lines.map((line) => `document-generate POST fetch likely ${line}`));
});

describe('names', () => {
  const URL = 'const url = "/document/generate";';
  const SEND = 'fetch(url, { method: "POST" });';
  test.each<readonly [name: string, file: string, text: string, lines: readonly number[]]>([
    ['two scripts of Vue share', 'a.vue', `<script>${URL}</script>\n<script setup>${SEND}</script>`, [2]],
    [
      'two scripts of Svelte share',
      'a.svelte',
      `<script module>${URL}</script>\n<script>${SEND}</script>`,
      [2],
    ],
    ['scripts of a page share', 'a.html', `<script>${URL}</script>\n<script>${SEND}</script>`, [2]],
    [
      'modules see what scripts share',
      'a.html',
      `<script>${URL}</script>\n<script type=module>${SEND}</script>`,
      [2],
    ],
    [
      'scripts don’t see those of modules',
      'a.html',
      `<script type=module>${URL}</script>\n<script>${SEND}</script>`,
      [],
    ],
    [
      'each module has its own',
      'a.html',
      ['/x', '/document/generate', '/y']
        .map((path) => `<script type=module>const url = "${path}"; ${SEND}</script>`)
        .join('\n'),
      [2],
    ],
    [
      'each script of Astro has its own',
      'a.astro',
      `---\n${URL}${SEND}\n---\n<script>const url = "/x";${SEND}</script>`,
      [2],
    ],
  ])('%s', (_name, file, text, lines) => {
    expect(calls(text, file)).toEqual(lines.map((line) => `document-generate POST fetch likely ${line}`));
  });
});

test('ranges of nodes and comments are those of the file', () => {
  const text =
    '<p>Zoë 👋</p>\r\n<script type=module>\r\n/* a */ f("é", `${x}`) // b\r\n</script><script type=module>g(1)</script>';
  const { ast, comments, visitorKeys } = parseModule('a.html', text);
  const sources: string[] = [];
  walk(ast, visitorKeys, (node) => {
    if (node.type === 'CallExpression' || node.type === 'TemplateElement')
      sources.push(text.slice(...rangeOf(node)));
    expect(node.parent !== undefined || node === ast).toBe(true);
  });
  expect(sources).toEqual(['f("é", `${x}`)', '`${', '}`', 'g(1)']);
  expect(comments.map(({ range }) => text.slice(...range))).toEqual(['/* a */', '// b']);
});

test('the text of the scripts has the length and the lines of the file', () => {
  const text = '<p>\r\n👋</p><script>\r\na()</script>\n<b>';
  const scripts = scriptText({ file: 'a.vue', text });
  expect(scripts).toBe(`   \r\n${' '.repeat(14)}\r\na()${' '.repeat(9)}\n   `);
  expect(scripts).toHaveLength(text.length);
  expect(scriptText({ file: 'a.ts', text })).toBe(text);
});

test.each([
  ['a.vue', '<template/>\n<script>\n\nconst = 1;\n</script>', 4],
  ['a.vue', '<script>const a: string = "";</script>', 1],
  ['a.svelte', '<script>\nreturn 1;</script>', 2],
  ['a.html', '<p>\n<script>let a = "</script>";', 2],
  ['a.html', '<p>\n<script>f();\n</p>', 2],
  ['a.astro', '---\nf();\n<p>', 1],
  ['a.html', `<p>\n<script>${'['.repeat(5_000)}</script>`, 2],
])('%s that doesn’t parse names its line: %#', (file, text, line) => {
  expect(() => parseModule(file, text)).toThrow(ParseError);
  expect(() => parseModule(file, text)).toThrow(`(line ${line})`);
});

test.each([
  ['a.html', '<script>f()</script>\n'.repeat(25_000)],
  ['a.html', `<script>f()</script>${'<p title="a">(b</p>'.repeat(50_000)}`],
  ['a.html', '<!-- '.repeat(200_000)],
  ['a.html', '<a '.repeat(300_000)],
  ['a.html', `<a ${'b='.repeat(300_000)}`],
  ['a.html', `<a b="${"'".repeat(500_000)}`],
  ['a.html', `<a b${' '.repeat(1_000_000)}`],
  ['a.html', '<textarea>'.repeat(100_000)],
  ['a.html', `<script>${'<%= '.repeat(5_000)}</script><p>`],
  ['a.svelte', '{'.repeat(1_000_000)],
  ['a.svelte', '<a b={'.repeat(150_000)],
  ['a.svelte', "{'".repeat(400_000)],
  ['a.vue', '<template>'.repeat(100_000)],
  ['a.astro', `---\n---\n${'<a b={`'.repeat(150_000)}`],
  ['a.astro', ' '.repeat(1_000_000)],
])('%s of much the same is read or refused, and no hang: %#', (file, text) => {
  // What looks again from each place to the end takes longer than the runner waits.
  let outcome: unknown;
  try {
    outcome = parseModule(file, text).text;
  } catch (error) {
    outcome = error;
  }
  if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ParseError);
  else expect(outcome).toBe(text);
});
