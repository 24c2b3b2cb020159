import { additional, missing, mistyped, tooLong, tooShort, unmatched } from './answers.js';
import type { Answer, Basis, Row } from './row.js';
import { UPDATE } from './steps.js';

const line = UPDATE;
const ID = '^[0-9a-zA-Z_]+$';
const ITEM = { entityId: 'cstap_1', documentId: 'doc_1' };
const json = { customerId: 'cstap_1', applicationId: 'iapp_1', documents: [ITEM] };

/** Bodies that /akepa/update refuses: its shape is inferred as a whole. */
export const UPDATE_BODY_ROWS: readonly Row[] = [
  ...(['customerId', 'applicationId', 'documents'] as const).map((field): Row =>
    refused(`no ${field}`, { [field]: undefined }, missing(field), ['validation.required']),
  ),
  ...(['customerId', 'applicationId'] as const).flatMap((field) =>
    idRows(field, (id) => ({ [field]: id }), `/${field}`),
  ),
  ...(['entityId', 'documentId'] as const).flatMap((field) => [
    ...idRows(field, (id) => ({ documents: [ITEM, { ...ITEM, [field]: id }] }), `/documents/1/${field}`),
    refused(`no ${field}`, { documents: [{ ...ITEM, [field]: undefined }] }, missing(field, '/documents/0'), [
      'validation.required',
    ]),
  ]),
  ...['entityId', 'documentId', 'separateDocumentId', 'reference'].map((field) =>
    refused(`the unknown property ${field}`, { [field]: 'x' }, additional(field), [
      'validation.additional-elsewhere',
    ]),
  ),
  refused(
    'the side of a document, for which no page has a property',
    { documents: [{ ...ITEM, documentSide: 'FRONT' }] },
    additional('documentSide', '/documents/0'),
    ['validation.additional-elsewhere'],
  ),
  refused('one document without an array', { documents: ITEM }, mistyped('/documents', 'array')),
  refused('ids alone', { documents: ['doc_1'] }, mistyped('/documents/0', 'object')),
];

function idRows(field: string, place: (id: unknown) => Readonly<Record<string, unknown>>, at: string): Row[] {
  return [
    refused(`${field} with a hyphen`, place('doc-1'), unmatched(at, ID)),
    refused(`${field} of 37 letters`, place('x'.repeat(37)), tooLong(at, 36)),
    refused(`${field} null`, place(null), mistyped(at, 'string')),
    refused(`${field} empty`, place(''), tooShort(at, 1), ['validation.values', 'validation.first']),
  ];
}

function refused(
  title: string,
  more: Readonly<Record<string, unknown>>,
  answer: Answer,
  basis: readonly Basis[] = ['validation.values'],
): Row {
  return { title, shows: ['update.shape', ...basis], call: { line, json: { ...json, ...more } }, answer };
}
