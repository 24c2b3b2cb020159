import { Linter } from 'eslint';
import { expect, test } from 'vitest';

import { plugin } from '../../rules/index.js';

const INIT = "const INIT = '/customer/kyc/init';\n";

/** The messages for a file, by config. */
function messages(code: string, config: 'recommended' | 'strict'): string[] {
  return new Linter()
    .verify(code, [plugin.configs[config]])
    .map(({ line, column, message }) => `${line}:${column} ${message.slice(0, 58)}`);
}

test('a path that no call of the file uses is reported where it is written', () => {
  const code = `${INIT}export const start = (body) => queue(INIT, body);`;
  expect(messages(code, 'recommended')).toEqual([
    '1:14 POST /customer/kyc/init is deprecated and moves to POST /a',
  ]);
  const [message] = new Linter().verify(code, [plugin.configs.recommended]);
  expect(message?.message).toMatch(/ No call was seen that uses this path\.$/);
  expect(message?.suggestions).toBeUndefined();
  expect(code.slice((message?.column ?? 0) - 1, (message?.endColumn ?? 0) - 1)).toBe("'/customer/kyc/init'");
});

test('who sends what a file exports is not known, so only strict speaks of it', () => {
  expect(messages(`export ${INIT}`, 'recommended')).toEqual([]);
  expect(messages(`export ${INIT}`, 'strict')).toEqual([
    '1:21 If this path is sent to connectFi: POST /customer/kyc/init',
  ]);
});

test('the options hold for paths, too', () => {
  const code = `${INIT}queue(INIT);`;
  const lint = (options: object): number =>
    new Linter().verify(code, [
      { plugins: { akepa: plugin }, rules: { 'akepa/no-legacy-endpoint': ['error', options] } },
    ]).length;
  expect(lint({})).toBe(1);
  expect(lint({ confidence: 'certain' })).toBe(0);
  expect(lint({ endpoints: ['kyc-status'] })).toBe(0);
  expect(lint({ endpoints: ['kyc-init'] })).toBe(1);
});
