import type { Request } from '../clients/client.js';
import { AUTHORITY, HOLE, type Match } from '../endpoints/match.js';
import type { HolePart, PlacedPart } from '../syntax/text.js';
import type { Confidence } from './call.js';

/** What a judgement rests on. */
export interface Judgement {
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
}

const CONNECTFI = /connect[-_]?fi|paygears/i;
const TOKEN_HEADER = 'x-connectfi-token';
/** Hosts that say nothing about whose service it is: loopback, reserved names, in-house names. */
const NEUTRAL_HOST =
  /^(?:localhost|127\.|\[::1\]|0\.0\.0\.0|[\w-]+$)|(?:^|\.)(?:example(?:\.\w+)?|test|local|localhost|internal|invalid)$/i;

/**
 * Judges how sure it is that a matching call goes to connectFi.
 *
 * @param baseUrls the configured bases: URLs, or expressions such as `process.env.KYC_URL`
 * @returns undefined when the base is known to be another service's
 */
export function judge(
  match: Match,
  request: Request,
  parts: readonly PlacedPart[],
  baseUrls: readonly string[] | undefined,
): Judgement | undefined {
  const holes = parts.flatMap(({ part, start }) =>
    part.kind === 'hole' && start < match.path.start ? [part] : [],
  );
  const known = match.prefix.includes(HOLE) ? undefined : match.prefix;
  const evidence = [
    ...(request.headerNames.includes(TOKEN_HEADER) ? [`header ${TOKEN_HEADER}`] : []),
    ...configuredBase(match.prefix, holes, baseUrls),
    ...connectFiNames(match.prefix, holes),
  ];
  const host = AUTHORITY.exec(match.prefix)?.[1]?.replace(/:.*$/, '');
  if (evidence.length === 0 && baseUrls?.length && known && host !== undefined) return undefined;
  return {
    confidence: confidenceOf(match, request.method.value, host, evidence.length > 0),
    evidence: [...evidence, ...weakEvidence(match, host)],
  };
}

function confidenceOf(
  match: Match,
  method: string | undefined,
  host: string | undefined,
  connectFi: boolean,
): Confidence {
  // A path without a row of its own is deprecated only if it is connectFi's.
  if (match.endpoint.method === undefined) return connectFi ? 'certain' : 'possible';
  if (!match.methodMatches && method !== undefined) return 'possible';
  if (connectFi) return match.methodMatches ? 'certain' : 'likely';
  if (match.literalPrefix) return 'possible';
  // The options that say the method are not in reach.
  if (method === undefined && !isOnlyConnectFis(match)) return 'possible';
  return isForeign(match, host) ? 'possible' : 'likely';
}

function isForeign(match: Match, host: string | undefined): boolean {
  return host !== undefined && !host.includes(HOLE) && !NEUTRAL_HOST.test(host) && !isOnlyConnectFis(match);
}

/** Other products have a /document/generate too; no other has /customer/kyc. */
function isOnlyConnectFis({ endpoint }: Match): boolean {
  return endpoint.path.startsWith('/customer/kyc/');
}

function configuredBase(
  prefix: string,
  holes: readonly HolePart[],
  baseUrls: readonly string[] = [],
): string[] {
  return baseUrls
    .filter(
      (base) =>
        isBelow(prefix, base) ||
        holes.some(
          ({ name, fallback }) =>
            name === base || fallback?.some((part) => part.kind === 'text' && isBelow(part.text, base)),
        ),
    )
    .map((base) => `base URL ${base} (configured)`);
}

function isBelow(prefix: string, base: string): boolean {
  const bare = base.replace(/\/+$/, '');
  return prefix === bare || prefix.startsWith(`${bare}/`);
}

function connectFiNames(prefix: string, holes: readonly HolePart[]): string[] {
  const literal = prefix.replaceAll(HOLE, '');
  const fallbacks = holes.flatMap(({ fallback }) => fallback ?? []);
  return [
    ...(CONNECTFI.test(literal) ? [`base URL ${literal}`] : []),
    ...holes.filter(({ name }) => CONNECTFI.test(name)).map(({ name }) => `base URL from ${name}`),
    ...fallbacks.flatMap((part) =>
      part.kind === 'text' && CONNECTFI.test(part.text) ? [`base URL ${part.text}`] : [],
    ),
  ];
}

function weakEvidence(match: Match, host: string | undefined): string[] {
  const { endpoint, methodMatches, literalPrefix, prefix } = match;
  return [
    methodMatches ? `${endpoint.method} ${endpoint.path}` : `path ${endpoint.path}`,
    ...(isForeign(match, host) ? [`host ${host} is not known to be connectFi`] : []),
    ...(literalPrefix ? [`prefix ${prefix.replaceAll(HOLE, '…')}`] : []),
  ];
}
