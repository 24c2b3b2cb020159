import type { BehaviourId, UnknownId } from '../reference/behaviours/index.js';
import type { Mark } from '../endpoints/types.js';

/** What a call is for, on either side: the same word for legacy and akepa. */
export type Role = 'token' | 'customer' | 'start' | 'status' | 'generate' | 'upload' | 'link' | 'other';

/** Which API a call belongs to; `neither` for a token or a customer. */
export type Api = 'legacy' | 'akepa' | 'neither';

/** One call that a program made. */
export interface Step {
  readonly method: string;
  /** With ids replaced, so that both sides can be read beside each other. */
  readonly path: string;
  readonly role: Role;
  readonly api: Api;
  /** HTTP; 0 for a connection that was reset. */
  readonly status: number;
  /** Of a refusal. */
  readonly code?: string;
}

/** A document that ended with somebody. */
export interface PlacedDocument {
  readonly owner: 'customer' | 'representative' | 'someone else';
  /** In akepa's words: `license`. */
  readonly type: string;
  /** `undefined` in akepa, which has no field for it. */
  readonly side: 'FRONT' | 'BACK' | undefined;
  /** The side in the name that akepa's document was generated with. */
  readonly namedSide?: 'FRONT' | 'BACK';
  readonly sha256: string;
  /** `front.jpg`, `earlier front`, or the start of the hash. */
  readonly content: string;
}

/** The KYC decision in one vocabulary for both APIs. */
export type KycDecision = 'none' | 'waiting for documents' | 'under review' | 'approved' | 'denied';

/** How a program went, as far as it can be observed. */
export interface Observation {
  readonly steps: readonly Step[];
  readonly documents: readonly PlacedDocument[];
  readonly decision: KycDecision;
  /** Standard output, or the value that a function returned; ids and the like replaced. */
  readonly output: string;
  readonly exitCode: string;
  /** Lines of standard error that name an error, or all of it where none does. */
  readonly errors: readonly string[];
  /** Output and errors without what they repeat of the API's answers. */
  readonly plain: { readonly output: string; readonly errors: string };
  /** What the reference's answers rested on, and what it refused to guess. */
  readonly behaviours: ReadonlySet<BehaviourId | UnknownId>;
  /** sha256 of every file that was uploaded. */
  readonly uploaded: ReadonlySet<string>;
  /** A PDF file was among them. */
  readonly uploadsPdf: boolean;
}

export type Verdict = 'same' | 'documented' | 'regression';

export type Observable = 'documents' | 'sides' | 'decision' | 'refusals' | 'output' | 'errors' | 'exit code';

/** One observable of a scenario, before and after. */
export interface Row {
  readonly observable: Observable;
  readonly verdict: Verdict;
  readonly before: string;
  readonly after: string;
  /** Ids of the listed differences that it comes from; for `documented` only. */
  readonly differences: readonly string[];
}

export interface ScenarioResult {
  readonly name: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** Whether the legacy program went through the situation; `task` says what it would have to do. */
  readonly isExercised: boolean;
  readonly task: string;
  readonly rows: readonly Row[];
  readonly before: readonly Step[];
  readonly after: readonly Step[];
}

/** A difference of the two APIs that a right migration cannot hide. */
export interface DifferenceInfo {
  readonly id: string;
  readonly title: string;
  readonly mark: Mark;
  /** Page of the vendor's documentation. */
  readonly page: string;
}

export interface Comparison {
  readonly version: 1;
  readonly scenarios: readonly ScenarioResult[];
  /** Those that occur in `scenarios`. */
  readonly differences: readonly DifferenceInfo[];
}

/** What a program is given, as arguments or in its environment. */
export interface ProgramContext {
  /** `CONNECTFI_SCENARIO` */
  readonly scenario: string;
  /** `CONNECTFI_BASE_URL` */
  readonly baseUrl: string;
  /** `CONNECTFI_TOKEN` */
  readonly token: string;
  /** `CONNECTFI_CUSTOMER_ID` */
  readonly customerId: string;
  /** `CONNECTFI_ENTITY_ID`: the customer, or the business's representative */
  readonly entityId: string;
  /** `CONNECTFI_APPLICATION_ID`: akepa's run of KYC that is under way */
  readonly applicationId: string;
  /** `CONNECTFI_SLOT_IDS`, a JSON array: the slots of the legacy KYC that is under way, front first */
  readonly slotIds: readonly string[];
  /** `CONNECTFI_FILES`, a JSON array: paths of small files, front first */
  readonly files: readonly string[];
}

/** A client flow as a function. What it returns is its output; what it throws, its error. */
export type Program = (context: ProgramContext & { readonly fetch: typeof fetch }) => unknown;

/** What a program printed and how it ended. */
export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  /** `0`, `1`, `signal SIGSEGV`. */
  readonly exitCode: string;
}

/** The comparison could not be made; the message is one line for people. */
export class CompareError extends Error {
  override readonly name = 'CompareError';
}
