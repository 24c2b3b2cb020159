import { akepaEndpoint, legacyEndpoint } from '../endpoints/lookup.js';
import {
  attaches,
  countOf,
  findsApproval,
  isEarlier,
  isFromTo,
  isGiven,
  isKeptOut,
  isPdf,
  meets,
  opensAnother,
  type RefusalKey,
  stopsAtStatus,
} from './evidence.js';
import type { DifferenceInfo, Observation, PlacedDocument } from './types.js';

/** One scenario, before and after. */
export interface Pair {
  readonly before: Observation;
  readonly after: Observation;
  /** The customer's id has a hyphen. */
  readonly isHyphenated: boolean;
}

/** A listed difference of the two APIs: when it applies, and what it accounts for. */
export interface Difference extends DifferenceInfo {
  applies(pair: Pair): boolean;
  /** Refusals that only the legacy side, or only akepa, has because of it. */
  readonly refusals?: { readonly before?: readonly RefusalKey[]; readonly after?: readonly RefusalKey[] };
  /** Whether a document that only the legacy side ended with is missing because of it. */
  misses?(document: PlacedDocument, pair: Pair): boolean;
  /** Whether a document that only akepa ended with is there because of it. */
  adds?(document: PlacedDocument, pair: Pair): boolean;
  /** Whether the KYC decision differs because of it. */
  decides?(pair: Pair): boolean;
}

const ERRORS_PAGE = akepaEndpoint('akepa-status').docs.replace(/Status\/$/, 'Errors/');
const OVERVIEW_PAGE = akepaEndpoint('akepa-status').docs.replace(/API\/Status\/$/, 'Overview/');
const UPDATE_PAGE = akepaEndpoint('akepa-update').docs;
const LINK_PAGE = legacyEndpoint('kyc-document-link').docs;

const CLOSED = ['link statusApplicationEntity'];
const HYPHEN = ['start requestValidateError', 'status requestValidateError', 'link requestValidateError'];
const NO_FILE = ['link fileNotFound'];
const KIND = ['upload notDocumented', 'generate requestValidateError', 'link fileNotFound'];
const NOBODY = [
  'start customerNotFound',
  'status customerNotFound',
  'link customerNotFound',
  'status applicationNotFound',
  'link applicationNotFound',
];

/** Every difference that is listed; anything else is a regression. */
export const DIFFERENCES: readonly Difference[] = [
  {
    id: 'closed-after-approval',
    title: 'Nothing can be attached to a completed application; linking works after approval.',
    mark: 'documented',
    page: UPDATE_PAGE,
    applies: ({ before }) =>
      before.behaviours.has('link.after-approval') ||
      before.behaviours.has('kyc-upload.completed') ||
      // Its links were refused for something else.
      findsApproval(before),
    // Of an upload into a slot after approval no page says anything.
    refusals: { before: ['upload notDocumented'], after: CLOSED },
    misses: (document, { after }) =>
      !opensAnother(after) && (isKeptOut(document, after, CLOSED) || stopsAtStatus(after)),
    adds: isEarlier,
  },
  {
    id: 'no-overwrite',
    title: 'Attaching adds a document; linking replaces the file of a slot.',
    mark: 'inferred',
    page: UPDATE_PAGE,
    applies: ({ before }) =>
      before.behaviours.has('link.overwrites') || before.behaviours.has('kyc-upload.overwrites'),
    refusals: { after: CLOSED },
    misses: (document, { after }) => isKeptOut(document, after, CLOSED),
    // What was there before, and what the legacy program replaced itself.
    adds: (document, { before }) =>
      isEarlier(document) ||
      (before.uploaded.has(document.sha256) &&
        !before.documents.some(({ sha256 }) => sha256 === document.sha256)),
    decides: (pair) => isFromTo(pair, ['waiting for documents'], ['approved', 'under review']),
  },
  {
    id: 'application-per-run',
    title: 'Each identification opens an application of its own; a customer has one legacy KYC.',
    mark: 'documented',
    page: OVERVIEW_PAGE,
    applies: ({ before, after }) =>
      opensAnother(after) && before.steps.some(({ role, status }) => role === 'start' && status === 200),
    misses: isEarlier,
    decides: (pair) => isFromTo(pair, ['approved', 'under review'], ['waiting for documents']),
  },
  {
    id: 'no-slots',
    title: 'akepa has no slots, so that no slot can be unknown.',
    mark: 'documented',
    page: LINK_PAGE,
    applies: ({ before, after }) =>
      (attaches(after) || meets(after, NO_FILE)) &&
      (before.behaviours.has('link.slot-unknown') || before.behaviours.has('kyc-upload.slot-unknown')),
    // Where the slot is not looked at, the next thing that is wrong is named.
    refusals: { before: ['link documentNotFound', 'upload documentNotFound'], after: NO_FILE },
    adds: isGiven,
    decides: (pair) => isFromTo(pair, ['waiting for documents', 'none'], ['approved', 'under review']),
  },
  {
    id: 'document-reuse',
    title:
      'What akepa answers when a document is attached twice is not documented; a legacy link uses it up.',
    mark: 'documented',
    page: LINK_PAGE,
    applies: ({ before, after }) =>
      before.behaviours.has('link.consumes') && after.behaviours.has('update.reused-document'),
    refusals: { before: ['link documentNotFound'], after: ['link notDocumented'] },
  },
  {
    id: 'file-not-found',
    title: '`documentNotUploaded` has no namesake; the nearest code is `fileNotFound`.',
    mark: 'inferred',
    page: ERRORS_PAGE,
    applies: ({ before, after }) =>
      before.behaviours.has('link.not-uploaded') && after.behaviours.has('update.not-uploaded'),
    refusals: { before: ['link documentNotUploaded'], after: NO_FILE },
  },
  {
    id: 'unknown-customer',
    title: 'akepa names an unknown customer or application, with 400 or 404.',
    mark: 'documented',
    page: ERRORS_PAGE,
    applies: ({ before, after }) => before.behaviours.has('legacy.customer-unknown') && meets(after, NOBODY),
    refusals: {
      before: [
        'start customerNotFound',
        'status customerNotFound',
        'link customerNotFound',
        'upload customerNotFound',
      ],
      after: NOBODY,
    },
  },
  {
    id: 'hyphenated-ids',
    title: 'Ids with a hyphen fail the pattern of every akepa id.',
    mark: 'inferred',
    page: akepaEndpoint('akepa-identification').docs,
    applies: ({ isHyphenated, after }) => isHyphenated && meets(after, HYPHEN),
    refusals: { after: HYPHEN },
    misses: (document, { after }) => isKeptOut(document, after, HYPHEN),
    decides: ({ after }) => after.decision === 'none',
  },
  {
    id: 'jpg-and-png-only',
    title: 'akepa documents are jpg or png; a separate document may be a file of any kind.',
    mark: 'documented',
    page: akepaEndpoint('akepa-document-generate').docs,
    applies: ({ before, after }) => before.uploadsPdf && meets(after, KIND),
    refusals: { after: KIND },
    misses: (document, { after }) => isPdf(document) && isKeptOut(document, after, KIND),
    decides: (pair) => isFromTo(pair, ['approved', 'under review'], ['waiting for documents', 'none']),
  },
  {
    id: 'documents-of-representatives',
    title: "A business's documents belong to its representative, not to the business.",
    mark: 'documented',
    page: UPDATE_PAGE,
    applies: ({ after }) => after.documents.some(({ owner }) => owner === 'representative'),
    misses: (document, { before, after }) =>
      document.owner === 'customer' &&
      countOf(after, document, 'representative') >= countOf(before, document, 'customer'),
    adds: (document, { before, after }) =>
      document.owner === 'representative' &&
      countOf(before, document, 'customer') >= countOf(after, document, 'representative'),
  },
];

/** Differences of words and shapes: what a program that passes answers on prints differently. */
export const SHAPES = {
  sides: {
    id: 'no-document-side',
    title: "akepa has no field for a document's side.",
    mark: 'documented',
    page: akepaEndpoint('akepa-document-generate').docs,
  },
  words: {
    id: 'answer-words',
    title: 'Answers, statuses and error messages have other words and another shape.',
    mark: 'documented',
    page: ERRORS_PAGE,
  },
} as const satisfies Record<string, DifferenceInfo>;
