import { describe, expect, test } from 'vitest';

import type { AkepaConfig, Values } from '../../src/config/types.js';
import { CONFIG, migrated, migratedProject } from './run.js';

const INIT = "await axios.post('/customer/kyc/init', { customerId });";
const IMPORT = "import { newReference } from './applications.js';";

describe('a name that means something else', () => {
  test.each([
    ['another module', ["import { newReference } from './other.js';"]],
    ['another module of the same name', ["import { newReference } from './legacy/applications.js';"]],
    ['another export', ["import { oldReference as newReference } from './applications.js';"]],
    ['a package', ["import { newReference } from 'applications';"]],
    ['a function', ['function newReference() {}']],
    ['a parameter', ['export async function f(newReference: string, customerId: string) {', INIT, '}'], true],
  ])('%s', (_, lines, isWhole = false) => {
    const { calls, text } = migrated(["import axios from 'axios';", ...lines, ...(isWhole ? [] : [INIT])]);
    expect(calls).toEqual(['kyc-init AK302']);
    expect(text).not.toContain(IMPORT);
  });
});

describe('paths', () => {
  const lines = ["import axios from 'axios';", INIT];
  const importIn = (name: string, config: AkepaConfig = CONFIG): string | undefined =>
    migratedProject({ [name]: lines }, config).texts[name]?.split('\n')[1];

  test('are relative to the file', () => {
    expect(importIn('src/a.ts')).toBe(IMPORT);
    expect(importIn('a.ts')).toBe("import { newReference } from './src/applications.js';");
    expect(importIn('src/deep/er/a.ts')).toBe("import { newReference } from '../../applications.js';");
    expect(importIn('test/a.ts')).toBe("import { newReference } from '../src/applications.js';");
  });

  test('of packages stay', () => {
    const reference = { expression: 'nanoid()', import: { name: 'nanoid', from: 'nanoid' } };
    expect(importIn('src/deep/a.ts', { values: { reference } })).toBe("import { nanoid } from 'nanoid';");
  });

  test('of overrides are relative to the file, and the last one wins', () => {
    const from = (name: string): Values => ({
      reference: { expression: 'newReference()', import: { name: 'newReference', from: name } },
    });
    const config = {
      ...CONFIG,
      overrides: [
        { files: ['src/shop/**'], values: from('./src/shop/ids.js') },
        { files: ['**/special/*.ts', '!src/**'], values: from('@acme/ids') },
        { files: ['src/*/special/**'], values: from('./ids.js') },
      ],
    };
    expect(importIn('src/a.ts', { ...CONFIG, overrides: config.overrides.slice(0, 1) })).toBe(IMPORT);
    expect(importIn('src/shop/a.ts', { ...CONFIG, overrides: config.overrides.slice(0, 1) })).toBe(
      "import { newReference } from './ids.js';",
    );
    expect(importIn('src/shop/special/a.ts', config)).toBe("import { newReference } from '../../../ids.js';");
  });
});

test('two values of two modules are imported at once', () => {
  const { text } = migrated(
    [
      "import axios from 'axios';",
      'export async function f(customerId: string, other: string): Promise<void> {',
      "  await axios.post('/customer/kyc/init', { customerId });",
      '  await axios.get(`/customer/kyc/status/${other}`);',
      '}',
    ],
    {
      config: {
        values: {
          ...CONFIG.values,
          reference: { expression: 'nanoid()', import: { name: 'nanoid', from: 'nanoid' } },
        },
      },
    },
  );
  expect(text.split('\n').slice(0, 4)).toEqual([
    "import axios from 'axios';",
    "import { nanoid } from 'nanoid';",
    "import { applicationOf } from './applications.js';",
    'export async function f(customerId: string, other: string): Promise<void> {',
  ]);
});
