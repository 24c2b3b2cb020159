import {
  additional,
  idOf,
  invalid,
  missing,
  mistyped,
  success,
  tooLong,
  tooShort,
  unlisted,
  unmatched,
} from './answers.js';
import type { Answer, Row } from './row.js';
import { GENERATE, LICENCE } from './steps.js';

const line = GENERATE;
const TEXT = '^((?![<>]).)*$';
const WORKFLOWS = ['BUSINESS', 'PERSONAL'];
const EXTENSIONS = ['jpg', 'png'];
const TYPES = [
  ...['contract', 'license', 'passport', 'utility', 'other', 'internal', 'identification_card'],
  ...['residence_permit', 'canada_provincial_id', 'indigenous_card', 'paystub', 'bank_statement'],
  ...['w2', '1099', '1120', '1065', 't1', 't4'],
];

export const AKEPA_GENERATE_ROWS: readonly Row[] = [
  {
    title: 'makes a document',
    shows: ['akepa-generate.answer', 'envelope'],
    call: { line, json: LICENCE },
    answer: success({ id: idOf('doc_'), uploadStatus: false }),
  },
  ...WORKFLOWS.map((workflow) => accepted(`workflow ${workflow}`, { workflow })),
  ...EXTENSIONS.map((extension) => accepted(`extension ${extension}`, { extension })),
  ...TYPES.map((type) => accepted(`type ${type}`, { type })),
  accepted('a name of one letter', { name: 'x' }),
  accepted('a name of 50 letters', { name: 'x'.repeat(50) }),
  accepted('a note of 500 letters', { note: 'x'.repeat(500) }),
  accepted('an empty note', { note: '' }),
  accepted('a note null', { note: null }),
  accepted('a note of white space', { note: '  ' }),
  accepted('an address', { note_author_agent_email: 'agent@example.com' }),
  ...['workflow', 'name', 'extension', 'type'].map((field): Row => ({
    title: `no ${field}`,
    shows: ['validation.required', 'validation.shape'],
    call: { line, json: { ...LICENCE, [field]: undefined } },
    answer: missing(field),
  })),
  ...['customerId', 'entityId', 'documentSide', 'noteAuthorAgentEmail'].map((field): Row => ({
    title: `the unknown property ${field}`,
    shows: ['validation.additional-elsewhere'],
    call: { line, json: { ...LICENCE, [field]: 'x' } },
    answer: additional(field),
  })),
  refused('another workflow', { workflow: 'personal' }, unlisted('/workflow', WORKFLOWS)),
  ...['jpeg', 'JPG', 'pdf', ''].map((extension) =>
    refused(`extension ${extension || 'empty'}`, { extension }, unlisted('/extension', EXTENSIONS)),
  ),
  ...['LICENSE', 'licence', 'w-2'].map((type) => refused(`type ${type}`, { type }, unlisted('/type', TYPES))),
  {
    ...refused('a type as a number', { type: 1099 }, mistyped('/type', 'string')),
    shows: ['validation.values', 'validation.first'],
  },
  refused('a name of 51 letters', { name: 'x'.repeat(51) }, tooLong('/name', 50)),
  refused('a name with <', { name: 'a<b' }, unmatched('/name', TEXT)),
  refused('a name with >', { name: 'a>b' }, unmatched('/name', TEXT)),
  refused('a name with a newline', { name: 'a\nb' }, unmatched('/name', TEXT)),
  refused('a name null', { name: null }, mistyped('/name', 'string')),
  {
    ...refused('an empty name', { name: '' }, tooShort('/name', 1)),
    shows: ['validation.values', 'validation.first'],
  },
  refused(
    'a name of white space',
    { name: ' \t ' },
    invalid('isNotOnlyWhitespace', '/name', {}, 'must pass "isNotOnlyWhitespace" keyword validation'),
  ),
  refused('a note of 501 letters', { note: 'x'.repeat(501) }, tooLong('/note', 500)),
  refused('a note with <', { note: '<b>' }, unmatched('/note', TEXT)),
  refused('a note with a newline', { note: 'a\nb' }, unmatched('/note', TEXT)),
  refused('a note as a number', { note: 1 }, mistyped('/note', 'string')),
  ...['agent', 'agent@', '@example.com', 'a b@example.com', ''].map((email) =>
    refused(
      `the address ${email || 'empty'}`,
      { note_author_agent_email: email },
      invalid('format', '/note_author_agent_email', { format: 'email' }, 'must match format "email"'),
    ),
  ),
  refused(
    'the address null',
    { note_author_agent_email: null },
    mistyped('/note_author_agent_email', 'string'),
  ),
];

function accepted(title: string, more: Readonly<Record<string, unknown>>): Row {
  return {
    title,
    shows: ['akepa-generate.answer'],
    call: { line, json: { ...LICENCE, ...more } },
    answer: success({ id: idOf('doc_'), uploadStatus: false }),
  };
}

function refused(title: string, more: Readonly<Record<string, unknown>>, answer: Answer): Row {
  return { title, shows: ['validation.values'], call: { line, json: { ...LICENCE, ...more } }, answer };
}
