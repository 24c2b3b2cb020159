import { expect, test } from 'vitest';

import { analyse } from '../../src/analysis/analyse.js';
import { parseModule } from '../../src/syntax/parse.js';
import { reported } from '../analysis/calls.js';
import { ROWS } from './axios-instances.rows.js';

test.each(ROWS)('%s', (_name, source, ...expected) => {
  expect(reported(source)).toEqual(expected);
});

test('the defaults and the interceptors that another file sets on its instance', () => {
  const api = parseModule(
    'api.ts',
    [
      'import axios from "axios";',
      'export const api = axios.create();',
      'api.defaults.baseURL = "https://api.connectfi.com";',
      'api.interceptors.response.use((response) => response.data);',
    ].join('\n'),
  );
  const user = parseModule('kyc.ts', 'import { api } from "./api"; api.post("/document/generate", {});');
  const [call] = analyse({ ...user, link: () => api }).calls;
  expect(call).toMatchObject({ confidence: 'certain', request: { answer: [[]] } });
  expect(call?.url.flat).toBe('https://api.connectfi.com/document/generate');
});
