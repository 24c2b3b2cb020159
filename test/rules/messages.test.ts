import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { Linter } from 'eslint';
import { expect, test } from 'vitest';

import { plugin, rules } from '../../rules/index.js';
import { TODO_CODES, type TodoId } from '../../src/codes/codes.js';
import { todoText } from '../../src/codes/fill.js';
import { LEGACY_ENDPOINTS } from '../../src/endpoints/table.js';
import { PACKAGE } from './consumer.js';
import { INVALID as REQUESTS } from './valid-akepa-request.cases.js';

/**
 * Four lines of VS Code's hover, which has about 75 characters on each: with the rule's name and the quick fix below it,
 * that is what shows without scrolling. The list of problems and an annotation of a pull request cut at one line, and so
 * the first words say what is deprecated.
 */
const MOST = 300;
/** A line of the menu of quick fixes. */
const MOST_OF_SUGGESTION = 75;
const METHODS = ['GET', 'POST'];

function messagesOf(code: string, settings: object = {}): Linter.LintMessage[] {
  const config = [plugin.configs.strict, { settings: { akepa: settings } }];
  return new Linter().verify(code, config);
}

/** Calls of an endpoint and definitions of its path, in every certainty. */
function sourcesOf(path: string): string[] {
  const segments = path.replaceAll(/:\w+/g, '1').replace('*', 'other/thing');
  return METHODS.flatMap((method) => [
    `fetch(process.env.CONNECTFI_BASE_URL + '${segments}', { method: '${method}' });`,
    `fetch('\${CONNECTFI_BASE_URL}${segments}', { method: '${method}' });`,
    `fetch('https://other.example/api${segments}', { method: '${method}' });`,
    `const CONNECTFI = 'https://api.connectfi.example'; const PATH = \`\${CONNECTFI}${segments}\`; use(PATH);`,
    `export const PATH = '${segments}';`,
  ]);
}

test.each(LEGACY_ENDPOINTS)('what is said of $id fits into a hover', ({ path }) => {
  const messages = sourcesOf(path).flatMap((source) => messagesOf(source));
  expect(new Set(messages.map(({ messageId }) => messageId)).size).toBeGreaterThan(1);
  for (const { message } of messages) expect([message, message.length <= MOST]).toEqual([message, true]);
});

test('what is said of a request of akepa fits into a hover, and a quick fix into a line', () => {
  const messages = REQUESTS.flatMap(({ code, settings }) => messagesOf(code, settings?.['akepa'] as object));
  expect(messages.length).toBeGreaterThan(50);
  for (const { message, suggestions = [] } of messages) {
    expect([message, message.length <= MOST]).toEqual([message, true]);
    for (const { desc } of suggestions)
      expect([desc, desc.length <= MOST_OF_SUGGESTION]).toEqual([desc, true]);
  }
});

test.each(Object.keys(TODO_CODES) as TodoId[])('what is said of a TODO fits into a hover: %s', (id) => {
  const text = todoText(id, TODO_CODES[id].args);
  const [message] = messagesOf(`// TODO(akepa-migrate ${id}): ${text}\nf();`);
  expect(message?.message.startsWith(`${id}: ${text.slice(0, 20)}`)).toBe(true);
  expect([message?.message, (message?.message.length ?? 0) <= MOST]).toEqual([message?.message, true]);
});

test.each(Object.entries(rules))('%s: suggestions are named by what they do', (_, { meta }) => {
  const names = Object.entries(meta?.messages ?? {}).filter(([id]) =>
    /^(?:move|rename|strip|template|use|write)/.test(id),
  );
  if (meta?.hasSuggestions) expect(names.length).toBeGreaterThan(0);
  for (const [, name] of names) expect(name).toMatch(/^(?:Move|Rename|Take|Make|Send|Write) /);
});

test.each(Object.entries(rules))('%s: the page of its URL is in the package', (name, { meta }) => {
  const [, page = ''] = /\/blob\/main\/(docs\/.+)$/.exec(meta?.docs?.url ?? '') ?? [];
  expect(page).toBe(`docs/rules/${name}.md`);
  expect(existsSync(join(PACKAGE, page))).toBe(true);
});
