import { readdirSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import plugin, { configs, plugin as named, rules } from '../../rules/index.js';

const PARTS = [
  'config-of',
  'create-rule',
  'host-scopes',
  'index',
  'link',
  'marked-imports',
  'module-from-source-code',
  'request',
  'search',
  'targets',
  'texts-by-type',
];

test('every file of a rule is registered under its name', () => {
  const files = readdirSync('rules').map((file) => file.replace(/\.ts$/, ''));
  expect(files.filter((file) => !PARTS.includes(file)).sort()).toEqual(Object.keys(rules).sort());
});

test('both configs have every rule, and the same plugin', () => {
  for (const config of [configs.recommended, configs.strict]) {
    expect(Object.keys(config.rules ?? {}).sort()).toEqual(
      Object.keys(rules)
        .map((id) => `akepa/${id}`)
        .sort(),
    );
    expect(config.plugins?.['akepa']).toBe(plugin);
  }
});

test('the plugin is the default export and a named one, of the version of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(named).toBe(plugin);
  expect(plugin.configs).toBe(configs);
  expect(plugin.meta.version).toBe(version);
});
