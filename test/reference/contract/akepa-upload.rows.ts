import { notDocumented, refusal, refusalOf, success } from './answers.js';
import type { Answer, Part, Row } from './row.js';
import { document, file, GENERATE, JPEG, LICENCE, PDF, PNG, separate } from './steps.js';

const line = 'POST /akepa/document/upload/{jpg}';
const given = [document('jpg')];
const MISMATCH = 'whether a file of another kind than the declared extension is taken';

export const AKEPA_UPLOAD_ROWS: readonly Row[] = [
  {
    title: 'stores the file under the declared extension',
    shows: ['akepa-upload.answer', 'envelope'],
    given,
    call: { line, parts: file('front.jpg', JPEG) },
    answer: success({ id: '{jpg}', uploadStatus: true, extension: 'jpg' }),
  },
  taken('a name that ends in jpeg', file('front.JPEG', 'bytes')),
  taken('the first bytes, not the name, tell the kind', file('front.png', JPEG)),
  taken('nothing tells the kind', file('front', 'bytes')),
  {
    title: 'a PNG into a document declared as png',
    shows: ['akepa-upload.answer'],
    given: [
      async (stage) => {
        const body = await stage.succeed({ line: GENERATE, json: { ...LICENCE, extension: 'png' } });
        stage.name('png', (body as { data: { id: string } }).data.id);
      },
    ],
    call: { line: 'POST /akepa/document/upload/{png}', parts: file('front.png', PNG) },
    answer: success({ id: '{png}', uploadStatus: true, extension: 'png' }),
  },
  mismatched('a PNG', file('front.png', PNG)),
  mismatched('a PNG named as a JPEG', file('front.jpg', PNG)),
  mismatched('a PDF', file('front.pdf', PDF)),
  mismatched('another name', file('front.docx', 'bytes')),
  {
    title: 'a second upload',
    shows: ['akepa-upload.repeat'],
    given: [document('jpg', 'front.jpg')],
    call: { line, parts: file('front.jpg') },
    answer: notDocumented('akepa-upload.repeat', 'whether a second upload replaces the file'),
  },
  {
    title: 'an id that was not generated',
    shows: ['akepa-upload.document-unknown', 'akepa.error'],
    call: { line: 'POST /akepa/document/upload/doc_1', parts: file('front.jpg') },
    answer: documentNotFound('doc_1'),
  },
  {
    title: 'a separate document of the deprecated side',
    shows: ['akepa-upload.document-unknown'],
    given: [separate('file')],
    call: { line: 'POST /akepa/document/upload/{file}', parts: file('front.jpg') },
    answer: documentNotFound('{file}'),
  },
  noFile('no body', {}),
  noFile('no file', { parts: [] }),
  noFile('two files', { parts: [...file('front.jpg'), ...file('back.jpg')] }),
  noFile('JSON', { json: { file: 'front.jpg' } }),
  {
    title: 'a part of another name',
    shows: ['file.part-name'],
    given,
    call: { line, parts: [{ name: 'document', fileName: 'front.jpg', bytes: JPEG }] },
    answer: refusal('fileNotFound', 'File not found.'),
  },
  {
    title: 'a file above the limit',
    shows: ['body.too-large'],
    options: { maxFileBytes: 4 },
    given,
    call: { line, parts: file('front.jpg', '12345') },
    answer: refusalOf(413, 'payloadTooLarge', 'More than 4 bytes', { limit: 4 }),
  },
];

function taken(title: string, parts: readonly Part[]): Row {
  return {
    title,
    shows: ['akepa-upload.answer'],
    given,
    call: { line, parts },
    answer: success({ id: '{jpg}', uploadStatus: true, extension: 'jpg' }),
  };
}

function mismatched(title: string, parts: readonly Part[]): Row {
  return {
    title: `${title} into a document declared as jpg`,
    shows: ['akepa-upload.mismatch'],
    given,
    call: { line, parts },
    answer: notDocumented('akepa-upload.mismatch', MISMATCH),
  };
}

function noFile(title: string, body: Pick<Row['call'], 'json' | 'parts'>): Row {
  return {
    title,
    shows: ['file.one'],
    given,
    call: { line, ...body },
    answer: refusal('fileNotFound', 'File not found.'),
  };
}

function documentNotFound(documentId: string): Answer {
  return refusalOf(400, 'documentNotFound', 'Document not found.', { documentId });
}
