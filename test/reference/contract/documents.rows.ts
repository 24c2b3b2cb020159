import { idOf, refusal, success } from './answers.js';
import type { Row } from './row.js';
import { document, file, individual, kyc, linked, PDF, PNG, separate } from './steps.js';

const GENERATE = 'POST /document/generate';
const UPLOAD = 'POST /document/upload/{file}';
const NEW = success({ id: idOf('sdoc_'), uploadStatus: false });

/** The deprecated endpoints of separate documents. */
export const DOCUMENT_ROWS: readonly Row[] = [
  {
    title: 'generate without a body',
    shows: ['generate.answer', 'envelope'],
    call: { line: GENERATE },
    answer: NEW,
  },
  {
    title: 'generate ignores a body',
    shows: ['generate.answer'],
    call: { line: GENERATE, json: { customerId: 1 } },
    answer: NEW,
  },
  {
    title: 'generate ignores a broken body',
    shows: ['generate.answer'],
    call: { line: GENERATE, text: '{', headers: { 'content-type': 'application/json' } },
    answer: NEW,
  },
  {
    title: 'upload stores the file',
    shows: ['upload.stores', 'envelope'],
    given: [separate('file')],
    call: { line: UPLOAD, parts: file('scan.png', PNG) },
    answer: uploaded('png'),
  },
  {
    title: 'upload takes a PDF',
    shows: ['upload.stores'],
    given: [separate('file')],
    call: { line: UPLOAD, parts: file('scan.pdf', PDF) },
    answer: uploaded('pdf'),
  },
  {
    title: 'upload takes a word-processor file',
    shows: ['upload.stores'],
    given: [separate('file')],
    call: { line: UPLOAD, parts: file('Letter.DOCX', 'PK') },
    answer: uploaded('docx'),
  },
  {
    title: 'upload of a name without an extension',
    shows: ['upload.stores'],
    given: [separate('file')],
    call: { line: UPLOAD, parts: file('scan') },
    answer: success({ id: '{file}', uploadStatus: true }),
  },
  {
    title: 'a second upload replaces the file',
    shows: ['upload.overwrites'],
    given: [separate('file', 'scan.jpg')],
    call: { line: UPLOAD, parts: file('scan.png') },
    answer: uploaded('png'),
  },
  {
    title: 'upload to an id that was not generated',
    shows: ['upload.document-unknown', 'legacy.error'],
    call: { line: 'POST /document/upload/sdoc_1', parts: file('scan.png') },
    answer: refusal('documentNotFound', 'Document sdoc_1 not found'),
  },
  {
    title: 'upload to an id that was linked',
    shows: ['upload.document-unknown'],
    given: [individual('ada'), kyc('ada'), linked('ada.front')],
    call: { line: 'POST /document/upload/{ada.front.sdoc}', parts: file('scan.png') },
    answer: refusal('documentNotFound', 'Document {ada.front.sdoc} not found'),
  },
  {
    title: 'upload to a document of akepa',
    shows: ['upload.document-unknown'],
    given: [document('akepa')],
    call: { line: 'POST /document/upload/{akepa}', parts: file('scan.png') },
    answer: refusal('documentNotFound', 'Document {akepa} not found'),
  },
  {
    title: 'upload without a file',
    shows: ['file.one'],
    given: [separate('file')],
    call: { line: UPLOAD },
    answer: refusal('fileNotFound', 'File not found.'),
  },
  {
    title: 'upload of two files',
    shows: ['file.one'],
    given: [separate('file')],
    call: { line: UPLOAD, parts: [...file('front.jpg'), ...file('back.jpg')] },
    answer: refusal('fileNotFound', 'File not found.'),
  },
  {
    title: 'upload in a part of another name',
    shows: ['file.part-name'],
    given: [separate('file')],
    call: { line: UPLOAD, parts: [{ name: 'upload', fileName: 'scan.png', bytes: 'bytes' }] },
    answer: refusal('fileNotFound', 'File not found.'),
  },
];

function uploaded(extension: string): Row['answer'] {
  return success({ id: '{file}', uploadStatus: true, extension });
}
