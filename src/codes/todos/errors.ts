import type { TodoTable } from '../types.js';

/** What is made of an error. */
export const ERROR_CODES = {
  AK326: {
    code: 'AK326',
    title: 'An error code that akepa does not have',
    missing: '`documentNotUploaded` is {how}, and akepa has no such code',
    advice: 'The nearest is `fileNotFound` (inferred): write it where it is meant, then run migrate again',
    args: { how: 'listed in `RETRY`' },
    why: 'The legacy link answers documentNotUploaded for a document without a file. akepa documents fileNotFound; that it is the counterpart is inferred.',
    example: [
      "const RETRY = ['documentNotUploaded'];",
      'try {',
      "  await client.post('/customer/kyc/document-link', { customerId, documentId, separateDocumentId });",
      '} catch (error) {',
      '  if (RETRY.includes(error.response.data.code)) retry();',
      '}',
    ],
  },
  AK327: {
    code: 'AK327',
    title: "An error's message decides",
    missing:
      'This takes the message of an error apart, and the messages of {successor} have other words or are missing',
    advice: 'Decide by `code` and, for documentNotFound, by `context.documentId`, then run migrate again',
    args: { successor: 'POST /akepa/update' },
    why: 'The legacy messages hold the id; in akepa it stands in `context`, and requestValidateError has no message at all.',
    example: [
      'try {',
      "  await client.post('/customer/kyc/document-link', { customerId, documentId, separateDocumentId });",
      '} catch (error) {',
      '  if (/not found/.test(error.response.data.message)) retry();',
      '}',
    ],
  },
  AK337: {
    code: 'AK337',
    title: "An error's code is handed on",
    missing:
      'The error of this call goes on, and {place} asks an error for `documentNotUploaded`, which {successor} does not answer',
    advice:
      'The nearest is `fileNotFound` (inferred): write it there if it asks for the error of this call, then run migrate again',
    args: { place: '`retries` (src/kyc.ts)', successor: 'POST /akepa/update' },
    why: 'A code that is put into an error of your own, or thrown on, is compared where it is caught. Which errors come there is not followed.',
    example: [
      'class KycError extends Error {',
      '  constructor(readonly code: string) {',
      '    super(code);',
      '  }',
      '}',
      'try {',
      "  await client.post('/customer/kyc/document-link', { customerId, documentId, separateDocumentId });",
      '} catch (error) {',
      '  throw new KycError(error.response.data.code);',
      '}',
      "const retries = (error: KycError) => error.code === 'documentNotUploaded';",
    ],
  },
} satisfies TodoTable;
