import type { Confidence, TrailEntry } from '../src/analysis/call.js';
import { fingerprinted, type Identity, identityOf } from '../src/analysis/fingerprint.js';
import type { JudgedDefinition } from '../src/analysis/judge-definitions.js';
import { successorText } from '../src/endpoints/lookup.js';
import type { LegacyEndpoint, LegacyId } from '../src/endpoints/types.js';
import type { Edit } from '../src/syntax/edits.js';
import { firstIndex } from '../src/syntax/first-index.js';
import type { Module, Range } from '../src/syntax/module.js';
import { positionAt } from '../src/syntax/position.js';
import { rangeOf } from '../src/syntax/ranges.js';
import type { Fix } from './fix.js';
import type { Migration } from './migrate.js';
import type { PlannedCall } from './plan.js';
import { problemText } from './problem.js';

/** A legacy call, or a legacy path without one, as `check --format json` prints it. */
export interface Finding {
  /** As the file was named, with forward slashes. */
  readonly file: string;
  /** 1-based, of the call, or of the path of a definition. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly endpoint: LegacyId;
  /** As the code says it; null when it is not known. */
  readonly method: string | null;
  /** `definition`: a legacy path that no call was seen to use, where it is written. */
  readonly kind: 'request' | 'mock' | 'definition';
  /** The client's id; `none` for a definition. */
  readonly client: string;
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
  readonly trail: readonly TrailEntry[];
  /** What `migrate` would do. */
  readonly disposition: 'rewrite' | 'todo' | 'report';
  readonly code: string;
  readonly message: string;
  readonly notes: readonly string[];
  /** With `todo`: what is missing, by code. */
  readonly todos: readonly { readonly code: string; readonly text: string }[];
  readonly suppressed: boolean;
  readonly known: boolean;
  readonly identity: Identity;
  /** Hexadecimal; the same for the call wherever in its file it is moved to, and however it is formatted. */
  readonly fingerprint: string;
  /** Only where it was asked for, and where there is one. */
  readonly fix?: Fix;
}

/** A finding before the equal ones of a file are counted. */
export type UncountedFinding = Omit<Finding, 'fingerprint'>;

/** A legacy call as `migrate --format json` prints it. */
export interface CallResult extends Finding {
  readonly outcome: PlannedCall['outcome'];
  /** Why it was not rewritten; null when it was. */
  readonly reason: string | null;
  /** How the rewrite was verified, the strongest way that held; null when it was not rewritten. */
  readonly verified: Verification | null;
  /** 1-based line of the call in the new text. */
  readonly newLine: number;
}

/**
 * `parsed`: the new text parses. `types`: TypeScript has nothing new to say about it. `executed`: a program went through
 * it, and did the same as before.
 */
export const VERIFICATIONS = ['parsed', 'types', 'executed'] as const;

export type Verification = (typeof VERIFICATIONS)[number];

/** What is said of a definition besides. */
export const NO_CALL = 'No call was seen that uses this path.';

const DISPOSITION = { rewritten: 'rewrite', todo: 'todo', left: 'report' } as const;

/** The finding for a planned call. */
export function findingOf({ call, outcome, problems, notes }: PlannedCall): UncountedFinding {
  const { endpoint } = call.match;
  return {
    ...placeOf(call.call.module, callRange(call)),
    endpoint: endpoint.id,
    method: call.request.method.value ?? null,
    kind: call.kind,
    client: call.client,
    confidence: call.confidence,
    evidence: call.evidence,
    trail: call.trail,
    disposition: DISPOSITION[outcome],
    code: endpoint.code,
    message: deprecation(endpoint),
    notes,
    todos: problems.map((problem) => ({ code: problem.id, text: problemText(problem) })),
    suppressed: false,
    known: false,
    identity: identityOf(call.call.node, call.call.module, call.kind === 'mock' ? 'link' : 'call'),
  };
}

/** The finding for a legacy path that no call was seen to use; `migrate` leaves it. */
export function definitionFinding(definition: JudgedDefinition): UncountedFinding {
  const { node, module, legacy, confidence, evidence, trail } = definition;
  return {
    ...placeOf(module, rangeOf(node)),
    endpoint: legacy.id,
    // A path alone says none.
    method: null,
    kind: 'definition',
    client: 'none',
    confidence,
    evidence,
    trail,
    disposition: 'report',
    code: legacy.code,
    message: `${deprecation(legacy)} ${NO_CALL}`,
    notes: [],
    todos: [],
    suppressed: false,
    known: false,
    identity: identityOf(node, module, 'definition'),
  };
}

/** Where a call stands in its file. */
export function callRange(call: PlannedCall['call']): Range {
  return call.kind === 'mock' ? call.range : rangeOf(call.call.node);
}

/**
 * What became of every call of a migration.
 *
 * @param nameOf names a file for the fingerprints; as results name it by default
 */
export function callResults(
  { calls, files }: Migration,
  nameOf = (file: string): string => file,
): CallResult[] {
  const editsOf = new Map(files.map(({ file, edits }) => [file, edits]));
  return fingerprinted(
    calls.map((planned) => callResult(planned, editsOf.get(planned.file) ?? [])),
    nameOf,
  );
}

function callResult(planned: PlannedCall, edits: readonly Edit[]): Omit<CallResult, 'fingerprint'> {
  const finding = findingOf(planned);
  const reason = planned.reason ?? finding.todos.map(({ code, text }) => `${code}: ${text}`).join(' ');
  return {
    ...finding,
    outcome: planned.outcome,
    reason: reason === '' ? null : reason,
    verified: planned.outcome === 'rewritten' ? 'parsed' : null,
    newLine: finding.line + linesAdded(planned, edits),
  };
}

/** A call that stays after all. */
export function leftCall(call: CallResult, reason: string): CallResult {
  return { ...call, outcome: 'left', reason, verified: null, newLine: call.line };
}

/** How far the edits before a call move its line. */
function linesAdded({ call }: PlannedCall, edits: readonly Edit[]): number {
  const growth = grown.get(edits) ?? growthOf(edits, call.call.module.text);
  grown.set(edits, growth);
  const [start] = callRange(call);
  return growth[firstIndex(growth, ({ end }) => end > start) - 1]?.lines ?? 0;
}

interface Growth {
  readonly end: number;
  /** That this edit adds, and those before it. */
  readonly lines: number;
}

/** Each call of a file asks. */
const grown = new WeakMap<readonly Edit[], readonly Growth[]>();

function growthOf(edits: readonly Edit[], text: string): Growth[] {
  const linesIn = (part: string): number => part.split('\n').length - 1;
  let lines = 0;
  return edits
    .toSorted((left, right) => left.range[1] - right.range[1])
    .map(({ range, text: added }) => {
      lines += linesIn(added) - linesIn(text.slice(...range));
      return { end: range[1], lines };
    });
}

/** What is deprecated, its successor, and what changes beyond the path. */
export function deprecation(endpoint: LegacyEndpoint): string {
  const successor = successorText(endpoint);
  const name = `${endpoint.method ?? ''} ${endpoint.path}`.trim();
  const rest = successor === '' ? 'has no akepa counterpart' : `moves to ${successor}`;
  return `${name} is deprecated and ${rest}. ${endpoint.change}`;
}

function placeOf(
  { file, text }: Module,
  [from, to]: Range,
): Pick<Finding, 'file' | 'line' | 'column' | 'endLine' | 'endColumn'> {
  const start = positionAt(text, from);
  const end = positionAt(text, to);
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
