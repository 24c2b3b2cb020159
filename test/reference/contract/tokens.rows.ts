import { UNAUTHORIZED } from './answers.js';
import type { Row } from './row.js';

/** Every endpoint that needs a token; it is looked at before anything else of the call. */
export const GUARDED = [
  'POST /customer/init',
  'POST /customer/kyc/init',
  'GET /customer/kyc/status/csta_1',
  'POST /customer/kyc/upload/csta_1/doc-1',
  'POST /customer/kyc/document-link',
  'POST /customer/kyc/add-attributes',
  'POST /document/generate',
  'POST /document/upload/sdoc_1',
  'POST /akepa/identification',
  'POST /akepa/status',
  'POST /akepa/document/generate',
  'POST /akepa/document/upload/doc_1',
  'POST /akepa/update',
  'GET /akepa/status/cstap_1',
  'POST /reference/decide',
];

const OLDER = { olderStatus: true };

export const TOKEN_ROWS: readonly Row[] = [
  ...GUARDED.flatMap((line): Row[] => [
    {
      title: `${line} without a token`,
      shows: ['token.required'],
      options: OLDER,
      call: { line, headers: { 'x-connectfi-token': undefined } },
      answer: UNAUTHORIZED,
    },
    {
      title: `${line} with an unknown token`,
      shows: ['token.required'],
      options: OLDER,
      call: { line, headers: { 'x-connectfi-token': 'unknown' } },
      answer: UNAUTHORIZED,
    },
    {
      title: `${line} with an expired token`,
      shows: ['token.expired'],
      options: OLDER,
      call: { line, headers: { 'x-connectfi-token': '{expired}' } },
      answer: UNAUTHORIZED,
    },
  ]),
  {
    title: 'an empty token',
    shows: ['token.required'],
    call: { line: 'POST /document/generate', headers: { 'x-connectfi-token': '' } },
    answer: UNAUTHORIZED,
  },
  {
    title: 'a token in another header',
    shows: ['token.required'],
    call: {
      line: 'POST /document/generate',
      headers: { 'x-connectfi-token': undefined, authorization: 'Bearer {token}' },
    },
    answer: UNAUTHORIZED,
  },
  {
    title: 'a token ends with its lifetime',
    shows: ['token.expired'],
    options: { tokenLifetime: 0 },
    call: { line: 'POST /document/generate' },
    answer: UNAUTHORIZED,
  },
];
