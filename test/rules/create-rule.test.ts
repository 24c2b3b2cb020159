import { type ESLint, Linter, type Rule } from 'eslint';
import { expect, test, vi } from 'vitest';

import { noLegacyEndpoint } from '../../rules/no-legacy-endpoint.js';
import { plugin } from '../../rules/index.js';

const CALL = "fetch('https://api.connectfi.test/document/generate', { method: 'POST' });";

/** Messages of the recommended config with `akepa` as the setting. */
function messages(text: string, akepa: unknown, more: Linter.Config = {}): string[] {
  const config: Linter.Config[] = [plugin.configs.recommended, { settings: { akepa } }, more];
  return new Linter().verify(text, config).map(({ message, line, column }) => `${line}:${column} ${message}`);
}

test('without a marker a rule looks at nothing but the text', () => {
  const context = { sourceCode: { text: 'const unrelated = 1;' } };
  // All that the rule may touch; anything else would throw.
  for (const rule of Object.values(plugin.rules))
    expect(rule.create(context as Rule.RuleContext)).toEqual({});
});

test('with a marker a rule waits for the end of the traversal, when every node has its parent', () => {
  const context = { sourceCode: { text: CALL } };
  expect(Object.keys(noLegacyEndpoint.create(context as Rule.RuleContext))).toEqual(['Program:exit']);
});

test.each([
  [{ baseUrl: 'x' }, 'settings.akepa: unknown key `baseUrl`; did you mean `baseUrls`?'],
  [{ values: { extension: 'gif' } }, 'settings.akepa: `values.extension` must be one of jpg, png'],
  ['baseUrls', 'settings.akepa: it must be object'],
  [null, 'settings.akepa: it must be object'],
])('settings %j are one report at the top of the file', (akepa, problem) => {
  expect(messages(`\n${CALL}\n${CALL}`, akepa)).toEqual([
    `1:1 akepa-migrate can not check this file: ${problem}`,
  ]);
  expect(messages('const unrelated = 1;', akepa)).toEqual([]);
});

test('a settings object is checked once, however many files it applies to', () => {
  const keys = vi.fn(() => ['baseUrls']);
  const akepa = new Proxy({ baseUrls: ['https://api.connectfi.test'] }, { ownKeys: keys });
  const linter = new Linter();
  const rules = { 'akepa/no-legacy-endpoint': 'error' } as const;
  const run = (): number =>
    linter.verify(CALL, [{ plugins: { akepa: plugin }, rules, settings: { akepa } }]).length;
  expect(run()).toBe(1);
  const once = keys.mock.calls.length;
  expect(run()).toBe(1);
  expect(keys.mock.calls.length).toBeLessThanOrEqual(once);
});

test.each([
  [{ confidence: 'sure' }],
  [{ endpoints: ['kyc'] }],
  [{ endpoints: [] }],
  [{ baseUrls: [''] }],
  [{ unknown: 1 }],
])('ESLint refuses the options %j', (options) => {
  const rules: Linter.RulesRecord = { 'akepa/no-legacy-endpoint': ['error', options] };
  expect(() => messages(CALL, {}, { rules })).toThrow(/^Key "rules": Key "akepa\/no-legacy-endpoint"/);
});

test('every rule says what it is', () => {
  for (const [name, { meta }] of Object.entries<Rule.RuleModule>(plugin.rules)) {
    expect(meta?.docs?.url).toBe(
      `https://github.com/akepa-migrate/akepa-migrate/blob/main/docs/rules/${name}.md`,
    );
    expect(meta?.docs?.description).toMatch(/^(?:disallow|require) /);
    // Never an autofix: a move is for somebody to decide.
    expect(meta).not.toHaveProperty('fixable');
  }
  const asEslintTypesIt: ESLint.Plugin = plugin;
  expect(asEslintTypesIt.meta).toMatchObject({ name: 'akepa-migrate', namespace: 'akepa' });
});
