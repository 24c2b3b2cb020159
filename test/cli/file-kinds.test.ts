import { expect, test } from 'vitest';

import type { CheckResult } from '../../src/check.js';
import type { MigrateReport } from '../../src/migrate.js';
import { akepa, akepaJson } from '../support/cli.js';
import { folder, read } from '../support/folder.js';
import { BOM, crlf } from '../support/sources.js';

const URL = '`${process.env.CONNECTFI_BASE_URL}/customer/kyc/status/${id}`';
const CALL = `await axios.get(${URL});`;
const MOVED = [
  'await axios.post(`${process.env.CONNECTFI_BASE_URL}/akepa/status`, {',
  '  customerId: id,',
  "  applicationId: 'app1',",
  '});',
];
const CONFIG = JSON.stringify({ values: { applicationId: 'app1' } });
/** Markup that looks like calls. */
const MARKUP = `<a href="/document/generate" @click="go('/customer/kyc/init')">fetch('/document/generate')</a>`;

/** The same call in every kind of file, and its line. */
const FILES: Readonly<Record<string, readonly [text: string, line: number]>> = {
  'a.cjs': [`const axios = require('axios');\nasync function f(id) {\n  ${CALL}\n}\n`, 3],
  'a.cts': [`import axios = require('axios');\nasync function f(id: string) {\n  ${CALL}\n}\n`, 3],
  'a.mjs': [`import axios from 'axios';\n${CALL}\n`, 2],
  'a.mts': [`import axios from 'axios';\nconst b: string = id;\n${CALL}\n`, 3],
  'a.jsx': [`import axios from 'axios';\nconst b = <a onClick={async () => {\n  ${CALL}\n}} />;\n`, 3],
  'a.tsx': [
    `import axios from 'axios';\nconst b = (c: D) => <a onClick={async () => {\n  ${CALL}\n}} />;\n`,
    3,
  ],
  'setup.vue': [
    `<script setup lang="ts">\nimport axios from 'axios';\ndefineProps<{ id: string }>();\n${CALL}\n</script>\n\n<template>\n  ${MARKUP}\n</template>\n`,
    4,
  ],
  'two.vue': [
    `<template>${MARKUP}</template>\n<script>\nimport axios from 'axios';\n</script>\n<script setup>\n${CALL}\n</script>\n`,
    6,
  ],
  'options.vue': [
    `<script>\nimport axios from 'axios';\nexport default { methods: { async f(id) {\n  ${CALL}\n} } };\n</script>\n`,
    4,
  ],
  'a.svelte': [
    `<script context="module">\n  import axios from 'axios';\n</script>\n\n<script lang="ts">\n  export let id: string;\n  async function f() {\n    ${CALL}\n  }\n</script>\n\n${MARKUP}\n`,
    8,
  ],
  'a.astro': [`---\nimport axios from 'axios';\nconst { id } = Astro.params;\n${CALL}\n---\n${MARKUP}\n`, 4],
  'a.html': [
    `<!DOCTYPE html>\n<body>\n  ${MARKUP}\n  <script type="module">\n    import axios from 'axios';\n    ${CALL}\n  </script>\n  <script>\n    g();\n  </script>\n</body>\n`,
    6,
  ],
};

const TEXTS = Object.fromEntries(Object.entries(FILES).map(([file, [text]]) => [file, text]));

test.concurrent('check finds the call at its line in every kind of file', async () => {
  const { findings, errors } = await akepaJson<CheckResult>(['check'], { cwd: folder(TEXTS) });
  expect(errors).toEqual([]);
  expect(findings.map(({ file, line, endpoint, client }) => [file, line, endpoint, client])).toEqual(
    Object.entries(FILES)
      .map(([file, [, line]]) => [file, line, 'kyc-status', 'axios'])
      .toSorted(),
  );
  for (const { file, line, column, endColumn } of findings) {
    const text = TEXTS[file]?.split('\n')[line - 1]?.slice(column - 1, endColumn - 1);
    expect(text).toBe(CALL.slice('await '.length, -1));
  }
});

/** The text after the migration: the call's line gives way to four, of its indentation. */
function movedText(text: string): string {
  return text.replace(/^( *)await axios.*$/m, (_, indent: string) =>
    MOVED.map((line) => indent + line).join('\n'),
  );
}

test.concurrent.each<[string, (text: string) => string]>([
  ['LF', (text) => text],
  ['CRLF', crlf],
  ['a byte order mark', (text) => BOM + text],
])('migrate --write changes nothing but the call: %s', async (_name, encoded) => {
  const files = Object.entries(TEXTS).map(([file, text]) => [file, encoded(text)] as const);
  const cwd = folder({ ...Object.fromEntries(files), 'akepa.config.json': CONFIG });
  const { out, err, code } = await akepa(['migrate', '--write'], { cwd });
  expect({ err, code }).toEqual({ err: '', code: 0 });
  expect(out).toContain(`${files.length} rewritten`);
  for (const [file, text] of Object.entries(TEXTS))
    expect([file, read(cwd, file)]).toEqual([file, encoded(movedText(text))]);
  const { findings } = await akepaJson<CheckResult>(['check'], { cwd });
  expect(findings).toEqual([]);
});

const WITH_IMPORT = JSON.stringify({
  values: { applicationId: { expression: 'appId()', import: { name: 'appId', from: './app.js' } } },
});
const IMPORT = `import { appId } from './app.js';`;
const FETCH = 'fetch(`${CONNECTFI_URL}/customer/kyc/status/${id}`);';

/** A file, and the text that it begins with afterwards, up to the new import. */
test.concurrent.each<[name: string, file: string, before: string, head: string]>([
  [
    'below the last import',
    'a.vue',
    `<script setup>\nimport axios from 'axios';\n\n${CALL}\n</script>\n`,
    `<script setup>\nimport axios from 'axios';\n`,
  ],
  [
    'below the last import of two scripts',
    'a.vue',
    `<script>\nimport axios from 'axios';\n</script>\n<script setup>\n${CALL}\n</script>\n`,
    `<script>\nimport axios from 'axios';\n`,
  ],
  [
    'first in a script',
    'a.vue',
    `<template/>\n<script setup>\n// sends\n${FETCH}\n</script>\n`,
    '<template/>\n<script setup>\n',
  ],
  [
    'below one that is indented',
    'a.svelte',
    `<script>\n  import axios from 'axios';\n\n  ${CALL}\n</script>\n`,
    `<script>\n  import axios from 'axios';\n  `,
  ],
  [
    'first where the code is indented',
    'a.svelte',
    `<p/>\n<script>\n  ${FETCH}\n</script>\n`,
    '<p/>\n<script>\n  ',
  ],
  ['first in frontmatter', 'a.astro', `---\n${FETCH}\n---\n<p/>\n`, '---\n'],
  [
    'on the line of the tag',
    'a.html',
    `<p>\n<script type=module>${FETCH}</script>\n`,
    '<p>\n<script type=module>',
  ],
  [
    'before the end of the script',
    'a.html',
    `<script type=module>async function f(id) { ${CALL} } import axios from 'axios'; // a</script>`,
    `<script type=module>async function f(id) { MOVED } import axios from 'axios'; // a\n`,
  ],
])('an import goes %s (%s)', async (_name, file, before, head) => {
  const cwd = folder({ [file]: before, 'akepa.config.json': WITH_IMPORT });
  const { calls } = await akepaJson<MigrateReport>(['migrate', '--write'], { cwd });
  expect(calls.map(({ outcome, reason }) => [outcome, reason])).toEqual([['rewritten', null]]);
  const after = read(cwd, file).replace(/await axios\.post\(.*?\);/s, 'MOVED');
  expect(after.slice(0, head.length + IMPORT.length)).toBe(head + IMPORT);
  expect(after.slice(head.length + IMPORT.length)).toMatch(/^(?:\n|<\/script>$)/);
  expect(after.match(/import \{ appId \}/g)).toHaveLength(1);
  // What stood behind it stands there still.
  const [end = ''] = /(?:<\/script>|\n---)(?:(?!<\/script>)[^])*$/.exec(before) ?? [];
  expect(after.endsWith(end)).toBe(true);
});

test.concurrent.each([
  ['a.html', `<script>${FETCH}</script>\n<script type=module>import 'b';</script>\n`],
  ['a.astro', `---\nimport 'a';\n---\n<script>${FETCH}</script>\n`],
])('no import is put into another script: %s', async (file, text) => {
  const cwd = folder({ [file]: text, 'akepa.config.json': WITH_IMPORT });
  const { calls } = await akepaJson<MigrateReport>(['migrate', '--write'], { cwd });
  expect(calls.map(({ todos }) => todos.map(({ code }) => code))).toEqual([['AK302']]);
  expect(read(cwd, file)).not.toContain('import { appId }');
});

test.concurrent.each<[file: string, before: string, after: string]>([
  [
    'a.vue',
    `<p/>\n<script>\nasync function f() {\n  await ${FETCH}\n}\n</script>`,
    `<p/>\n<script>\nasync function f() {\n  @\n  await ${FETCH}\n}\n</script>`,
  ],
  ['a.svelte', `<script>\n  ${FETCH}\n</script>`, `<script>\n  @\n  ${FETCH}\n</script>`],
  ['a.astro', `---\n${FETCH}\n---\n`, `---\n@\n${FETCH}\n---\n`],
  ['a.html', `<p>\n  <script>${FETCH}</script>\n`, `<p>\n  <script>\n@\n${FETCH}</script>\n`],
  [
    'a.html',
    `<p>\n<script>f(() => { ${FETCH} })</script>`,
    `<p>\n<script>f(() => { \n@\n${FETCH} })</script>`,
  ],
])('an annotation stands in the script: %s %#', async (file, before, after) => {
  const cwd = folder({ [file]: before });
  await akepa(['migrate', '--write'], { cwd });
  const text = read(cwd, file);
  expect(text.replace(/\/\/ TODO\(akepa-migrate AK301\): .*/, '@')).toBe(after);
  const { todos, findings } = await akepaJson<CheckResult>(['check'], { cwd });
  expect([todos.length, findings.length]).toEqual([1, 1]);
  const { out } = await akepa(['migrate', '--write'], { cwd });
  expect(out).toContain('Nothing to change.');
  expect(read(cwd, file)).toBe(text);
});

test.concurrent('markup, data and files without a script are silent', async () => {
  const cwd = folder({
    'a.vue': `<template>${MARKUP}</template>\n`,
    'b.vue': '',
    'a.svelte': MARKUP,
    'a.astro': MARKUP,
    'a.html': `${MARKUP}<script type="application/json">{ "url": "/document/generate" }</script>`,
    'b.html': `<script type="text/x-template">fetch('/document/generate', { method: 'POST' })</script>`,
    'c.html':
      '<script type="importmap">{ "imports": { "/document/generate": "/customer/kyc/init" } }</script>',
    'a.md': `<script>fetch('/document/generate', { method: 'POST' })</script>`,
  });
  const { code, err } = await akepa(['check'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { findings, blindSpots, errors, stats } = await akepaJson<CheckResult>(['check'], { cwd });
  expect({ findings, blindSpots, errors, files: stats.files }).toEqual({
    findings: [],
    blindSpots: [],
    errors: [],
    files: 7,
  });
});

test.concurrent('a script that is not closed or broken is named, and the others go on', async () => {
  const cwd = folder({
    'open.html': `<p>\n<script>\n${FETCH}\n<p>`,
    'broken.vue': `<template/>\n<script>\nconst kyc = ;\n</script>`,
    'good.vue': `<script>\n${FETCH}\n</script>`,
  });
  const { findings, errors } = await akepaJson<CheckResult>(['check'], { cwd });
  expect(findings.map(({ file, line }) => [file, line])).toEqual([['good.vue', 2]]);
  expect(errors.map(({ file, message }) => [file, /\(line \d+\)/.exec(message)?.[0]])).toEqual([
    ['broken.vue', '(line 3)'],
    ['open.html', '(line 2)'],
  ]);
});

test.concurrent('a page of 1 MB', async () => {
  const rows = '<tr class="a"><td>(b) {c} "d\' <br></td></tr>\n'.repeat(23_000);
  const cwd = folder({ 'a.html': `<table>\n${rows}</table>\n<script>\n${FETCH}\n</script>\n` });
  const { findings, errors } = await akepaJson<CheckResult>(['check'], { cwd });
  expect(errors).toEqual([]);
  expect(findings.map(({ line }) => line)).toEqual([23_004]);
});
