import type { TSESTree } from '@typescript-eslint/types';

import type { Request } from '../clients/client.js';
import { AUTHORITY, HOLE, type Match } from '../endpoints/match.js';
import { classAround } from '../syntax/classes.js';
import { at, type Node, sourceOf, type Term } from '../syntax/module.js';
import type { HolePart, Part, PlacedPart } from '../syntax/text.js';
import type { Confidence } from './call.js';
import type { Sent } from './recognise.js';
import { looksLikeClient, UNKNOWN_CLIENT } from '../clients/unknown.js';
import { isSpecificName } from './generic-names.js';
import { ownerNames } from './owner-names.js';

/** What of a request the judgement looks at. */
type Judged = Pick<Sent, 'client' | 'through'> & { readonly url?: Pick<Sent['url'], 'seen'> };

/** What a judgement rests on. */
export interface Judgement {
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
}

/** Not `connectFirebase`, `connectFile` and the like. */
const CONNECTFI = /connect[-_]?fi(?!rst|rebase|restore|rewall|les?(?![a-z])|nd|eld|lter|gure)|paygears/i;
const TOKEN_HEADER = 'x-connectfi-token';
/** Hosts that say nothing about whose service it is: loopback, reserved names, in-house names. */
const NEUTRAL_HOST =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[|0\.0\.0\.0|[\w-]+$)|(?:^|\.)(?:example(?:\.\w+)?|test|local|localhost|internal|invalid)$/i;

/**
 * Judges how sure it is that a matching call goes to connectFi.
 *
 * @param sent the client, and the calls on the way from a wrapper to it
 * @param baseUrls the configured bases: URLs, or expressions such as `process.env.KYC_URL`
 * @returns undefined when the base is known to be another service's
 */
export function judge(
  match: Match,
  request: Request,
  parts: readonly PlacedPart[],
  baseUrls: readonly string[] | undefined,
  call: Term<TSESTree.CallExpression>,
  { client, through, url }: Judged,
): Judgement | undefined {
  const base = parts.filter(({ start }) => start < match.path.start).map(({ part }) => part);
  const holes = base.flatMap((part) => (part.kind === 'hole' ? [part] : []));
  const known = match.prefix.includes(HOLE) ? undefined : match.prefix;
  const configured = configuredBase(match.prefix, holes, baseUrls);
  const named = connectFiNames(match.prefix, holes);
  const evidence = [
    ...(request.headerNames.includes(TOKEN_HEADER) ? [`header ${TOKEN_HEADER}`] : []),
    ...configured,
    ...named,
    ...(named.length === 0 ? connectFiOwners(base, call.node, url?.seen ?? new Set()) : []),
  ];
  const clients = connectFiClients(call, through);
  const isNamed = evidence.length > 0;
  evidence.push(...clients);
  const hosts = hostsOf(match.prefix, holes);
  if (evidence.length === 0 && baseUrls?.length && known && hosts.length > 0) return undefined;
  const facts: Facts = {
    method: request.method.value,
    connectFi: evidence.length > 0,
    isClient: client !== UNKNOWN_CLIENT,
    isLikeClient: client === UNKNOWN_CLIENT && looksLikeClient(call, request.method.value),
    isNamed,
    // The user says where the base ends.
    explained: configured.length > 0 || !match.literalPrefix,
    foreign: evidence.length === 0 && isForeign(match, hosts) ? hosts : [],
    others: evidence.length === 0 && !isOnlyConnectFis(match) ? otherNames(holes, call.node) : [],
    akepa: holes.find(({ name }) => /akepa/i.test(name))?.name,
  };
  return {
    confidence: confidenceOf(match, facts),
    evidence: [...evidence, ...weakEvidence(match, facts)],
  };
}

interface Facts {
  /** It is known that the call sends a request. */
  readonly isClient: boolean;
  /** It is not known, and looks like it. */
  readonly isLikeClient: boolean;
  /** connectFi is named by more than what the client is called. */
  readonly isNamed: boolean;
  readonly method: string | undefined;
  readonly connectFi: boolean;
  /** No path segments of unknown meaning stand before the path. */
  readonly explained: boolean;
  /** Hosts of other services. */
  readonly foreign: readonly string[];
  /** Names of the base that say another service. */
  readonly others: readonly string[];
  /** The base that may hold `/akepa` already. */
  readonly akepa: string | undefined;
}

function confidenceOf(
  match: Match,
  { isClient, isLikeClient, isNamed, method, connectFi, explained, foreign, others, akepa }: Facts,
): Confidence {
  // No other service has these paths, so what is not in reach can hardly be another's client.
  if (!isClient && !isNamed)
    return connectFi || (isLikeClient && isOnlyConnectFis(match)) ? 'likely' : 'possible';
  if (akepa !== undefined) return 'possible';
  // A path without a row of its own is deprecated only if it is connectFi's.
  if (match.endpoint.method === undefined)
    return connectFi && (explained || isOnlyConnectFis(match)) ? 'certain' : 'possible';
  if (!match.methodMatches && method !== undefined) return 'possible';
  if (connectFi) return match.methodMatches ? 'certain' : 'likely';
  if (!explained || foreign.length > 0 || others.length > 0) return 'possible';
  // The options that say the method are not in reach.
  return match.methodMatches || isOnlyConnectFis(match) ? 'likely' : 'possible';
}

/** Every host that the base can have is another service's. */
function isForeign(match: Match, hosts: readonly string[]): boolean {
  return hosts.length > 0 && hosts.every(isKnownHost) && !isOnlyConnectFis(match);
}

/** A host of somebody, as far as it is known: `${stage}.acme.io`. */
function isKnownHost(host: string): boolean {
  const [, value, rest = ''] = /^(.*\uE000)?(.*)$/s.exec(host) ?? [];
  return value !== undefined && !/\w\.\w/.test(rest) ? false : !NEUTRAL_HOST.test(rest);
}

/** Other products have a /document/generate too; no other has /customer/kyc. */
export function isOnlyConnectFis({ endpoint }: Match): boolean {
  return endpoint.path.startsWith('/customer/kyc/');
}

/** The host of the URL, or of what may stand in for its base. */
function hostsOf(prefix: string, holes: readonly HolePart[]): string[] {
  const fallbacks = prefix.startsWith(HOLE) ? (holes[0]?.fallback ?? []) : [];
  return [prefix, ...fallbacks.map((part) => (part.kind === 'text' ? part.text : ''))].flatMap((url) => {
    const host = AUTHORITY.exec(url)?.[1]
      ?.replace(/:[^:\]]*$/, '')
      .replace(/^.*@/, '');
    return host ? [host] : [];
  });
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

export function connectFiNames(prefix: string, holes: readonly HolePart[]): string[] {
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

/** `const CONNECTFI_URL = …`, `const connectFi = axios.create(…)`. */
function connectFiOwners(base: readonly Part[], call: Node, seen: ReadonlySet<Node>): string[] {
  // The names that the value went through, too: `import { connectFiUrl } from './settings'`.
  const passed = [...seen].flatMap((node) => (node.type === 'Identifier' ? [node.name] : []));
  const names = [...base.flatMap((part) => ownerNames(part, call)), ...passed].filter((name) =>
    CONNECTFI.test(name),
  );
  return [...new Set(names)].map((name) => `base URL from ${name}`);
}

/** `connectFi.post(…)`, or a method of `class ConnectFiClient` on the way. */
function connectFiClients(call: Term<TSESTree.CallExpression>, through: readonly Term[]): string[] {
  const { callee } = call.node;
  const names = [
    ...(callee.type === 'MemberExpression' && isPlain(callee.object)
      ? [sourceOf(at(call, callee.object))]
      : []),
    ...[call, ...through].map(({ node }) => classAround(node)?.id?.name ?? ''),
  ];
  return [...new Set(names)]
    .filter((name) => name.length < 60 && CONNECTFI.test(name))
    .map((name) => `client ${name}`);
}

/** A name or a chain of them; what else stands before the dot says more than a name. */
function isPlain({ type }: Node): boolean {
  return type === 'Identifier' || type === 'MemberExpression';
}

/** `process.env.DOCUSIGN_API_URL`, `const stripeUrl = …`, as people call them. */
function otherNames(holes: readonly HolePart[], call: Node): string[] {
  const names = holes.flatMap((hole) => [hole.name, ...ownerNames(hole, call, true)]);
  const bare = names.map((name) => name.replace(/^(?:process\.env|import\.meta\.env|this)\./, ''));
  return [...new Set(bare)].filter((name) => isSpecificName(name) && !/akepa/i.test(name));
}

function weakEvidence(
  { endpoint, methodMatches, literalPrefix, prefix }: Match,
  { foreign, others, akepa }: Facts,
): string[] {
  return [
    methodMatches ? `${endpoint.method} ${endpoint.path}` : `path ${endpoint.path}`,
    ...foreign.map((host) => `host ${host} is not known to be connectFi`),
    ...others.map((name) => `base ${name} names another service`),
    ...(literalPrefix ? [`prefix ${prefix.replaceAll(HOLE, '…')}`] : []),
    ...(akepa === undefined ? [] : [`${akepa} may be akepa's already`]),
  ];
}
