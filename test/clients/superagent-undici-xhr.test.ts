import { expect, test } from 'vitest';

import { calls } from '../analysis/calls.js';
import { ROWS } from './superagent-undici-xhr.rows.js';

test.each(ROWS)('%s', (_name, source, ...expected) => {
  expect(calls(source)).toEqual(expected);
});
