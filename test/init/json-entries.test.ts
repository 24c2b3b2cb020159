import { parse as parseYaml } from 'yaml';
import { expect, test } from 'vitest';

import { adviceOf, changeOf, manifest } from './repository.js';

const RULES = {
  'akepa/no-legacy-endpoint': 'warn',
  'akepa/no-leftover-todo': 'warn',
  'akepa/valid-akepa-request': 'warn',
};
const PLUGIN = { name: 'akepa', specifier: 'akepa-migrate/eslint' };
const LINT_STAGED = '*.{js,jsx,mjs,cjs,ts,tsx,mts,cts,vue,svelte,astro}';

/** JSON with comments and trailing commas is a part of YAML's flow style, but for the comments' sign. */
function read(text: string | undefined): unknown {
  return parseYaml((text ?? '').replaceAll(/\/\/.*$/gm, ''));
}

test.each([
  ['an empty object', '{}\n', {}],
  ['rules on one line', '{ "rules": { "no-eval": "error" } }', { rules: { 'no-eval': 'error' } }],
  [
    'plugins and rules over lines',
    '{\n  "jsPlugins": ["./mine.js"],\n  "rules": {\n    "no-eval": "error"\n  }\n}\n',
    { jsPlugins: ['./mine.js'], rules: { 'no-eval': 'error' } },
  ],
  [
    'comments and trailing commas',
    '{\n  // why\n  "rules": {\n    "no-eval": "error",\n  },\n}\n',
    { rules: { 'no-eval': 'error' } },
  ],
  ['Windows line ends', '{\r\n\t"rules": {}\r\n}\r\n', { rules: {} }],
])('.oxlintrc.json, %s: gains the plugin and the rules, and keeps the rest', (_, before, value) => {
  const after = changeOf('.oxlintrc.json', { '.oxlintrc.json': before })?.after ?? '';
  const had: { jsPlugins?: unknown[]; rules?: object } = value;
  expect(read(after)).toEqual({
    ...had,
    jsPlugins: [...(had.jsPlugins ?? []), PLUGIN],
    rules: { ...had.rules, ...RULES },
  });
  // Nothing that was there goes.
  let at = 0;
  for (const word of before.split(/([\s{}[\],:]+)/).filter((part) => part.trim() !== '' && /\w/.test(part))) {
    expect(after.indexOf(word, at)).toBeGreaterThanOrEqual(at);
    at = after.indexOf(word, at);
  }
  if (before.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  expect(changeOf('.oxlintrc.json', { '.oxlintrc.json': after })).toBeUndefined();
});

test.each([
  ['no object', '[]'],
  ['rules of another form', '{ "rules": [] }'],
  ['plugins of another form', '{ "jsPlugins": "x" }'],
])('.oxlintrc.json, %s: text to paste', (_, text) => {
  expect(changeOf('.oxlintrc.json', { '.oxlintrc.json': text })).toBeUndefined();
  expect(adviceOf(/^oxlint/, { '.oxlintrc.json': text })?.text).toContain(
    '"specifier": "akepa-migrate/eslint"',
  );
});

test('lint-staged in package.json gains an entry beside the others', () => {
  const before = `{\n  "name": "x",\n  "lint-staged": {\n    "*.ts": "eslint --fix"\n  }\n}\n`;
  const after = changeOf('package.json', { 'package.json': before })?.after ?? '';
  expect(after).toBe(
    before.replace('"eslint --fix"\n', `"eslint --fix",\n    "${LINT_STAGED}": "akepa-migrate check"\n`),
  );
  expect(changeOf('package.json', { 'package.json': after })).toBeUndefined();
});

test('lint-staged in a file: JSON is edited, code and YAML get text to paste', () => {
  expect(JSON.parse(changeOf('.lintstagedrc', { '.lintstagedrc': '{ "*.ts": "x" }' })?.after ?? '')).toEqual({
    '*.ts': 'x',
    [LINT_STAGED]: 'akepa-migrate check',
  });
  for (const file of ['lint-staged.config.js', '.lintstagedrc.yaml', '.lintstagedrc.mjs'])
    expect(adviceOf(/^lint-staged/, { [file]: 'x: 1' })?.text).toContain(
      `'${LINT_STAGED}': 'akepa-migrate check'`,
    );
});

test('a package.json without lint-staged stays as it is', () => {
  expect(changeOf('package.json', { 'package.json': manifest() })).toBeUndefined();
});
