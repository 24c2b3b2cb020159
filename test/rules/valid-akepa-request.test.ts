import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';

import { plugin } from '../../rules/index.js';
import { validAkepaRequest } from '../../rules/valid-akepa-request.js';
import * as typescriptParser from '@typescript-eslint/parser';
import { SAMPLE_FILES, samplesIn } from '../transforms/samples.js';
import { HOSTS } from './hosts.js';
import { INVALID, VALID } from './valid-akepa-request.cases.js';
import { SNIPPETS } from './vendor-snippets.js';

/** What a sample takes over from the vendor's snippet: a note says it where the call is rewritten. */
const BEFORE = /in plain quotes|nothing fills it in/;

for (const { name, RuleTester, languageOptions } of HOSTS) {
  describe(name, () => {
    new RuleTester({ languageOptions }).run('valid-akepa-request', validAkepaRequest, {
      valid: [...VALID],
      invalid: [...INVALID],
    });
  });
}

function lint(text: string, filename: string, settings: object = {}): string[] {
  const config: Linter.Config = {
    files: ['**/*.{js,jsx,cjs,mjs,ts,tsx}'],
    languageOptions: { parser: typescriptParser, parserOptions: { ecmaFeatures: { jsx: true } } },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    plugins: { akepa: plugin },
    rules: { 'akepa/valid-akepa-request': 'error' },
    settings: { akepa: settings },
  };
  const messages = new Linter().verify(text, [config], { filename });
  return messages
    .filter(({ message }) => !message.startsWith('/* eslint-env */'))
    .map(({ line, message }) => `${line}: ${message}`);
}

describe.each(SAMPLE_FILES)('what migrate writes in %s', (name) => {
  test.each(samplesIn(name))('$title', ({ after, file, config }) => {
    const said = lint(after, file, config).filter((message) => !BEFORE.test(message));
    expect(said).toEqual([]);
  });
});

describe("the vendor's snippets", () => {
  test.each(SNIPPETS)('$name', ({ code, says }) => {
    expect(lint(code, 'snippet.cjs')).toEqual(says);
  });
});
