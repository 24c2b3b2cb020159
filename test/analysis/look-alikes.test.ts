import { expect, test } from 'vitest';

import { reported } from './calls.js';
import { LOOK_ALIKES } from './look-alikes.rows.js';

const CONTROL = 'globalThis.fetch("/document/generate", { method: "POST" });';

test.each(LOOK_ALIKES)('%s', (_name, source) => {
  const lines = typeof source === 'string' ? [source] : source;
  expect(reported(lines)).toEqual([]);
  // The file is looked at: a real call below the look-alike is found.
  const last = `document-generate POST fetch likely ${lines.length + 2}`;
  expect(reported([...lines, ';', CONTROL])).toEqual([last]);
});
