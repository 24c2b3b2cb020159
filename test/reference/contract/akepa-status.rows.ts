import {
  additional,
  missing,
  mistyped,
  notDocumented,
  refusalOf,
  success,
  tooLong,
  tooShort,
  unmatched,
} from './answers.js';
import { payload } from './payload.js';
import type { Answer, Row } from './row.js';
import { application, attached, individual } from './steps.js';

const line = 'POST /akepa/status';
const OLDER = 'GET /akepa/status/{ada}';
const ID = '^[0-9a-zA-Z_]+$';
const given = [individual('ada'), application('run1', 'ada')];
const json = { customerId: '{ada}', applicationId: '{run1}' };
const COMPLETED = { status: 'completed', outcome: 'Approved' };
const options = { olderStatus: true };

export const AKEPA_STATUS_ROWS: readonly Row[] = [
  {
    title: 'just started: no outcome',
    shows: ['status.answer', 'envelope'],
    given,
    call: { line, json },
    answer: success(payload('{run1}', '{ada}')),
  },
  {
    title: 'one document of two attached',
    shows: ['status.answer'],
    given: [...given, attached('run1', 'ada', 'ada', 1)],
    call: { line, json },
    answer: success(payload('{run1}', '{ada}')),
  },
  {
    title: 'completed: Approved for the journey, approved for the entity',
    shows: ['status.answer'],
    given: [...given, attached('run1', 'ada', 'ada', 2)],
    call: { line, json },
    answer: success(payload('{run1}', '{ada}', COMPLETED)),
  },
  {
    title: 'under review',
    shows: ['status.answer'],
    given: [individual('ada', 'WaitReview'), application('run1', 'ada'), attached('run1', 'ada', 'ada', 2)],
    call: { line, json },
    answer: success(payload('{run1}', '{ada}', { status: 'waiting_review' })),
  },
  {
    title: 'each application has its own status',
    shows: ['status.answer'],
    given: [...given, application('run2', 'ada'), attached('run2', 'ada', 'ada', 2)],
    call: { line, json },
    answer: success(payload('{run1}', '{ada}')),
  },
  {
    title: 'an unknown application is a 404',
    shows: ['status.application-unknown', 'akepa.error'],
    given,
    call: { line, json: { ...json, applicationId: 'iapp_1' } },
    answer: applicationNotFound('iapp_1'),
  },
  {
    title: "an application's id of 36 letters is looked up",
    shows: ['status.application-unknown'],
    given,
    call: { line, json: { ...json, applicationId: 'x'.repeat(36) } },
    answer: applicationNotFound('x'.repeat(36)),
  },
  {
    title: "another customer's application",
    shows: ['status.other-customer'],
    given: [...given, individual('bob', 'Babbage')],
    call: { line, json: { ...json, customerId: '{bob}' } },
    answer: applicationNotFound('{run1}'),
  },
  {
    title: 'an unknown customer',
    shows: ['status.other-customer'],
    given,
    call: { line, json: { ...json, customerId: 'cstap_1' } },
    answer: refusalOf(400, 'customerNotFound', 'Customer not found.', { customerId: 'cstap_1' }),
  },
  {
    title: 'an unknown property',
    shows: ['validation.additional-elsewhere'],
    given,
    call: { line, json: { ...json, reference: 'run1' } },
    answer: additional('reference'),
  },
  ...(['customerId', 'applicationId'] as const).flatMap((field): Row[] => [
    {
      title: `no ${field}`,
      shows: ['validation.required', 'validation.shape'],
      given,
      call: { line, json: { ...json, [field]: undefined } },
      answer: missing(field),
    },
    refused(`${field} with a hyphen`, field, 'csta-1', unmatched(`/${field}`, ID)),
    refused(`${field} of 37 letters`, field, 'x'.repeat(37), tooLong(`/${field}`, 36)),
    refused(`${field} null`, field, null, mistyped(`/${field}`, 'string')),
    {
      ...refused(`${field} empty`, field, '', tooShort(`/${field}`, 1)),
      shows: ['validation.values', 'validation.first'],
    },
  ]),
  {
    title: 'the older path answers with the latest application',
    shows: ['status.older'],
    options,
    given: [...given, application('run2', 'ada'), individual('bob', 'Babbage'), application('run3', 'bob')],
    call: { line: OLDER },
    answer: success(payload('{run2}', '{ada}', { reference: 'run2' })),
  },
  {
    title: 'the older path, no application',
    shows: ['status.older', 'status.no-application'],
    options,
    given: [individual('ada'), individual('bob', 'Babbage'), application('run3', 'bob')],
    call: { line: OLDER },
    answer: notDocumented(
      'status.no-application',
      'the answer of the older status path for a customer without an application',
    ),
  },
  {
    title: 'the older path, an unknown customer',
    shows: ['status.older'],
    options,
    given,
    call: { line: 'GET /akepa/status/cstap_1' },
    answer: refusalOf(400, 'customerNotFound', 'Customer not found.', { customerId: 'cstap_1' }),
  },
  {
    title: 'with the older path, the newer one is there',
    shows: ['status.answer'],
    options,
    given,
    call: { line, json },
    answer: success(payload('{run1}', '{ada}')),
  },
];

function refused(title: string, field: string, value: unknown, answer: Answer): Row {
  return {
    title,
    shows: ['validation.values'],
    given,
    call: { line, json: { ...json, [field]: value } },
    answer,
  };
}

function applicationNotFound(applicationId: string): Answer {
  return refusalOf(404, 'applicationNotFound', 'Application not found.', { applicationId });
}
