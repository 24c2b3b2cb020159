import { expect, test } from 'vitest';

import { ROWS } from './given.rows.js';
import { sentIn, summary } from './sent.js';

test.each(ROWS)('%s', (_name, source, ...expected) => {
  expect(sentIn(source).map(summary)).toEqual(expected);
});
