import { resolve } from 'node:path';

import { describe, expect, test } from 'vitest';

import { noLegacyEndpoint } from '../../rules/no-legacy-endpoint.js';
import { analyse } from '../../src/analysis/analyse.js';
import { validateConfig } from '../../src/config/validate.js';
import { parseModule } from '../../src/syntax/parse.js';
import { migrate } from '../../transforms/migrate.js';
import { HOSTS } from './hosts.js';
import { INVALID, TYPESCRIPT_INVALID, VALID } from './no-legacy-endpoint.cases.js';

for (const { name, RuleTester, languageOptions, typescript } of HOSTS) {
  describe(name, () => {
    new RuleTester({ languageOptions }).run('no-legacy-endpoint', noLegacyEndpoint, {
      valid: [...VALID],
      invalid: [...INVALID, ...(typescript ? TYPESCRIPT_INVALID : [])],
    });
  });
}

const SUGGESTED = [...INVALID, ...TYPESCRIPT_INVALID].flatMap(({ name, code, settings, errors }) => {
  const [error] = Array.isArray(errors) ? errors : [];
  if (typeof error !== 'object' || !('suggestions' in error) || !Array.isArray(error.suggestions)) return [];
  return error.suggestions.map(({ output }) => ({ name, code, output, config: settings?.['akepa'] }));
});

test.each(SUGGESTED)('$name, as migrate writes it', ({ code, output, config }) => {
  const file = { analysis: analyse(parseModule('src/kyc.ts', code)), path: resolve('src/kyc.ts') };
  const { files } = migrate([file], { config: validateConfig(config, 'case'), root: process.cwd() });
  expect(files.map(({ text }) => text)).toEqual([output]);
});
