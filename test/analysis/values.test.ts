import { expect, test } from 'vitest';

import { calls } from './calls.js';
import { ROWS } from './values.rows.js';

test.each(ROWS)('%s', (_name, source, ...expected) => {
  expect(calls(source)).toEqual(expected);
});
