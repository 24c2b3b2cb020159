import fc from 'fast-check';
import { expect, test } from 'vitest';

import { playSequence } from './model/sequence.js';
import { steps } from './model/steps.js';

/** `SEED=… npx vitest run test/reference/property.test.ts` plays the same sequences again. */
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const SEQUENCES = 1000;

const counted = new Map<string, number>();

test(`1,000 sequences of calls on both sides are answered as the model says, seed ${seed}`, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      for (const seen of await playSequence(sequence)) counted.set(seen, (counted.get(seen) ?? 0) + 1);
    }),
    { seed, numRuns: SEQUENCES },
  );
  console.log(
    [...counted]
      .sort()
      .map(([k, v]) => `${k} ${v}`)
      .join('\n'),
  );
});
