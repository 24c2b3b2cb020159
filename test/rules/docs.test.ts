import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ESLint, Linter } from 'eslint';
import { expect, test } from 'vitest';

import { plugin } from '../../rules/index.js';
import { consumer, PACKAGE } from './consumer.js';

interface Block {
  readonly kind: string;
  readonly text: string;
}

const DOCS = 'docs/rules';

/** The fenced blocks of a rule's page that say what they are: "```js incorrect". */
function blocksOf(rule: string): Block[] {
  const page = readFileSync(`${DOCS}/${rule}.md`, 'utf8');
  return [...page.matchAll(/^```\w+ ([\w-]+)\n(.*?)^```/gms)].map(([, kind = '', text = '']) => ({
    kind,
    text,
  }));
}

function lint(text: string, settings: object = {}): Linter.LintMessage[] {
  return new Linter().verify(text, [plugin.configs.recommended, { settings: { akepa: settings } }]);
}

test('every rule has a page, and every page a rule', () => {
  const pages = readdirSync(DOCS).map((file) => file.replace(/\.md$/, ''));
  expect(pages.sort()).toEqual(Object.keys(plugin.rules).sort());
});

test.each(Object.keys(plugin.rules))('the examples of %s are true', (rule) => {
  const blocks = blocksOf(rule);
  const textsOf = (kind: string): string[] =>
    blocks.filter((block) => block.kind === kind).map(({ text }) => text);
  expect(textsOf('incorrect')).not.toEqual([]);
  expect(textsOf('correct')).not.toEqual([]);
  for (const text of textsOf('incorrect'))
    expect(lint(text).map(({ ruleId }) => ruleId)).toEqual([`akepa/${rule}`]);
  for (const kind of ['correct', 'correct-with-options'])
    for (const text of textsOf(kind)) expect(lint(text)).toEqual([]);
});

test('the suggestion on the page is the one that is made', () => {
  const [settings, before, after] = ['settings', 'before', 'after'].map(
    (kind) => blocksOf('no-legacy-endpoint').find((block) => block.kind === kind)?.text ?? '',
  );
  const [message, more] = lint(before ?? '', JSON.parse(settings ?? '') as object);
  const fix = message?.suggestions?.[0]?.fix;
  expect(more).toBeUndefined();
  expect(message?.suggestions?.[0]?.desc).toBe('Move this call to POST /akepa/status');
  expect(fix && before?.slice(0, fix.range[0]) + fix.text + before?.slice(fix.range[1])).toBe(after);
});

test('the config on the page works', async () => {
  const config = blocksOf('no-legacy-endpoint').find(({ kind }) => kind === 'config');
  const root = consumer({
    'eslint.config.mjs': config?.text ?? '',
    'kyc.mjs': "fetch(process.env.KYC_URL + '/document/generate', { method: 'POST' });",
  });
  const overrideConfigFile = `${root}/eslint.config.mjs`;
  const [result] = await new ESLint({ cwd: root, overrideConfigFile }).lintFiles('kyc.mjs');
  expect(result?.messages.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
    ['akepa/no-legacy-endpoint', 1],
  ]);
});

test('the config for components on the page works', async () => {
  const config = blocksOf('no-legacy-endpoint').find(({ kind }) => kind === 'components');
  const script = "<script>\nfetch('/document/generate', { method: 'POST' });\n</script>\n";
  const root = consumer({ 'eslint.config.mjs': config?.text ?? '', 'Kyc.vue': script, 'Kyc.svelte': script });
  for (const name of ['@typescript-eslint/parser', 'svelte-eslint-parser', 'vue-eslint-parser']) {
    const link = join(root, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(PACKAGE, 'node_modules', name), link, 'dir');
  }
  const overrideConfigFile = `${root}/eslint.config.mjs`;
  const results = await new ESLint({ cwd: root, overrideConfigFile }).lintFiles(['Kyc.vue', 'Kyc.svelte']);
  expect(results.flatMap(({ messages }) => messages).map(({ ruleId, line }) => [ruleId, line])).toEqual([
    ['akepa/no-legacy-endpoint', 2],
    ['akepa/no-legacy-endpoint', 2],
  ]);
});
