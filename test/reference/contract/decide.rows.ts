import { additional, missing, refusal, refusalOf, REQUEST_ID, success, unlisted } from './answers.js';
import { payload } from './payload.js';
import type { Announced, Basis, Row } from './row.js';
import { application, attached, business, done, individual } from './steps.js';

const line = 'POST /reference/decide';
const URL = 'http://127.0.0.1:9/run';
const json = { applicationId: '{run1}', outcome: 'Approved' };
const DECIDED: readonly Basis[] = ['webhook.decision', 'webhook.body'];
const given = reviewed({ webhookUrl: URL });
const APPROVED = payload('{run1}', '{ada}', { status: 'completed', outcome: 'Approved' });
const DENIED = payload('{run1}', '{ada}', { status: 'completed', outcome: 'Denied' });

/** The end of a review, and the webhook that tells of it. */
export const DECIDE_ROWS: readonly Row[] = [
  {
    title: 'approved: announced as the answer of the status would be',
    shows: [...DECIDED, 'webhook.asynchronous', 'envelope'],
    given,
    call: { line, json },
    answer: success(APPROVED),
    announced: [webhook(APPROVED)],
  },
  {
    title: 'denied',
    shows: [...DECIDED, 'webhook.denied'],
    given,
    call: { line, json: { ...json, outcome: 'Denied' } },
    answer: success(DENIED),
    announced: [webhook(DENIED)],
  },
  {
    title: 'a business: every entity has the outcome',
    shows: DECIDED,
    given: [
      business('works', 'WaitReview'),
      application('run1', 'works', { webhookUrl: URL }),
      attached('run1', 'works', 'works.1', 2),
    ],
    call: { line, json },
    answer: success(ofWorks()),
    announced: [webhook(ofWorks())],
  },
  ...[undefined, null, ''].map((webhookUrl): Row => ({
    title: `the webhookUrl ${webhookUrl === '' ? 'empty' : String(webhookUrl)}: nothing to announce to`,
    shows: DECIDED,
    given: reviewed({ webhookUrl }),
    call: { line, json },
    answer: success(APPROVED),
  })),
  ...['https://example.com/run', 'http://127.0.0.1.example.com/run', 'ftp://127.0.0.1/run', 'run'].map(
    (webhookUrl): Row => ({
      title: `the webhookUrl ${webhookUrl}: nothing leaves the machine`,
      shows: [...DECIDED, 'webhook.loopback'],
      given: reviewed({ webhookUrl }),
      call: { line, json },
      answer: success(APPROVED),
    }),
  ),
  {
    title: 'a second decision',
    shows: DECIDED,
    given: [...given, done({ line, json })],
    call: { line, json },
    answer: notUnderReview(),
  },
  {
    title: 'an application that wants documents',
    shows: DECIDED,
    given: [individual('ada', 'WaitReview'), application('run1', 'ada')],
    call: { line, json },
    answer: notUnderReview(),
  },
  {
    title: 'an unknown application',
    shows: [],
    call: { line, json: { ...json, applicationId: 'iapp_1' } },
    answer: refusalOf(404, 'applicationNotFound', 'Application not found.', { applicationId: 'iapp_1' }),
  },
  {
    title: 'no outcome',
    shows: [],
    call: { line, json: { applicationId: 'x' } },
    answer: missing('outcome'),
  },
  {
    title: 'no applicationId',
    shows: [],
    call: { line, json: { outcome: 'Denied' } },
    answer: missing('applicationId'),
  },
  {
    title: 'another outcome',
    shows: [],
    call: { line, json: { applicationId: 'x', outcome: 'denied' } },
    answer: unlisted('/outcome', ['Approved', 'Denied']),
  },
  {
    title: 'an unknown property',
    shows: [],
    call: { line, json: { applicationId: 'x', outcome: 'Denied', more: 1 } },
    answer: additional('more'),
  },
];

function reviewed(more: Readonly<Record<string, unknown>>): NonNullable<Row['given']> {
  return [
    individual('ada', 'WaitReview'),
    application('run1', 'ada', more),
    attached('run1', 'ada', 'ada', 2),
  ];
}

function ofWorks(): unknown {
  const shape = { status: 'completed', outcome: 'Approved', representatives: ['{works.1}'] };
  return payload('{run1}', '{works}', shape);
}

function webhook(data: unknown): Announced {
  return { url: URL, body: { code: '0', data, requestId: REQUEST_ID } };
}

function notUnderReview(): Row['answer'] {
  return refusal('notUnderReview', 'The application does not wait for review.');
}
