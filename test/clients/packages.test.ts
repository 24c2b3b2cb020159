import { expect, test } from 'vitest';

import { reported } from '../analysis/calls.js';
import { ROWS } from './packages.rows.js';

test.each(ROWS)('%s', (_name, source, ...expected) => {
  expect(reported(source)).toEqual(expected);
});
