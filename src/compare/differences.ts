import { akepaEndpoint, legacyEndpoint } from '../endpoints/lookup.js';
import type { DifferenceInfo, Observation, PlacedDocument } from './types.js';

/** One scenario, before and after. */
export interface Pair {
  readonly before: Observation;
  readonly after: Observation;
  /** The customer's id has a hyphen. */
  readonly isHyphenated: boolean;
}

/** A refusal as `role code`. */
export type RefusalKey = string;

/** A listed difference of the two APIs: when it applies, and what it accounts for. */
export interface Difference extends DifferenceInfo {
  applies(pair: Pair): boolean;
  /** Refusals that only the legacy side, or only akepa, has because of it. */
  readonly refusals?: { readonly before?: readonly RefusalKey[]; readonly after?: readonly RefusalKey[] };
  /** Whether a document that only the legacy side ended with is missing because of it. */
  misses?(document: PlacedDocument, pair: Pair): boolean;
  /** Whether a document that only akepa ended with is there because of it. */
  adds?(document: PlacedDocument, pair: Pair): boolean;
  /** Whether the KYC decision may differ because of it. */
  readonly decides?: boolean;
}

const ERRORS_PAGE = akepaEndpoint('akepa-status').docs.replace(/Status\/$/, 'Errors/');
const UPDATE_PAGE = akepaEndpoint('akepa-update').docs;
const LINK_PAGE = legacyEndpoint('kyc-document-link').docs;

/** Every difference that is listed; anything else is a regression. */
export const DIFFERENCES: readonly Difference[] = [
  {
    id: 'closed-after-approval',
    title: 'Nothing can be attached to a completed application; linking works after approval.',
    mark: 'documented',
    page: UPDATE_PAGE,
    applies: ({ before, after }) => before.behaviours.has('link.after-approval') && !opensAnother(after),
    refusals: { after: ['link statusApplicationEntity'] },
    misses: (_, { after }) => isRefusedAsClosed(after) || (looks(after) && !attachesAny(after)),
    adds: ({ content }) => isEarlier(content),
  },
  {
    id: 'no-overwrite',
    title: 'Attaching adds a document; linking replaces the file of a slot.',
    mark: 'inferred',
    page: UPDATE_PAGE,
    applies: ({ before }) =>
      before.behaviours.has('link.overwrites') || before.behaviours.has('kyc-upload.overwrites'),
    refusals: { after: ['link statusApplicationEntity'] },
    misses: (_, { after }) => isRefusedAsClosed(after),
    // What was there before, and what the legacy program replaced itself.
    adds: (document, { before }) => isEarlier(document.content) || before.uploaded.has(document.sha256),
    decides: true,
  },
  {
    id: 'no-slots',
    title: 'akepa has no slots, so that no slot can be unknown.',
    mark: 'documented',
    page: LINK_PAGE,
    applies: ({ before }) =>
      before.behaviours.has('link.slot-unknown') || before.behaviours.has('kyc-upload.slot-unknown'),
    refusals: { before: ['link documentNotFound', 'upload documentNotFound'] },
    adds: ({ content }) => isGiven(content),
    decides: true,
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
    refusals: { before: ['link documentNotUploaded'], after: ['link fileNotFound'] },
  },
  {
    id: 'unknown-customer',
    title: 'akepa names an unknown customer or application, with 400 or 404.',
    mark: 'documented',
    page: ERRORS_PAGE,
    applies: ({ before }) => before.behaviours.has('legacy.customer-unknown'),
    refusals: {
      before: [
        'start customerNotFound',
        'status customerNotFound',
        'link customerNotFound',
        'upload customerNotFound',
      ],
      after: [
        'start customerNotFound',
        'status customerNotFound',
        'link customerNotFound',
        'status applicationNotFound',
        'link applicationNotFound',
      ],
    },
  },
  {
    id: 'hyphenated-ids',
    title: 'Ids with a hyphen fail the pattern of every akepa id.',
    mark: 'inferred',
    page: akepaEndpoint('akepa-identification').docs,
    applies: ({ isHyphenated, after }) =>
      isHyphenated && (refusesBody(after) || !after.steps.some(({ api }) => api === 'akepa')),
    refusals: {
      after: ['start requestValidateError', 'status requestValidateError', 'link requestValidateError'],
    },
    misses: () => true,
    decides: true,
  },
  {
    id: 'jpg-and-png-only',
    title: 'akepa documents are jpg or png; a separate document may be a file of any kind.',
    mark: 'documented',
    page: akepaEndpoint('akepa-document-generate').docs,
    applies: ({ before }) => before.documents.some(isPdf),
    refusals: { after: ['upload notDocumented', 'generate requestValidateError', 'link fileNotFound'] },
    misses: isPdf,
    decides: true,
  },
  {
    id: 'documents-of-representatives',
    title: "A business's documents belong to its representative, not to the business.",
    mark: 'documented',
    page: UPDATE_PAGE,
    applies: ({ after }) => after.documents.some(({ owner }) => owner === 'representative'),
    misses: ({ owner, sha256 }, { after }) =>
      owner === 'customer' &&
      after.documents.some((other) => other.owner === 'representative' && other.sha256 === sha256),
    adds: ({ owner, sha256 }, { before }) =>
      owner === 'representative' && before.documents.some((other) => other.sha256 === sha256),
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

function isEarlier(content: string): boolean {
  return content.startsWith('earlier ');
}

/** One of the files that the program was given. */
function isGiven(content: string): boolean {
  return /^(?:front|back)\./.test(content);
}

function isPdf({ content }: PlacedDocument): boolean {
  return content.endsWith('.pdf');
}

function opensAnother({ steps }: Observation): boolean {
  return steps.some(({ role, api, status }) => role === 'start' && api === 'akepa' && status === 200);
}

function attachesAny({ steps }: Observation): boolean {
  return steps.some(({ role, api }) => role === 'link' && api === 'akepa');
}

function isRefusedAsClosed({ steps }: Observation): boolean {
  return steps.some(({ code }) => code === 'statusApplicationEntity');
}

/** It read the application's status, and may have stopped for that. */
function looks({ steps }: Observation): boolean {
  return steps.some(({ role, api, status }) => role === 'status' && api === 'akepa' && status === 200);
}

function refusesBody({ steps }: Observation): boolean {
  return steps.some(({ api, code }) => api === 'akepa' && code === 'requestValidateError');
}
