import { expect, test } from 'vitest';

import type { Program } from '../../src/compare/index.js';
import { akepaFlow, client, type Context, legacyFlow } from './flows.js';
import { resultIn, rowsOf } from './verdicts.js';

const SIDES = 'sides: no-document-side';
const WORDS = 'output: answer-words';
const PERSON = {
  customerReference: 'own',
  customerType: 'individual',
  customer: { firstName: 'Grace', lastName: 'Example' },
};
const BUSINESS = {
  customerReference: 'own',
  customerType: 'business',
  customer: { name: 'Own Ltd', representatives: [{ id: 'rep_1', lastName: 'Example' }] },
};

/** Starts KYC itself, and uses the slots that it is given. */
function startingKyc(program: Program): Program {
  return async (context) => {
    const { customerId } = context;
    const { kycDocumentList } = await client(context)('POST', '/customer/kyc/init', { customerId });
    return program({ ...context, slotIds: kycDocumentList.map(({ id }) => id) });
  };
}

/** Opens an application itself. */
function identifying(program: Program): Program {
  return async (context) => {
    const { customerId } = context;
    const body = { customerId, reference: 'own1' };
    const { applicationId } = await client(context)('POST', '/akepa/identification', body);
    return program({ ...context, applicationId });
  };
}

/** Registers a customer of its own. */
function registering(body: object, program: Program, entity?: string): Program {
  return async (context) => {
    const { customerId } = await client(context)('POST', '/customer/init', body);
    return program({ ...context, customerId, entityId: entity ?? customerId });
  };
}

/** Logs in itself. */
function loggingIn(program: Program): Program {
  return async (context: Context) => {
    const user = { login: 'shop', password: 'secret' };
    const { token } = await client({ ...context, token: '' })('POST', '/auth/get-token', { user });
    return program({ ...context, token });
  };
}

test.each<[string, Program, Program, string[]]>([
  ['starts KYC', startingKyc(legacyFlow()), identifying(akepaFlow()), [SIDES, WORDS]],
  ['gets its token', loggingIn(legacyFlow()), loggingIn(akepaFlow()), [SIDES, WORDS]],
  [
    'registers its customer',
    registering(PERSON, startingKyc(legacyFlow())),
    registering(PERSON, identifying(akepaFlow())),
    [SIDES, WORDS],
  ],
  [
    'registers its business',
    registering(BUSINESS, startingKyc(legacyFlow())),
    registering(BUSINESS, identifying(akepaFlow()), 'rep_1'),
    ['documents: documents-of-representatives', SIDES, WORDS],
  ],
])('a program that %s', async (_, before, after, rows) => {
  const result = await resultIn('happy-path', before, after);
  expect(rowsOf(result)).toEqual(rows);
  expect(result.rows.find(({ observable }) => observable === 'decision')).toMatchObject({
    before: 'approved',
    after: 'approved',
  });
});

test('its own customer is not the documents’ owner when only the migrated program registers one', async () => {
  const after = registering(PERSON, identifying(akepaFlow()));
  const { rows } = await resultIn('happy-path', legacyFlow(), after);
  expect(rows[0]).toMatchObject({
    observable: 'documents',
    verdict: 'regression',
    after: 'back.jpg as license of someone else, front.jpg as license of someone else',
  });
});

test('ids of its own slots are not counted as documents', async () => {
  const report: Program = async (context) => {
    const call = client(context);
    const customer = await call('POST', '/customer/init', PERSON);
    await call('POST', '/customer/kyc/init', { customerId: customer.customerId });
    return (await call('POST', '/document/generate')).id;
  };
  const migrated: Program = async (context) => {
    const call = client(context);
    const { customerId } = await call('POST', '/customer/init', PERSON);
    await call('POST', '/akepa/identification', { customerId, reference: 'own2' });
    const body = { workflow: 'PERSONAL', name: 'license', extension: 'jpg', type: 'license' };
    return (await call('POST', '/akepa/document/generate', body)).id;
  };
  const { rows } = await resultIn('happy-path', report, migrated);
  expect(rows.find(({ observable }) => observable === 'output')).toMatchObject({
    verdict: 'same',
    before: '"<document 1>"',
  });
});
