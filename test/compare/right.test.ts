import { expect, test } from 'vitest';

import { compare } from '../../src/compare/index.js';
import { SCENARIOS } from '../../src/reference/scenarios.js';
import { akepaFlow, type Call, type Context, intoSlot, legacyFlow } from './flows.js';
import { resultIn, rowsOf } from './verdicts.js';

const SIDES = 'sides: no-document-side';
const WORDS = 'output: answer-words';

/** Of a migration call by call, what is not the same. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  'happy-path': [SIDES, WORDS],
  'overwrite-before-decision': [
    'documents: no-overwrite',
    SIDES,
    'refusals: no-overwrite',
    'output: no-overwrite',
    'errors: no-overwrite',
    'exit code: no-overwrite',
  ],
  'link-after-approval': [
    'documents: closed-after-approval',
    SIDES,
    'refusals: closed-after-approval',
    'output: closed-after-approval',
    'errors: closed-after-approval',
    'exit code: closed-after-approval',
  ],
  'double-link': [SIDES, 'refusals: document-reuse', 'errors: answer-words'],
  'link-before-upload': ['refusals: file-not-found', 'errors: answer-words'],
  'unknown-slot': everythingBut('sides', 'no-slots'),
  'unknown-customer': [],
  'expired-token': [],
  'server-error': [],
  'pdf-upload': everythingBut('sides', 'jpg-and-png-only'),
  'business-representative': ['documents: documents-of-representatives', SIDES, WORDS],
  'hyphenated-ids': everythingBut('sides', 'hyphenated-ids'),
};

test.each(SCENARIOS.map(({ name }) => name))('a right migration in %s', async (name) => {
  const result = await resultIn(name, legacyFlow(), akepaFlow());
  expect(rowsOf(result)).toEqual(ROWS[name]);
  expect(result.verdict).toBe(ROWS[name]?.length === 0 ? 'same' : 'documented');
  expect(result.isExercised).toBe(true);
});

/** Of a migration of a program that uploads into the slots, where it differs from {@link ROWS}. */
const UPLOADED_ROWS: Readonly<Record<string, readonly string[]>> = {
  // The refused call is another one.
  'unknown-customer': ['refusals: unknown-customer'],
  // Neither side takes the document.
  'link-after-approval': [SIDES, 'refusals: closed-after-approval', 'errors: answer-words'],
};

test.each(SCENARIOS.map(({ name }) => name))(
  'a right migration of uploads into slots, in %s',
  async (name) => {
    const result = await resultIn(name, legacyFlow({ place: intoSlot }), akepaFlow());
    expect(rowsOf(result)).toEqual(UPLOADED_ROWS[name] ?? ROWS[name]);
  },
);

test('a flow compared with itself is the same everywhere', async () => {
  for (const flow of [legacyFlow(), legacyFlow({ place: intoSlot }), akepaFlow()]) {
    const { scenarios, differences } = await compare({ before: flow, after: flow });
    expect(scenarios.map(({ verdict }) => verdict)).toEqual(SCENARIOS.map(() => 'same'));
    expect(differences).toEqual([]);
  }
});

test('both documents in one update, for an earlier front: all three are there, and nothing is refused', async () => {
  const result = await resultIn('overwrite-before-decision', legacyFlow(), akepaFlow({ isBatched: true }));
  expect(rowsOf(result)).toEqual(['documents: no-overwrite', SIDES, WORDS]);
});

test('a program that reads the status and stops where nothing can be attached', async () => {
  const after = akepaFlow({
    async start({ customerId, applicationId }, call) {
      const { status } = await call('POST', '/akepa/status', { customerId, applicationId });
      if (status === 'completed') throw new Error('approved already');
    },
  });
  const closed = 'closed-after-approval';
  expect(rowsOf(await resultIn('link-after-approval', legacyFlow(), after))).toEqual([
    `documents: ${closed}`,
    SIDES,
    `output: ${closed}`,
    `errors: ${closed}`,
    `exit code: ${closed}`,
  ]);
  expect(rowsOf(await resultIn('happy-path', legacyFlow(), after))).toEqual([SIDES, WORDS]);
});

test('a program that opens another application where the one is completed', async () => {
  let applicationId = '';
  const after = akepaFlow({
    isBatched: true,
    async start(context, call) {
      applicationId = context.applicationId;
      const { customerId } = context;
      const { status } = await call('POST', '/akepa/status', { customerId, applicationId });
      if (status === 'completed') applicationId = await openIn(context, call);
    },
    attach: ({ customerId, entityId }, ids) => ({
      customerId,
      applicationId,
      documents: ids.map((documentId) => ({ entityId, documentId })),
    }),
    report: async ({ customerId }, call) =>
      (await call('POST', '/akepa/status', { customerId, applicationId })).outcome,
  });
  expect(rowsOf(await resultIn('link-after-approval', legacyFlow(), after))).toEqual([SIDES, WORDS]);
});

test.each([
  ['the legacy program uploads into the slots', { place: intoSlot }, {}],
  ['both documents go in one update', {}, { isBatched: true }],
  [
    'akepa’s documents are named by their side',
    {},
    {
      document: (file: string) => ({
        workflow: 'PERSONAL',
        name: file.includes('front') ? 'license front' : 'license back',
        extension: 'jpg',
        type: 'license',
      }),
    },
  ],
  [
    'the status is read more often',
    {},
    {
      start: async ({ customerId, applicationId }: Context, call: Call) => {
        for (let round = 0; round < 3; round++)
          await call('POST', '/akepa/status', { customerId, applicationId });
      },
    },
  ],
])('harmless: %s', async (_, before, after) => {
  const result = await resultIn('happy-path', legacyFlow(before), akepaFlow(after));
  expect(rowsOf(result)).toEqual([SIDES, WORDS]);
  const refused = await resultIn('expired-token', legacyFlow(before), akepaFlow(after));
  expect(refused.verdict).toBe('same');
});

function everythingBut(same: string, difference: string): string[] {
  return ['documents', 'sides', 'decision', 'refusals', 'output', 'errors', 'exit code']
    .filter((observable) => observable !== same)
    .map((observable) => `${observable}: ${difference}`);
}

async function openIn({ customerId }: Context, call: Call): Promise<string> {
  return (await call('POST', '/akepa/identification', { customerId, reference: 'another' })).applicationId;
}
