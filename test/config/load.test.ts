import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { CheckResult } from '../../src/check.js';
import { akepa, akepaJson, ROOT } from '../support/cli.js';
import { type Files, folder } from '../support/folder.js';
import { BOM, CALLER, CONFIG } from '../support/sources.js';

/** One config in every form that is read; each makes the call of `a.ts` a rewrite. */
const FORMS: Readonly<Record<string, Files>> = {
  json: { 'akepa.config.json': CONFIG },
  'json with a byte order mark': { 'akepa.config.json': BOM + CONFIG },
  'json with $schema': {
    'akepa.config.json': `{ "$schema": "./node_modules/akepa-migrate/schema/config.json", ${CONFIG.trim().slice(1)}`,
  },
  mjs: { 'akepa.config.mjs': `export default ${CONFIG};` },
  'mjs that awaits': { 'akepa.config.mjs': `export default await Promise.resolve(${CONFIG});` },
  'js as CommonJS': { 'akepa.config.js': `module.exports = ${CONFIG};` },
  'js as CommonJS, said so': {
    'akepa.config.js': `module.exports = ${CONFIG};`,
    'package.json': '{"type":"commonjs"}',
  },
  'js as CommonJS, compiled from a module': {
    'akepa.config.js': `Object.defineProperty(exports, '__esModule', { value: true });\nexports.default = ${CONFIG};`,
  },
  'js as a module': { 'akepa.config.js': `export default ${CONFIG};`, 'package.json': '{"type":"module"}' },
  ts: { 'akepa.config.ts': `const config: object = ${CONFIG};\nexport default config;` },
  'ts with defineConfig': {
    'akepa.config.ts': `import { defineConfig, type AkepaConfig } from 'akepa-migrate';\nconst config: AkepaConfig = ${CONFIG};\nexport default defineConfig(config);`,
  },
  'ts that imports a file': {
    'akepa.config.ts': `import { values } from './values';\nexport default { values };`,
    'values.ts': `enum Ids { App = 'app1' }\nexport const values = { applicationId: Ids.App as string };`,
  },
};

const dispositions = async (cwd: string, ...args: string[]): Promise<string[]> => {
  const { findings } = await akepaJson<CheckResult>(['check', ...args], { cwd });
  return findings.map(({ disposition }) => disposition);
};

test.concurrent.each(Object.keys(FORMS))('a config as %s', async (form) => {
  const cwd = folder({ 'a.ts': CALLER, ...FORMS[form] });
  const { code, err } = await akepa(['check'], { cwd });
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(await dispositions(cwd, 'a.ts')).toEqual(['rewrite']);
});

test.concurrent('without a config the call is a TODO', async () => {
  expect(await dispositions(folder({ 'a.ts': CALLER }))).toEqual(['todo']);
});

test.concurrent('defineConfig comes from the tool itself: no install beside the config', async () => {
  const cwd = folder({ 'a.ts': CALLER, ...FORMS['ts with defineConfig'] });
  expect(cwd.startsWith(ROOT)).toBe(false);
  expect(await dispositions(cwd, 'a.ts')).toEqual(['rewrite']);
});

test.concurrent('the nearest config upwards is taken, and only that one', async () => {
  const root = folder({
    'akepa.config.json': CONFIG,
    'one/deep/a.ts': CALLER,
    'two/deep/a.ts': CALLER,
    'two/akepa.config.json': '{}',
  });
  expect(await dispositions(join(root, 'one/deep'))).toEqual(['rewrite']);
  expect(await dispositions(join(root, 'two/deep'))).toEqual(['todo']);
  expect(await dispositions(root)).toEqual(['rewrite', 'rewrite']);
});

test.concurrent('--config, from the working directory on, wins over the nearest', async () => {
  const root = folder({ 'configs/kyc.json': CONFIG, 'app/a.ts': CALLER, 'app/akepa.config.json': '{}' });
  const cwd = join(root, 'app');
  expect(await dispositions(cwd, '--config', '../configs/kyc.json')).toEqual(['rewrite']);
  expect(await dispositions(cwd, '-c', join(root, 'configs/kyc.json'))).toEqual(['rewrite']);
});

test.concurrent('a folder named like a config is none', async () => {
  const root = folder({ 'akepa.config.json': CONFIG, 'app/a.ts': CALLER });
  mkdirSync(join(root, 'app/akepa.config.ts'));
  expect(await dispositions(join(root, 'app'))).toEqual(['rewrite']);
});

test.concurrent('overrides hold for their files, from the config file on; the last wins', async () => {
  const app = (applicationId: string): object => ({ applicationId });
  const config = {
    values: app('app0'),
    overrides: [
      { files: ['src/x/**'], values: app('app1') },
      { files: ['./src/x/y/*.ts', 'src/z'], values: app('app2') },
    ],
  };
  const names = ['src/a.ts', 'src/x/a.ts', 'src/x/y/a.ts', 'src/z/a.ts'];
  const root = folder({
    'akepa.config.json': JSON.stringify(config),
    ...Object.fromEntries(names.map((name) => [name, CALLER])),
  });
  const { out } = await akepa(['migrate'], { cwd: join(root, 'src') });
  expect([...out.matchAll(/applicationId: '(\w+)'/g)].map(([, id]) => id)).toEqual([
    'app0',
    'app1',
    'app2',
    'app2',
  ]);
});

test.concurrent('baseUrls make other bases silent', async () => {
  const cwd = folder({
    'a.ts': "fetch('https://kyc.bank.example/document/generate', { method: 'POST' });\n",
    'b.ts': "fetch('https://esign.example/document/generate', { method: 'POST' });\n",
    'akepa.config.json': '{ "baseUrls": ["https://kyc.bank.example"] }',
  });
  const { findings } = await akepaJson<CheckResult>(['check', '--confidence', 'possible'], { cwd });
  expect(findings.map(({ file, confidence }) => [file, confidence])).toEqual([['a.ts', 'certain']]);
});
