import { expect, test } from 'vitest';

import { calls } from '../analysis/calls.js';
import { ROWS } from './axios.rows.js';

const IMPORT = 'import axios from "axios";';

test.each(ROWS)('%s', (_name, source, ...expected) => {
  expect(calls([IMPORT, ...(typeof source === 'string' ? [source] : source)])).toEqual(expected);
});
