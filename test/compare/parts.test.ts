import { expect, test } from 'vitest';

import type { Program } from '../../src/compare/index.js';
import { attachment, client, form, license } from './flows.js';
import { resultIn, rowsOf } from './verdicts.js';

/** Programs that are one step of a flow, as a function of a bigger one is. */
const generates: Program = async (context) =>
  (await client(context)('POST', '/document/generate')).id.length > 0;
const generatesInAkepa: Program = async (context) =>
  (await client(context)('POST', '/akepa/document/generate', license())).id.length > 0;

/** Makes the document and uploads a file to it. */
function uploads(prefix: '' | '/akepa', extension = 'jpg'): Program {
  return async (context) => {
    const call = client(context);
    const body = prefix === '' ? undefined : { ...license(), extension };
    const { id } = await call('POST', `${prefix}/document/generate`, body);
    await call('POST', `${prefix}/document/upload/${id}`, form(context.files[0] ?? ''));
    return 'uploaded';
  };
}

const inits: Program = async (context) =>
  void (await client(context)('POST', '/customer/kyc/init', { customerId: context.customerId }));
const identifies: Program = async (context) =>
  void (await client(context)('POST', '/akepa/identification', {
    customerId: context.customerId,
    reference: 'again1',
  }));

/** Links a document that has no file. */
const linksNothing: Program = async (context) => {
  const { customerId, slotIds } = context;
  const call = client(context);
  const { id } = await call('POST', '/document/generate');
  const body = { customerId, documentId: slotIds[0], separateDocumentId: id };
  await call('POST', '/customer/kyc/document-link', body);
};
const attachesNothing: Program = async (context) => {
  const call = client(context);
  const { id } = await call('POST', '/akepa/document/generate', license());
  await call('POST', '/akepa/update', attachment(context, [id]));
};

test.each<[what: string, scenario: string, before: Program, after: Program, rows: string[]]>([
  ['only generates, for a customer whom akepa refuses', 'hyphenated-ids', generates, generatesInAkepa, []],
  [
    'only uploads a PDF',
    'pdf-upload',
    uploads(''),
    uploads('/akepa'),
    ['refusals', 'output', 'errors', 'exit code'].map((row) => `${row}: jpg-and-png-only`),
  ],
  [
    'only declares another kind of image',
    'happy-path',
    uploads(''),
    uploads('/akepa', 'png'),
    ['refusals', 'output', 'errors', 'exit code'].map((row) => `${row}: regression`),
  ],
  [
    'starts KYC where documents are already',
    'overwrite-before-decision',
    inits,
    identifies,
    ['documents: application-per-run'],
  ],
  [
    'starts KYC after approval',
    'link-after-approval',
    inits,
    identifies,
    ['documents: application-per-run', 'decision: application-per-run'],
  ],
  [
    'starts KYC on its own accord',
    'link-after-approval',
    async (context) => void (await client(context)('GET', `/customer/kyc/status/${context.customerId}`)),
    identifies,
    ['documents: regression', 'decision: regression'],
  ],
  [
    'links no file, after approval',
    'link-after-approval',
    linksNothing,
    attachesNothing,
    ['sides: no-document-side', 'refusals: closed-after-approval', 'errors: answer-words'],
  ],
  [
    'links no file, to a slot that is none',
    'unknown-slot',
    linksNothing,
    attachesNothing,
    ['refusals: no-slots', 'errors: answer-words'],
  ],
  [
    'links no file, for a customer whom akepa refuses',
    'hyphenated-ids',
    linksNothing,
    attachesNothing,
    ['decision: hyphenated-ids', 'refusals: hyphenated-ids', 'errors: hyphenated-ids'],
  ],
])('a program that %s', async (_, scenario, before, after, rows) => {
  expect(rowsOf(await resultIn(scenario, before, after))).toEqual(rows);
});
