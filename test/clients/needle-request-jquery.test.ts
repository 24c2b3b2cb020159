import { expect, test } from 'vitest';

import { reported } from '../analysis/calls.js';
import { ROWS } from './needle-request-jquery.rows.js';

test.each(ROWS)('%s', (_name, source, ...expected) => {
  expect(reported(source)).toEqual(expected);
});
