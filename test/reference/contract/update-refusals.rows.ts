import { notDocumented, refusal, refusalOf } from './answers.js';
import type { Answer, Row } from './row.js';
import { application, attached, document, done, individual, separate, UPDATE } from './steps.js';
import { given, LOOKED_UP, reviewed, STARTED, update } from './update.rows.js';

const line = UPDATE;

/** Updates with a valid body that /akepa/update refuses. */
export const UPDATE_REFUSAL_ROWS: readonly Row[] = [
  {
    title: 'an application that is completed',
    shows: [...STARTED, 'update.closed', 'akepa.error'],
    given: [...given, attached('run1', 'ada', 'ada', 2)],
    call: { line, json: update('front') },
    answer: refusal('statusApplicationEntity', 'Entity has status completed.'),
  },
  {
    title: 'a completed application and an unknown document: the application is looked at first',
    shows: [...STARTED, 'update.closed'],
    given: [...given, attached('run1', 'ada', 'ada', 2)],
    call: { line, json: { ...update(), documents: [{ entityId: 'x', documentId: 'doc_1' }] } },
    answer: refusal('statusApplicationEntity', 'Entity has status completed.'),
  },
  {
    title: 'an application under review',
    shows: [...STARTED, 'update.under-review'],
    given: [...reviewed, attached('run1', 'ada', 'ada', 2)],
    call: { line, json: update('front') },
    answer: notDocumented(
      'update.under-review',
      'the refusal of documents for an application that is not waiting for any and not completed',
    ),
  },
  {
    title: 'an unknown application is a 404',
    shows: [...STARTED, 'akepa.error'],
    given,
    call: { line, json: { ...update('front'), applicationId: 'iapp_1' } },
    answer: refusalOf(404, 'applicationNotFound', 'Application not found.', {
      applicationId: 'iapp_1',
    }),
  },
  {
    title: "another customer's application",
    shows: STARTED,
    given: [...given, individual('bob', 'Babbage')],
    call: { line, json: { ...update('front'), customerId: '{bob}' } },
    answer: refusalOf(404, 'applicationNotFound', 'Application not found.', {
      applicationId: '{run1}',
    }),
  },
  {
    title: 'an unknown customer',
    shows: STARTED,
    given,
    call: { line, json: { ...update('front'), customerId: 'cstap_1' } },
    answer: refusalOf(400, 'customerNotFound', 'Customer not found.', { customerId: 'cstap_1' }),
  },
  {
    title: 'an id that was not generated',
    shows: [...LOOKED_UP, 'update.document-unknown'],
    given: [...given, (stage) => stage.name('unknown', 'doc_1')],
    call: { line, json: update('unknown') },
    answer: documentNotFound('doc_1'),
  },
  {
    title: 'a separate document of the deprecated side',
    shows: [...LOOKED_UP, 'update.document-unknown'],
    given: [...given, separate('file', 'scan.jpg')],
    call: { line, json: update('file') },
    answer: documentNotFound('{file}'),
  },
  {
    title: 'one of two unknown: none is attached',
    shows: [...LOOKED_UP, 'update.document-unknown'],
    given: [...given, (stage) => stage.name('unknown', 'doc_1')],
    call: { line, json: update('front', 'unknown') },
    answer: documentNotFound('doc_1'),
  },
  {
    title: 'generated, not uploaded',
    shows: [...LOOKED_UP, 'update.not-uploaded'],
    given: [...given, document('empty')],
    call: { line, json: update('empty') },
    answer: refusal('fileNotFound', 'File not found.'),
  },
  {
    title: 'an entity that is not of the application',
    shows: [...LOOKED_UP, 'update.entity-unknown'],
    given: [...given, individual('bob', 'Babbage')],
    call: { line, json: { ...update(), documents: [{ entityId: '{bob}', documentId: '{front}' }] } },
    answer: notDocumented(
      'update.entity-unknown',
      'the refusal of an `entityId` that is not of the application',
    ),
  },
  {
    title: 'a document twice in a call',
    shows: [...LOOKED_UP, 'update.reused-document'],
    given,
    call: { line, json: update('front', 'front') },
    answer: reused(),
  },
  {
    title: 'a document that was attached',
    shows: [...LOOKED_UP, 'update.reused-document'],
    given: [...given, done({ line, json: update('front') })],
    call: { line, json: update('front') },
    answer: reused(),
  },
  {
    title: 'a document that was attached to another application',
    shows: [...LOOKED_UP, 'update.reused-document'],
    given: [
      ...given,
      application('run2', 'ada'),
      done({ line, json: { ...update('front'), applicationId: '{run2}' } }),
    ],
    call: { line, json: update('front') },
    answer: reused(),
  },
];

function documentNotFound(documentId: string): Answer {
  return refusalOf(400, 'documentNotFound', 'Document not found.', { documentId });
}

function reused(): Answer {
  return notDocumented('update.reused-document', 'whether a document can be attached a second time');
}
