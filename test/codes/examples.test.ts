import { readdirSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { TODO_CODES, type TodoId } from '../../src/codes/codes.js';
import { todoText } from '../../src/codes/fill.js';
import { codePage } from '../../src/codes/page.js';
import { migratedExample } from './example.js';

const IDS = Object.keys(TODO_CODES) as TodoId[];
const TABLES = new URL('../../src/codes/todos/', import.meta.url);

test('every code stands in one table only, under its own name', () => {
  const texts = readdirSync(TABLES).map((name) => readFileSync(new URL(name, TABLES), 'utf8'));
  const rows = texts.flatMap((text) => [...text.matchAll(/^ {2}(AK\d+): \{$/gm)].map(([, code]) => code));
  expect(rows.toSorted()).toEqual(IDS.toSorted());
  expect(Object.values(TODO_CODES).map(({ code }) => code)).toEqual(IDS);
});

test.each(IDS)('the example of %s gets it, in the words of its page', async (id) => {
  const { args, example } = TODO_CODES[id];
  const { todos, errors } = await migratedExample(example);
  expect(errors).toEqual([]);
  expect(todos).toContain(`TODO(akepa-migrate ${id}): ${todoText(id, args)}`);
});

test.each(IDS)('the page of %s has a cause, an example and what to do', (id) => {
  const sections = (codePage(id) ?? '').split(/^## (.*)\n/m);
  const [head = '', ...rest] = sections;
  expect(head).toMatch(/^# AK3\d\d: .+\n\n> .+\.\n\n$/);
  expect(rest.filter((_, index) => index % 2 === 0)).toEqual(['Cause', 'Example', 'What to do']);
  expect(rest.every((text) => text.trim() !== '' && !/\{\w+\}\./.test(text))).toBe(true);
});
