import type { TSESTree } from '@typescript-eslint/types';

import type { Request } from '../clients/client.js';
import { UNKNOWN_CLIENT } from '../clients/unknown.js';
import { AUTHORITY, HOLE, matchUrl } from '../endpoints/match.js';
import { at, type Module, type Node, sourceOf, type Term, termOf } from '../syntax/module.js';
import type { PlacedPart } from '../syntax/text.js';
import { nodesOf } from '../syntax/walk.js';
import type { Analysis, BlindSpot, LegacyCall } from './call.js';
import { judge } from './confidence.js';
import { definitionsIn } from './definitions.js';
import { isOfLanguage } from './language-methods.js';
import { mayBeMarked } from './marked/index.js';
import { type MockCall, mockOf } from './mocks.js';
import { recognise, type Sent } from './recognise.js';
import { settle } from './settle.js';
import { trailOf } from './trail.js';
import { isOpen } from './wrappers.js';

export interface AnalyseOptions {
  /** See {@link judge}. */
  readonly baseUrls?: readonly string[] | undefined;
  /**
   * Leaves out the calls that can have nothing to do with a legacy path. What is said of the others is the same; of the
   * requests that are counted, and of the blind spots, most are missing then.
   */
  readonly isMarkedOnly?: boolean;
}

/** Finds the calls of deprecated endpoints in one file, of every confidence, in source order. */
export function analyse(module: Module, options: AnalyseOptions = {}): Analysis {
  const calls: LegacyCall[] = [];
  const blindSpots: BlindSpot[] = [];
  const mocks: MockCall[] = [];
  const wrapped = new Map<Node, Module>();
  /** Requests to somebody else: their paths are in use. */
  const others: Pick<LegacyCall, 'call' | 'url'>[] = [];
  let httpCalls = 0;
  for (const node of nodesOf(module, 'CallExpression')) {
    if (isOfLanguage(node)) continue;
    const call = termOf(node, module);
    if (options.isMarkedOnly && !mayBeMarked(call)) continue;
    const sent = chosen(recognise(call));
    const isMock = (!sent || sent.client === UNKNOWN_CLIENT) && mayBeMarked(call);
    const mock = isMock ? mockOf(call, options) : undefined;
    if (mock) mocks.push(mock);
    if (mock || !sent) continue;
    const { client, request, url, through, given = [] } = sent;
    for (const item of through) wrapped.set(item.node, item.module);
    const why = blindness(request, url);
    httpCalls++;
    if (why !== undefined) {
      blindSpots.push({ call, client, why });
      continue;
    }
    const match = matchUrl(url.flat, request.method.value);
    const judgement = match && judge(match, request, url.parts, options.baseUrls, call, sent);
    if (!match) {
      const tail = unknownTail(url);
      if (tail !== undefined) blindSpots.push({ call, client, why: unreached(tail) });
    }
    if (match && !judgement) others.push({ call, url });
    if (!match || !judgement) continue;
    // Not said of by default: what a call of something unknown does is a guess.
    if (client === UNKNOWN_CLIENT && judgement.confidence === 'possible')
      blindSpots.push({ call, client, why: notInReach(call) });
    calls.push({
      call,
      kind: 'request',
      client,
      request,
      match,
      url,
      seen: url.seen,
      through,
      given,
      isOpen: isOpen(sent),
      ...judgement,
      trail: trailOf(call, url.parts, [...through, ...given]),
      pseudoTemplate: url.parts.some(({ part }) => part.kind === 'hole' && part.pseudo),
    });
  }
  // The last call of a chain stands first in the tree.
  mocks.sort((left, right) => left.range[0] - right.range[0]);
  const definitions = definitionsIn(module, [...calls, ...mocks, ...others]);
  const analysis = { module, calls, mocks, blindSpots, definitions, httpCalls, wrapped };
  const [settled] = settle([analysis]);
  return settled ?? analysis;
}

/** What of a wrapper's requests counts: the one that reaches a legacy path. */
function chosen(sent: readonly Sent[]): Sent | undefined {
  const matching = sent.map((item) => ({ item, match: matchUrl(item.url.flat, item.request.method.value) }));
  // A wrapper with a branch for each method sends them all, as far as can be told.
  const best = matching.find(({ match }) => match?.methodMatches) ?? matching.find(({ match }) => match);
  return best?.item ?? sent[0];
}

/** Why nothing can be said of a URL; undefined when its path is known at least in part. */
function blindness(
  { url }: Request,
  { flat, parts }: { readonly flat: string; readonly parts: readonly PlacedPart[] },
): string | undefined {
  if (!url) return 'the options that hold the URL are not in reach';
  const path = flat.replace(AUTHORITY, '').replace(/[?#].*$/s, '');
  if (/\w/.test(path) || !path.includes(HOLE)) return undefined;
  const unknown = parts.filter(({ part }) => part.kind === 'hole').at(-1)?.part;
  const name = unknown?.kind === 'hole' ? unknown.name : sourceOf(url);
  return unreached(name);
}

/** `path` of `/api/v1${path}`: by its name it is more than an id or a query. */
function unknownTail({
  flat,
  parts,
}: {
  readonly flat: string;
  readonly parts: readonly PlacedPart[];
}): string | undefined {
  const end = flat.search(/[?#]|$/);
  const tail = parts.find((placed) => placed.end === end)?.part;
  return tail?.kind === 'hole' && /(?:path|url|uri|endpoint|route|resource)$/i.test(tail.name)
    ? tail.name
    : undefined;
}

function notInReach(call: Term<TSESTree.CallExpression>): string {
  const name = sourceOf(at(call, call.node.callee));
  return `what \`${name.length > 60 ? `${name.slice(0, 57)}…` : name}\` is, is not in reach; it is given a legacy path`;
}

function unreached(name: string): string {
  return `the path is \`${name.length > 60 ? `${name.slice(0, 57)}…` : name}\`, whose value is not in reach`;
}
