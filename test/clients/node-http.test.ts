import { expect, test } from 'vitest';

import { analysed, calls } from '../analysis/calls.js';
import { ROWS } from './node-http.rows.js';

const HTTPS = 'import https from "node:https";';

test.each(ROWS)('%s', (_name, source, ...expected) => {
  expect(calls(source)).toEqual(expected);
});

test('the host is the beginning of the URL', () => {
  const source = `${HTTPS} https.request({ hostname: "api.example.io", path: "/customer/kyc/init", method: "POST" })`;
  expect(analysed(source).calls[0]?.url.flat).toBe('//api.example.io/customer/kyc/init');
});
