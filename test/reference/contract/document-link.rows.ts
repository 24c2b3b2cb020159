import { missing, mistyped, refusal } from './answers.js';
import { envelope } from './envelope.js';
import type { Basis, Row } from './row.js';
import { individual, kyc, LINK, linked, separate } from './steps.js';

const line = LINK;
const WEBHOOK = 'http://127.0.0.1:9/kyc';
const started = [individual('ada'), kyc('ada', { webhookURL: WEBHOOK })];
const given = [...started, separate('file', 'scan.png')];
const json = { customerId: '{ada}', documentId: '{ada.front}', separateDocumentId: '{file}' };
const INVALID: readonly Basis[] = ['legacy.validation'];

export const DOCUMENT_LINK_ROWS: readonly Row[] = [
  {
    title: "fills a slot, which keeps its id and takes the file's extension",
    shows: ['link.fills', 'envelope'],
    given,
    call: { line, json },
    answer: envelope('ada', { front: 'png' }),
  },
  {
    title: 'a file without an extension',
    shows: ['link.fills'],
    given: [...started, separate('file', 'scan')],
    call: { line, json },
    answer: envelope('ada', { front: null }),
  },
  {
    title: 'a PDF',
    shows: ['link.fills'],
    given: [...started, separate('file', 'scan.pdf')],
    call: { line, json },
    answer: envelope('ada', { front: 'pdf' }),
  },
  {
    title: 'unknown properties are let through',
    shows: ['link.fills'],
    given,
    call: { line, json: { ...json, side: 'FRONT' } },
    answer: envelope('ada', { front: 'png' }),
  },
  {
    title: 'overwrites a file that is in the slot',
    shows: ['link.fills', 'link.overwrites'],
    given: [...given, linked('ada.front', 'scan.jpg')],
    call: { line, json },
    answer: envelope('ada', { front: 'png' }),
  },
  {
    title: 'the last slot: approved, and announced with nothing in the body',
    shows: ['link.fills', 'kyc.approved'],
    given: [...given, linked('ada.back', 'scan.jpg')],
    call: { line, json },
    answer: envelope('ada', { status: 'APPROVED', front: 'png', back: 'jpg' }),
    announced: [{ url: WEBHOOK, body: undefined }],
  },
  {
    title: 'approved without a webhookURL: nothing to announce to',
    shows: ['link.fills', 'kyc.approved'],
    given: [individual('ada'), kyc('ada'), linked('ada.back'), separate('file', 'scan.png')],
    call: { line, json },
    answer: envelope('ada', { status: 'APPROVED', front: 'png', back: 'jpg' }),
  },
  {
    title: 'works when KYC is approved; no change of status, nothing announced',
    shows: ['link.fills', 'link.overwrites', 'link.after-approval'],
    given: [...given, linked('ada.front'), linked('ada.back')],
    call: { line, json },
    answer: envelope('ada', { status: 'APPROVED', front: 'png', back: 'jpg' }),
  },
  {
    title: 'an unknown slot',
    shows: ['link.slot-unknown', 'legacy.error'],
    given,
    call: { line, json: { ...json, documentId: 'doc-1' } },
    answer: refusal('documentNotFound', 'Document doc-1 not found'),
  },
  {
    title: "another customer's slot",
    shows: ['link.slot-unknown'],
    given: [...given, individual('bob', 'Babbage'), kyc('bob')],
    call: { line, json: { ...json, documentId: '{bob.front}' } },
    answer: refusal('documentNotFound', 'Document {bob.front} not found'),
  },
  {
    title: "a separate document in the slot's place",
    shows: ['link.slot-unknown'],
    given,
    call: { line, json: { ...json, documentId: '{file}' } },
    answer: refusal('documentNotFound', 'Document {file} not found'),
  },
  {
    title: 'KYC never started: there is no slot',
    shows: ['link.slot-unknown'],
    given: [individual('ada'), separate('file', 'scan.png')],
    call: { line, json: { ...json, documentId: 'doc-1' } },
    answer: refusal('documentNotFound', 'Document doc-1 not found'),
  },
  {
    title: 'both ids unknown: the slot is named',
    shows: ['link.slot-unknown', 'link.order'],
    given,
    call: { line, json: { ...json, documentId: 'doc-1', separateDocumentId: 'sdoc_1' } },
    answer: refusal('documentNotFound', 'Document doc-1 not found'),
  },
  {
    title: 'an unknown slot and no file: the slot is named',
    shows: ['link.slot-unknown', 'link.order'],
    given: [...started, separate('file')],
    call: { line, json: { ...json, documentId: 'doc-1' } },
    answer: refusal('documentNotFound', 'Document doc-1 not found'),
  },
  {
    title: 'an id that was never generated',
    shows: ['link.document-unknown', 'link.consumes'],
    given,
    call: { line, json: { ...json, separateDocumentId: 'sdoc_1' } },
    answer: refusal('documentNotFound', 'Document sdoc_1 not found'),
  },
  {
    title: 'the same id a second time',
    shows: ['link.document-unknown', 'link.consumes'],
    given: [...started, linked('ada.front')],
    call: { line, json: { ...json, separateDocumentId: '{ada.front.sdoc}' } },
    answer: refusal('documentNotFound', 'Document {ada.front.sdoc} not found'),
  },
  {
    title: 'the same id into another slot',
    shows: ['link.document-unknown', 'link.consumes'],
    given: [...started, linked('ada.front')],
    call: {
      line,
      json: { ...json, documentId: '{ada.back}', separateDocumentId: '{ada.front.sdoc}' },
    },
    answer: refusal('documentNotFound', 'Document {ada.front.sdoc} not found'),
  },
  {
    title: 'generated, not uploaded',
    shows: ['link.not-uploaded', 'legacy.error'],
    given: [...started, separate('file')],
    call: { line, json },
    answer: refusal('documentNotUploaded', 'Document {file} do not uploaded'),
  },
  {
    title: 'an unknown customer',
    shows: ['legacy.customer-unknown'],
    given,
    call: { line, json: { ...json, customerId: 'cstap_1' } },
    answer: refusal('customerNotFound', 'Customer not found.'),
  },
  ...['customerId', 'documentId', 'separateDocumentId'].flatMap((field): Row[] => [
    {
      title: `no ${field}`,
      shows: INVALID,
      given,
      call: { line, json: { ...json, [field]: undefined } },
      answer: missing(field),
    },
    {
      title: `${field} null`,
      shows: INVALID,
      given,
      call: { line, json: { ...json, [field]: null } },
      answer: mistyped(`/${field}`, 'string'),
    },
  ]),
];
