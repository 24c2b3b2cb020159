import { expect, test } from 'vitest';

import { TODO_CODES } from '../../src/codes/codes.js';
import { codePage } from '../../src/codes/page.js';
import type { AkepaConfig } from '../../src/config/types.js';
import { CONFIG, migrated, todoCodes } from '../transforms/run.js';

/** What stands above every example. */
const ABOVE = [
  "import axios from 'axios';",
  'const BASE = process.env.CONNECTFI_BASE_URL;',
  'const client = axios.create({ baseURL: BASE });',
];
/** Where the example speaks of its config. */
const CONFIGS: Readonly<Record<string, AkepaConfig>> = {
  AK301: { values: { workflow: 'PERSONAL', documentName: 'licence', extension: 'jpg' } },
  AK302: { values: { ...CONFIG.values, documentType: { expression: 'document.type' } } },
};

test.each(Object.values(TODO_CODES))('the example of $code gets it', ({ code, example }) => {
  const { text } = migrated([...ABOVE, example], { config: CONFIGS[code] ?? CONFIG });
  expect(todoCodes(text)).toContain(code);
});

test.each(Object.keys(TODO_CODES))('the page of %s has a cause, an example and what to do', (code) => {
  const sections = (codePage(code) ?? '').split(/^## (.*)\n/m);
  const [head = '', ...rest] = sections;
  expect(head).toMatch(/^# AK3\d\d: .+\n\n> .+\.\n\n$/);
  expect(rest.filter((_, index) => index % 2 === 0)).toEqual(['Cause', 'Example', 'What to do']);
  expect(rest.every((text) => text.trim() !== '' && !/\{\w+\}\./.test(text))).toBe(true);
});
