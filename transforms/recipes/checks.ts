import type { AnswerUse } from '../../src/analysis/answer.js';
import { NOTES } from '../../src/codes/notes.js';
import { accepts, mayAccept } from '../../src/endpoints/accepts.js';
import { akepaEndpoint, legacyEndpoint, successorText } from '../../src/endpoints/lookup.js';
import type { BodySchema, LegacyId } from '../../src/endpoints/types.js';
import { howUsed } from '../how-used.js';
import type { Problem } from '../problem.js';
import type { Module } from '../../src/syntax/module.js';
import type { BodyProperty, CallFacts } from './recipe.js';

const ID = akepaEndpoint('akepa-status').body?.properties?.['customerId'];
const IDENTIFICATION = akepaEndpoint('akepa-identification').body?.properties;
const REFERENCE = IDENTIFICATION?.['reference'];
const USE_ID = 'Use the id that akepa knows';
/** Present and the same in the envelopes of both sides. */
const ENVELOPE = ['code', 'requestId'];

const WRITE_BODY = 'Write the body as an object literal at the call';

/** How much of its form an answer keeps. */
export interface KeptAnswer {
  /** Paths below the parsed answer that the successor has too. */
  readonly paths: readonly string[];
  /** The whole may leave the file: what a caller needs of it is among the paths. */
  readonly whole: boolean;
}

/** Nothing but the envelope stays. */
export const NOTHING_KEPT: KeptAnswer = { paths: [], whole: false };
/** A document's answer: the id. */
export const ID_KEPT: KeptAnswer = { paths: ['data.id'], whole: true };

/**
 * Problems with what the code reads of the answer: one for the paths read, one for the ways in which it leaves.
 */
export function answerProblems({ call, answer }: CallFacts, kept: KeptAnswer): Problem[] {
  const successor = successorText(call.match.endpoint);
  const changed = answer.filter((use) => isChanged(use, kept));
  const { module } = call.call;
  const placeIn = (use: AnswerUse): string => (use.module === module ? '' : ` (in ${use.module.file})`);
  const paths = new Set(
    changed.filter(({ path }) => !isWhole(path)).map((use) => `\`${use.path.join('.')}\`${placeIn(use)}`),
  );
  const ways = new Set(
    changed.filter(({ path }) => isWhole(path)).map((use) => `${howUsed(use)}${placeIn(use)}`),
  );
  return [
    ...(paths.size > 0 ? [{ id: 'AK307', args: { paths: [...paths].join(', '), successor } } as const] : []),
    ...(ways.size > 0 ? [{ id: 'AK308', args: { how: [...ways].join(' and '), successor } } as const] : []),
  ];
}

function isChanged({ part, path, onError }: AnswerUse, kept: KeptAnswer): boolean {
  // Errors have the same envelope on both sides; what stands in it is for whoever handles them.
  if (part === 'transport' || onError) return false;
  const [first] = path;
  if (first !== undefined && ENVELOPE.includes(first)) return false;
  if (isWhole(path)) return !kept.whole;
  const name = path.join('.');
  return !kept.paths.some((prefix) => name === prefix || name.startsWith(`${prefix}.`));
}

/** Notes on an answer that is kept as a whole and leaves the file. */
export function answerNotes({ answer }: CallFacts): string[] {
  const leaves = answer.some(({ part, path, onError }) => part === 'json' && !onError && isWhole(path));
  return leaves ? [NOTES.answerLeaves] : [];
}

function isWhole(path: readonly string[]): boolean {
  return path.length === 0 || path.join('.') === 'data';
}

/** Problems with an id that the code spells out. */
export function idProblems(properties: readonly (BodyProperty | undefined)[]): Problem[] {
  return properties.flatMap((property) =>
    unfit(property, ID, 'letters, digits and `_` only, 36 at the most', USE_ID),
  );
}

/** Problems with a reference that the code spells out. */
export function referenceProblems(property: BodyProperty | undefined): Problem[] {
  return unfit(property, REFERENCE, 'letters and digits only, 32 at the most', USE_ID);
}

/** Problems with what else an init says, where the code spells it out. */
export function initProblems(
  syncMode: BodyProperty | undefined,
  webhook: BodyProperty | undefined,
): Problem[] {
  const isWrong = syncMode && (syncMode.isText || syncMode.pieces.length > 0);
  const rule = 'true or false only';
  return [
    ...(isWrong ? [rejected(syncMode, rule, 'Use a boolean')] : []),
    ...unfit(
      webhook,
      IDENTIFICATION?.['webhookUrl'],
      'no `<` and no `>`, 500 at the most',
      'Use another URL',
    ),
  ];
}

/** A legacy error that akepa does not have is looked for somewhere in the file. */
export function errorNotes({ call }: CallFacts): string[] {
  const { module } = call.call;
  const isHandled = handling.get(module) ?? LEGACY_ERROR.test(module.text);
  handling.set(module, isHandled);
  return isHandled ? [NOTES.legacyError] : [];
}

const LEGACY_ERROR = /(['"`])documentNotUploaded\1|do not uploaded/;
/** Each call of a file asks. */
const handling = new WeakMap<Module, boolean>();

function unfit(
  property: BodyProperty | undefined,
  schema: BodySchema | undefined,
  rule: string,
  instead: string,
): Problem[] {
  if (!property || !schema) return [];
  const { known, pieces } = property;
  const fits = known === undefined ? mayAccept(schema, pieces) : accepts(schema, known);
  return fits ? [] : [rejected(property, rule, instead)];
}

function rejected({ name, known, source }: BodyProperty, rule: string, instead: string): Problem {
  const value = known === undefined ? source : JSON.stringify(known);
  return { id: 'AK309', args: { field: name, value, rule, instead } };
}

/** The body's properties, or the problems that keep them from being known. */
export function knownBody(
  { call, body }: CallFacts,
  required: readonly string[],
  optional: readonly string[] = [],
): { readonly properties: ReadonlyMap<string, BodyProperty> } | { readonly problems: readonly Problem[] } {
  const successor = successorText(call.match.endpoint);
  const { payload } = call.request;
  if (payload.kind === 'stream' || payload.kind === 'fixed')
    return { problems: [streamed(successor, payload.why)] };
  if (!body)
    return { problems: [{ id: 'AK306', args: { what: 'A part of the body', how: WRITE_BODY, successor } }] };
  const properties = new Map(body.map((property) => [property.name, property]));
  const missing = required.filter((name) => !properties.has(name));
  const surplus = [...properties.keys()].filter(
    (name) => !required.includes(name) && !optional.includes(name),
  );
  const problems: Problem[] = [
    ...missing.map((name): Problem => ({
      id: 'AK306',
      args: { what: `\`${name}\` of the body`, how: WRITE_BODY, successor },
    })),
    ...surplus.map((property): Problem => ({ id: 'AK313', args: { property, successor } })),
  ];
  return problems.length > 0 ? { problems } : { properties };
}

/** The problem with a path whose value `name` is no expression of its own. */
export function pathProblem({ match }: CallFacts['call'], name: string): Problem {
  const args = { what: `\`${name}\` of the path`, how: 'Write it as one expression in the path' };
  return { id: 'AK306', args: { ...args, successor: successorText(match.endpoint) } };
}

/** The body is written by a later statement, as with node:http and XMLHttpRequest. */
function streamed(successor: string, reason = 'a later statement writes it'): Problem {
  return { id: 'AK304', args: { part: 'body', reason, successor } };
}

/** `POST /document/generate`, for messages. */
export function endpointText(id: LegacyId): string {
  const { method, path } = legacyEndpoint(id);
  return `${method ?? ''} ${path}`.trim();
}
