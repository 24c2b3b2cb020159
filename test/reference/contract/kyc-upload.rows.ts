import { notDocumented, refusal } from './answers.js';
import { envelope } from './envelope.js';
import type { Row } from './row.js';
import { done, file, individual, kyc, linked, PDF } from './steps.js';

const FRONT = 'POST /customer/kyc/upload/{ada}/{ada.front}';
const BACK = 'POST /customer/kyc/upload/{ada}/{ada.back}';
const WEBHOOK = 'http://127.0.0.1:9/kyc';
const given = [individual('ada'), kyc('ada', { webhookURL: WEBHOOK })];
const approved = [...given, linked('ada.front'), linked('ada.back')];

export const KYC_UPLOAD_ROWS: readonly Row[] = [
  {
    title: 'fills a slot',
    shows: ['kyc-upload.fills', 'envelope'],
    given,
    call: { line: FRONT, parts: file('front.jpg') },
    answer: envelope('ada', { front: 'jpg' }),
  },
  {
    title: "the extension is the file's, in lower case",
    shows: ['kyc-upload.fills'],
    given,
    call: { line: BACK, parts: file('BACK.JPEG') },
    answer: envelope('ada', { back: 'jpeg' }),
  },
  {
    title: 'a PDF',
    shows: ['kyc-upload.fills'],
    given,
    call: { line: BACK, parts: file('back.pdf', PDF) },
    answer: envelope('ada', { back: 'pdf' }),
  },
  {
    title: 'a name without an extension',
    shows: ['kyc-upload.fills'],
    given,
    call: { line: BACK, parts: file('back') },
    answer: envelope('ada', { back: null }),
  },
  {
    title: 'overwrites while KYC waits for data',
    shows: ['kyc-upload.overwrites'],
    given: [...given, done({ line: FRONT, parts: file('front.jpg') })],
    call: { line: FRONT, parts: file('front.png') },
    answer: envelope('ada', { front: 'png' }),
  },
  {
    title: 'overwrites what a link put there',
    shows: ['kyc-upload.overwrites'],
    given: [...given, linked('ada.front')],
    call: { line: FRONT, parts: file('front.png') },
    answer: envelope('ada', { front: 'png' }),
  },
  {
    title: 'the last slot: approved, and announced',
    shows: ['kyc-upload.fills', 'kyc.approved'],
    given: [...given, done({ line: FRONT, parts: file('front.jpg') })],
    call: { line: BACK, parts: file('back.jpg') },
    answer: envelope('ada', { status: 'APPROVED', front: 'jpg', back: 'jpg' }),
    announced: [{ url: WEBHOOK, body: undefined }],
  },
  {
    title: 'after approval',
    shows: ['kyc-upload.completed'],
    given: approved,
    call: { line: FRONT, parts: file('front.png') },
    answer: notDocumented('kyc-upload.completed', 'the refusal of an upload after KYC is completed'),
  },
  {
    title: 'an unknown customer',
    shows: ['legacy.customer-unknown'],
    given,
    call: { line: 'POST /customer/kyc/upload/cstap_1/{ada.front}', parts: file('front.jpg') },
    answer: refusal('customerNotFound', 'Customer not found.'),
  },
  {
    title: 'an unknown slot',
    shows: ['kyc-upload.slot-unknown', 'legacy.error'],
    given,
    call: { line: 'POST /customer/kyc/upload/{ada}/doc-1', parts: file('front.jpg') },
    answer: refusal('documentNotFound', 'Document doc-1 not found'),
  },
  {
    title: "another customer's slot",
    shows: ['kyc-upload.slot-unknown'],
    given: [...given, individual('bob', 'Babbage'), kyc('bob')],
    call: { line: 'POST /customer/kyc/upload/{ada}/{bob.front}', parts: file('front.jpg') },
    answer: refusal('documentNotFound', 'Document {bob.front} not found'),
  },
  {
    title: 'KYC never started: there is no slot',
    shows: ['kyc-upload.slot-unknown'],
    given: [individual('ada')],
    call: { line: 'POST /customer/kyc/upload/{ada}/doc-1', parts: file('front.jpg') },
    answer: refusal('documentNotFound', 'Document doc-1 not found'),
  },
  {
    title: 'no file',
    shows: ['file.one'],
    given,
    call: { line: FRONT, parts: [] },
    answer: refusal('fileNotFound', 'File not found.'),
  },
  {
    title: 'a file without multipart',
    shows: ['file.one'],
    given,
    call: { line: FRONT, text: 'bytes', headers: { 'content-type': 'image/jpeg' } },
    answer: refusal('fileNotFound', 'File not found.'),
  },
  {
    title: 'multipart without a boundary',
    shows: ['file.one'],
    given,
    call: { line: FRONT, text: 'bytes', headers: { 'content-type': 'multipart/form-data' } },
    answer: refusal('fileNotFound', 'File not found.'),
  },
  {
    title: 'two files',
    shows: ['file.one'],
    given,
    call: { line: FRONT, parts: [...file('front.jpg'), ...file('back.jpg')] },
    answer: refusal('fileNotFound', 'File not found.'),
  },
  {
    title: 'a part of another name',
    shows: ['file.part-name'],
    given,
    call: { line: FRONT, parts: [{ name: 'document', fileName: 'front.jpg', bytes: 'bytes' }] },
    answer: refusal('fileNotFound', 'File not found.'),
  },
  {
    title: 'a file above the limit; the deprecated form has no context',
    shows: ['body.too-large'],
    options: { maxFileBytes: 4 },
    given,
    call: { line: FRONT, parts: file('front.jpg', '12345') },
    answer: { ...refusal('payloadTooLarge', 'More than 4 bytes'), status: 413 },
  },
  {
    title: 'a file of exactly the limit',
    shows: ['kyc-upload.fills'],
    options: { maxFileBytes: 5 },
    given,
    call: { line: FRONT, parts: file('front.jpg', '12345') },
    answer: envelope('ada', { front: 'jpg' }),
  },
];
