import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import typescriptParser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import svelteParser from 'svelte-eslint-parser';
import { expect, test } from 'vitest';
import vueParser from 'vue-eslint-parser';

import { plugin } from '../../rules/index.js';
import { check } from '../../src/check.js';
import type { AkepaConfig } from '../../src/config/types.js';
import { migrateFiles } from '../../src/migrate.js';
import { folder } from '../support/folder.js';
import { crlf } from '../support/sources.js';

const INNER = { parser: typescriptParser };
const PARSERS: Linter.Config[] = [
  { files: ['**/*.vue'], languageOptions: { parser: vueParser, parserOptions: INNER } },
  { files: ['**/*.svelte'], languageOptions: { parser: svelteParser, parserOptions: INNER } },
  { files: ['**/*.ts'], languageOptions: { parser: typescriptParser } },
];
const AKEPA: AkepaConfig = {
  values: {
    applicationId: { expression: 'appId()', import: { name: 'appId', from: './app.js' } },
  },
};

const CALL = 'axios.get(`${process.env.CONNECTFI_BASE_URL}/customer/kyc/status/${id}`)';
const MARKUP = `<a href="/document/generate" title="fetch('/customer/kyc/init')">{{ '/document/generate' }}</a>`;

/** Components with one call each that can be moved, by name. */
const COMPONENTS: readonly (readonly [file: string, text: string])[] = [
  [
    'Setup.vue',
    `<script setup lang="ts">\nimport axios from 'axios';\n\nconst { id } = defineProps<{ id: string }>();\nconst check = async (): Promise<boolean> => (await ${CALL}).data.code === '0';\n</script>\n\n<template>\n  ${MARKUP}\n  <b v-if="check()">{{ id }}</b>\n</template>\n\n<style scoped>\nb { color: red; }\n</style>\n`,
  ],
  [
    'Below.vue',
    `<template>\n  <b @click="check('1')">😀 é</b>\n</template>\n\n<script>\nimport axios from 'axios';\n\nexport default {\n  methods: {\n    async check(id) {\n      return (await ${CALL}).data.code === '0';\n    },\n  },\n};\n</script>\n`,
  ],
  [
    'Two.vue',
    `<script lang="ts">\nimport axios from 'axios';\n</script>\n<script setup lang="ts">\nconst check = async (id: string) => (await ${CALL}).data.code === '0';\n</script>\n`,
  ],
  [
    'Module.svelte',
    `<script lang="ts" module>\n  import axios from 'axios';\n</script>\n\n<script lang="ts">\n  let { id }: { id: string } = $props();\n  const check = async () => (await ${CALL}).data.code === '0';\n</script>\n\n<a href="/document/generate" onclick={() => check()}>{'/document/generate'} 😀</a>\n`,
  ],
  [
    'Plain.svelte',
    `<b>é</b>\n<script>\n  import axios from 'axios';\n  export let id;\n  const check = async () => (await ${CALL}).data.code === '0';\n</script>\n`,
  ],
];
const CASES = COMPONENTS.flatMap(([file, text]) => [
  { name: file, file, text },
  { name: `${file} with CRLF`, file, text: crlf(text) },
]);

async function lint(cwd: string, files: readonly string[]): Promise<ESLint.LintResult[]> {
  const overrideConfig = [...PARSERS, plugin.configs.recommended, { settings: { akepa: AKEPA } }];
  return new ESLint({ cwd, overrideConfigFile: true, overrideConfig }).lintFiles([...files]);
}

test.each(CASES)(
  'the call in a component is reported where it stands, and moved as migrate moves it: $name',
  async ({ file, text }) => {
    const cwd = folder({ [file]: text });
    const loaded = { config: AKEPA, root: cwd, file: undefined };
    const [result] = await lint(cwd, [file]);
    const messages = result?.messages ?? [];
    const { findings } = await check([], { cwd, loaded });
    expect(
      messages.map(({ line, column, endLine, endColumn }) => [line, column, endLine, endColumn]),
    ).toEqual(findings.map(({ line, column, endLine, endColumn }) => [line, column, endLine, endColumn]));
    const [message] = messages;
    const { line = 0, column = 0, endColumn = 0 } = message ?? {};
    expect(text.split(/\r?\n/)[line - 1]?.slice(column - 1, endColumn - 1)).toBe(CALL);

    const { fix } = message?.suggestions?.[0] ?? {};
    const suggested = fix && text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
    const { pending } = await migrateFiles([], { cwd, loaded });
    expect(suggested).toBe(pending[0]?.after);
    expect(suggested).toContain('/akepa/status');
    writeFileSync(join(cwd, file), suggested ?? '');
    const again = await lint(cwd, [file]);
    expect(again.flatMap((item) => item.messages)).toEqual([]);
  },
);

test('a path and a wrapper of a script are followed from a component', async () => {
  const files = {
    'urls.ts': "export const LINK = '/customer/kyc/document-link';\n",
    'http.ts':
      "import axios from 'axios';\nexport const post = (path: string, body: unknown) => axios.post(path, body);\n",
    'Link.vue':
      "<template><b /></template>\n<script setup lang=\"ts\">\nimport { LINK } from './urls';\nimport { post } from './http';\nawait post(LINK, {});\n</script>\n",
    'Link.svelte':
      "<script>\n  import { LINK } from './urls';\n  import { post } from './http';\n  post(LINK, {});\n</script>\n",
  };
  const cwd = folder(files);
  const results = await lint(cwd, ['Link.vue', 'Link.svelte', 'urls.ts']);
  const found = results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, message }) => [
      filePath.slice(cwd.length + 1),
      line,
      column,
      message.slice(0, 32),
    ]),
  );
  const message = 'POST /customer/kyc/document-link';
  expect(found).toEqual([
    ['Link.vue', 5, 7, message],
    ['Link.svelte', 4, 3, message],
  ]);
});
