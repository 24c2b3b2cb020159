import { success } from './answers.js';
import { payload } from './payload.js';
import type { Basis, Row, Step } from './row.js';
import { application, attached, document, done, individual, UPDATE } from './steps.js';

const line = UPDATE;
const WEBHOOK = 'http://127.0.0.1:9/run';
const COMPLETED = { status: 'completed', outcome: 'Approved' };
/** What every update rests on. */
export const STARTED: readonly Basis[] = ['update.shape', 'update.application-unknown'];
/** What an update rests on whose documents were looked at. */
export const LOOKED_UP: readonly Basis[] = [...STARTED, 'update.whole'];
/** What a successful update rests on. */
export const ATTACHED: readonly Basis[] = [
  ...LOOKED_UP,
  'update.step-up',
  'update.completed',
  'update.wait-review',
];
/** An application, and two documents for it. */
export const given: readonly Step[] = [
  individual('ada'),
  application('run1', 'ada', { webhookUrl: WEBHOOK }),
  document('front', 'front.jpg'),
  document('back', 'back.jpg'),
];
/** The same for a customer whom the sandbox sends to review. */
export const reviewed: readonly Step[] = [individual('ada', 'WaitReview'), ...given.slice(1)];

export const UPDATE_ROWS: readonly Row[] = [
  {
    title: 'front and back: completed, which is the answer and not announced',
    shows: [...ATTACHED, 'envelope', 'webhook.asynchronous'],
    given,
    call: { line, json: update('front', 'back') },
    answer: success(payload('{run1}', '{ada}', COMPLETED)),
  },
  {
    title: 'one of two: more are wanted',
    shows: ATTACHED,
    given,
    call: { line, json: update('back') },
    answer: success(payload('{run1}', '{ada}')),
  },
  {
    title: 'the second of two',
    shows: ATTACHED,
    given: [...given, done({ line, json: update('back') })],
    call: { line, json: update('front') },
    answer: success(payload('{run1}', '{ada}', COMPLETED)),
  },
  {
    title: 'as many as the reference is set to',
    shows: ATTACHED,
    options: { documentsWanted: 1 },
    given,
    call: { line, json: update('front') },
    answer: success(payload('{run1}', '{ada}', COMPLETED)),
  },
  {
    title: 'more than are wanted',
    shows: ATTACHED,
    given: [...given, document('more', 'more.jpg')],
    call: { line, json: update('front', 'back', 'more') },
    answer: success(payload('{run1}', '{ada}', COMPLETED)),
  },
  {
    title: 'no documents: nothing changes',
    shows: ATTACHED,
    given,
    call: { line, json: update() },
    answer: success(payload('{run1}', '{ada}')),
  },
  {
    title: 'documents of another application do not count',
    shows: ATTACHED,
    given: [...given, application('run2', 'ada'), attached('run2', 'ada', 'ada', 1)],
    call: { line, json: update('front') },
    answer: success(payload('{run1}', '{ada}')),
  },
  {
    title: 'the last name WaitReview: one of two',
    shows: ATTACHED,
    given: reviewed,
    call: { line, json: update('front') },
    answer: success(payload('{run1}', '{ada}')),
  },
  {
    title: 'the last name WaitReview: front and back wait for review, not announced',
    shows: [...ATTACHED, 'webhook.asynchronous'],
    given: reviewed,
    call: { line, json: update('front', 'back') },
    answer: success(payload('{run1}', '{ada}', { status: 'waiting_review' })),
  },
  {
    title: 'the last name waitreview is a name like others',
    shows: ATTACHED,
    given: [individual('ada', 'waitreview'), ...given.slice(1)],
    call: { line, json: update('front', 'back') },
    answer: success(payload('{run1}', '{ada}', COMPLETED)),
  },
];

/** A body that attaches the named documents to the customer. */
export function update(...names: readonly string[]): Readonly<Record<string, unknown>> {
  return {
    customerId: '{ada}',
    applicationId: '{run1}',
    documents: names.map((name) => ({ entityId: '{ada}', documentId: `{${name}}` })),
  };
}
