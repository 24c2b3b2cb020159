import { success } from './answers.js';
import { payload } from './payload.js';
import type { Row } from './row.js';
import { application, attached, business, document, UPDATE } from './steps.js';
import { ATTACHED } from './update.rows.js';

const line = UPDATE;
const BOTH = { representatives: ['{works.1}', '{works.2}'] };
const COMPLETED = { status: 'completed', outcome: 'Approved' };
const given = [
  business('works', 'Hopper', 'Noether'),
  application('run1', 'works'),
  document('front', 'front.jpg'),
  document('back', 'back.jpg'),
];

/** Which documents the application of a business wants: those of every representative. */
export const BUSINESS_ROWS: readonly Row[] = [
  {
    title: "one representative of two: the other's are wanted",
    shows: ATTACHED,
    given,
    call: { line, json: update('{works.1}') },
    answer: success(payload('{run1}', '{works}', BOTH)),
  },
  {
    title: 'the other representative: completed, for every entity',
    shows: ATTACHED,
    given: [...given, attached('run1', 'works', 'works.1', 2)],
    call: { line, json: update('{works.2}') },
    answer: success(payload('{run1}', '{works}', { ...BOTH, ...COMPLETED })),
  },
  {
    title: 'one document of each: more are wanted',
    shows: ATTACHED,
    given,
    call: {
      line,
      json: {
        ...update(''),
        documents: [
          { entityId: '{works.1}', documentId: '{front}' },
          { entityId: '{works.2}', documentId: '{back}' },
        ],
      },
    },
    answer: success(payload('{run1}', '{works}', BOTH)),
  },
  {
    title: 'documents of the business itself do not count',
    shows: ATTACHED,
    given: [...given, attached('run1', 'works', 'works.1', 2)],
    call: { line, json: update('{works}') },
    answer: success(payload('{run1}', '{works}', BOTH)),
  },
  {
    title: 'a representative called WaitReview',
    shows: ATTACHED,
    given: [
      business('works', 'Hopper', 'WaitReview'),
      ...given.slice(1),
      attached('run1', 'works', 'works.1', 2),
    ],
    call: { line, json: update('{works.2}') },
    answer: success(payload('{run1}', '{works}', { ...BOTH, status: 'waiting_review' })),
  },
  {
    title: 'without representatives: its own documents',
    shows: ATTACHED,
    given: [business('works'), ...given.slice(1)],
    call: { line, json: update('{works}') },
    answer: success(payload('{run1}', '{works}', COMPLETED)),
  },
];

function update(entityId: string): Readonly<Record<string, unknown>> {
  return {
    customerId: '{works}',
    applicationId: '{run1}',
    documents: ['{front}', '{back}'].map((documentId) => ({ entityId, documentId })),
  };
}
