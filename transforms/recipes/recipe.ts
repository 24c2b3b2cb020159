import type { AnswerUse } from '../../src/analysis/answer.js';
import type { LegacyCall } from '../../src/analysis/call.js';
import type { UpdateShape } from '../../src/config/types.js';
import type { AkepaId, LegacyId } from '../../src/endpoints/types.js';
import type { Node } from '../../src/syntax/module.js';
import type { PropertyCode } from '../edits/code.js';
import type { Problem } from '../problem.js';
import type { ValueSupply } from '../values.js';

/** How calls of one legacy endpoint move: facts in, a change or the problems out. */
export interface Recipe {
  readonly endpoint: LegacyId;
  plan(facts: CallFacts): Plan;
}

/** What a recipe may know. */
export interface CallFacts {
  readonly call: LegacyCall;
  readonly values: ValueSupply;
  /** The body's properties in order; undefined when it is no object literal, or has a spread or a computed key. */
  readonly body: readonly BodyProperty[] | undefined;
  /** The value of a path parameter; undefined when it is no expression that can stand at the call. */
  readonly pathParameter: (name: string) => BodyProperty | undefined;
  /** What is appended to the multipart form that is sent, as far as it is in reach. */
  readonly formParts: readonly FormPart[];
  /** The call runs only once KYC is APPROVED. */
  readonly afterApproval: boolean;
  readonly answer: readonly AnswerUse[];
  readonly update: UpdateShape;
  /** Links of the same customer right after this one, which its update takes along. */
  readonly followers: readonly CallFacts[];
  /** The update of the link before takes this one along. */
  readonly isFollower: boolean;
}

/** One property of a body. */
export interface BodyProperty {
  readonly name: string;
  /** The value; undefined where it is a piece of a text. */
  readonly node: Node | undefined;
  /** Source text of the value. */
  readonly source: string;
  /** The value, when it is a known text. */
  readonly known: string | undefined;
  /** Literal text that is in the value, whatever the rest of it is; undefined for a value that has none. */
  readonly pieces: readonly string[];
  /** The value is a text for certain. */
  readonly isText: boolean;
  /** It computes by a call or the like: leaving it out, or writing it twice, changes what runs. */
  readonly hasCall: boolean;
  /** The value is a name that nothing else in the file reads. */
  readonly isOnlyUse: boolean;
}

/** `form.append(part, file, fileName)`; undefined where it is no known text. */
export interface FormPart {
  readonly part: string | undefined;
  /** `*` in place of what only the program knows. */
  readonly fileName: string | undefined;
  readonly contentType: string | undefined;
}

export type Plan =
  | { readonly kind: 'change'; readonly change: Change; readonly notes: readonly string[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** A request's move to its successor. */
export interface Change {
  readonly successor: AkepaId;
  readonly body: BodyChange;
}

export type BodyChange =
  | { readonly kind: 'keep' }
  /** The legacy call has none. */
  | { readonly kind: 'add'; readonly entries: readonly Entry[] }
  | { readonly kind: 'properties'; readonly changes: readonly PropertyChange[] }
  /** All of its properties anew. */
  | { readonly kind: 'whole'; readonly properties: readonly PropertyCode[] }
  /** The call goes, with its statement. */
  | { readonly kind: 'joined' }
  | ({ readonly kind: 'sequence' } & Sequence);

/** The bodies of the requests before and after the upload of a form. */
export interface Sequence {
  readonly generate: readonly Entry[];
  /** @param documentId source text */
  readonly update: (documentId: string) => readonly Entry[];
}

/** `key: value` as source text. */
export interface Entry {
  readonly key: string;
  readonly value: string;
}

export type PropertyChange =
  | { readonly kind: 'replace'; readonly name: string; readonly by: Entry }
  | { readonly kind: 'append'; readonly entry: Entry };

export function changed(change: Change, notes: readonly string[] = []): Plan {
  return { kind: 'change', change, notes };
}

export function blocked(problems: readonly Problem[]): Plan {
  return { kind: 'problems', problems };
}
