import type { TSESTree } from '@typescript-eslint/types';

import type { Request } from '../clients/client.js';
import { HOLE, type Match } from '../endpoints/match.js';
import type { AkepaEndpoint, LegacyEndpoint } from '../endpoints/types.js';
import type { Term } from '../syntax/module.js';
import type { PlacedPart } from '../syntax/text.js';
import type { Confidence } from './call.js';
import type { Sent } from './recognise.js';
import { looksLikeClient, UNKNOWN_CLIENT } from '../clients/unknown.js';
import {
  clientNames,
  configuredBase,
  connectFiClients,
  connectFiNames,
  connectFiOwners,
  fallbackPrefix,
  hostsOf,
} from './evidence.js';
import { signsOfOthers } from './other-services.js';

/** What of a match the judgement looks at; the endpoint may be one of akepa's. */
type JudgedMatch = Pick<Match, 'path' | 'params' | 'prefix' | 'literalPrefix' | 'methodMatches'> & {
  readonly endpoint: LegacyEndpoint | AkepaEndpoint;
};

/** What of a request the judgement looks at. */
type Judged = Pick<Sent, 'client' | 'through'> & { readonly url?: Pick<Sent['url'], 'seen'> };

/** What a judgement rests on. */
export interface Judgement {
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
}

const TOKEN_HEADER = 'x-connectfi-token';

/**
 * Judges how sure it is that a matching call goes to connectFi.
 *
 * @param sent the client, and the calls on the way from a wrapper to it
 * @param baseUrls the configured bases: URLs, or expressions such as `process.env.KYC_URL`
 * @returns undefined when the base is known to be another service's
 */
export function judge(
  match: JudgedMatch,
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
  const names = clientNames(call, through);
  const clients = connectFiClients(names);
  const isNamed = evidence.length > 0;
  evidence.push(...clients);
  const hosts = hostsOf(match.prefix, holes);
  const isUnnamed = evidence.length === 0;
  if (isUnnamed && baseUrls?.length && known && hosts.length > 0) return undefined;
  const prefix = match.literalPrefix
    ? match.prefix
    : isUnnamed
      ? fallbackPrefix(match.prefix, holes)
      : undefined;
  const facts: Facts = {
    method: request.method.value,
    connectFi: !isUnnamed,
    isClient: client !== UNKNOWN_CLIENT,
    isLikeClient: client === UNKNOWN_CLIENT && looksLikeClient(call, request.method.value),
    isNamed,
    // The user says where the base ends.
    explained: configured.length > 0 || prefix === undefined,
    prefix,
    others: isUnnamed
      ? signsOfOthers({
          params: isAkepa(match) ? {} : match.params,
          isOnly: isOnlyConnectFis(match),
          call,
          names,
          hosts,
          holes,
          parts,
        })
      : [],
    // `AKEPA_URL` before a path of akepa's own is as it should be.
    akepa: isAkepa(match) ? undefined : holes.find(({ name }) => /akepa/i.test(name))?.name,
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
  /** What has such segments: the base, or what stands in for it. */
  readonly prefix: string | undefined;
  /** What says that it is another service. */
  readonly others: readonly string[];
  /** The base that may hold `/akepa` already. */
  readonly akepa: string | undefined;
}

function confidenceOf(
  match: JudgedMatch,
  { isClient, isLikeClient, isNamed, method, connectFi, explained, others, akepa }: Facts,
): Confidence {
  // No other service has these paths, so what is not in reach can hardly be another's client.
  const isOthers = !explained || others.length > 0;
  if (!isClient && !isNamed)
    return connectFi || (isLikeClient && isOnlyConnectFis(match) && !isOthers) ? 'likely' : 'possible';
  if (akepa !== undefined) return 'possible';
  // A path without a row of its own is deprecated only if it is connectFi's.
  if (match.endpoint.method === undefined)
    return connectFi && (explained || isOnlyConnectFis(match)) ? 'certain' : 'possible';
  if (!match.methodMatches && method !== undefined) return 'possible';
  if (connectFi) return match.methodMatches ? 'certain' : 'likely';
  if (isOthers) return 'possible';
  // The options that say the method are not in reach.
  return match.methodMatches || isOnlyConnectFis(match) ? 'likely' : 'possible';
}

/** Other products have a /document/generate too; no other has /customer/kyc. */
export function isOnlyConnectFis({ endpoint }: JudgedMatch): boolean {
  return endpoint.path.startsWith('/customer/kyc/');
}

function isAkepa({ endpoint }: JudgedMatch): boolean {
  return endpoint.path.startsWith('/akepa/');
}

function weakEvidence({ endpoint, methodMatches }: JudgedMatch, { others, prefix, akepa }: Facts): string[] {
  return [
    methodMatches ? `${endpoint.method} ${endpoint.path}` : `path ${endpoint.path}`,
    ...others,
    ...(prefix === undefined ? [] : [`prefix ${prefix.replaceAll(HOLE, '…')}`]),
    ...(akepa === undefined ? [] : [`${akepa} may be akepa's already`]),
  ];
}
