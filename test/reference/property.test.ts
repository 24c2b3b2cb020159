import fc from 'fast-check';
import { expect, test } from 'vitest';

import { playSequence } from './model/sequence.js';
import { steps } from './model/steps.js';

/** `SEED=2 npx vitest run test/reference/property.test.ts` plays other sequences. */
const SEED = Number(process.env['SEED'] ?? 20_261_128);
const SEQUENCES = 1000;

/** What the sequences have to get to; without it the model would agree about very little. */
const REACHED = [
  'token 200 0',
  'individual 200 0',
  'individual 400 customerExists',
  'business 200 0',
  'business 400 referenceExists',
  'kyc-init 200 0',
  'kyc-init 400 customerNotFound',
  'kyc-init 401 unauthorized',
  'kyc-status 200 0',
  'kyc-status 400 kyc-status.not-started',
  'kyc-upload 200 0',
  'kyc-upload 400 documentNotFound',
  'kyc-upload 400 kyc-upload.completed',
  'link 200 0',
  'link 400 documentNotFound',
  'link 400 documentNotUploaded',
  'attributes 200 0',
  'generate 200 0',
  'upload 200 0',
  'upload 400 fileNotFound',
  'identification 200 0',
  'identification 400 referenceExists',
  'identification 400 requestValidateError',
  'status 200 0',
  'status 404 applicationNotFound',
  'older-status 200 0',
  'older-status 400 status.no-application',
  'akepa-generate 200 0',
  'akepa-generate 400 requestValidateError',
  'akepa-upload 200 0',
  'akepa-upload 400 akepa-upload.repeat',
  'akepa-upload 400 akepa-upload.mismatch',
  'update 200 0',
  'update 400 documentNotFound',
  'update 400 fileNotFound',
  'update 400 statusApplicationEntity',
  'update 400 update.reused-document',
  'update 400 update.entity-unknown',
  'update 400 update.under-review',
  'update 404 applicationNotFound',
  'decide 200 0',
  'decide 400 notUnderReview',
];

test(`${SEQUENCES} sequences of calls on both sides are answered as the model says (SEED=${SEED})`, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      for (const answer of await playSequence(sequence)) seen.add(answer);
    }),
    { seed: SEED, numRuns: SEQUENCES },
  );
  expect([...seen]).toEqual(expect.arrayContaining(REACHED));
});
