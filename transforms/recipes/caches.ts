import type { LegacyCall } from '../../src/analysis/call.js';
import { successorText } from '../../src/endpoints/lookup.js';
import { type Entity, entityOf } from '../../src/syntax/entity.js';
import { evaluateKnown } from '../../src/syntax/evaluate.js';
import { at, type Term } from '../../src/syntax/module.js';
import { deref, member } from '../../src/syntax/resolve.js';
import { optionsOf } from '../edits/content-type.js';
import type { Problem } from '../problem.js';

/** Modes of fetch that ask no cache. */
const UNCACHED = ['default', 'no-store', 'no-cache', 'reload'];

/** The problem with a GET whose answer comes out of a cache that keeps no POST. */
export function cacheProblems(call: LegacyCall): Problem[] {
  const cache = cacheOf(call);
  const successor = successorText(call.match.endpoint);
  return cache === undefined ? [] : [{ id: 'AK342', args: { cache: `\`${cache}\``, successor } }];
}

/** The problem with a read whose URL is the key of a cache, and which a fetcher sends that gets nothing else. */
export function keyProblems({ call, client, match }: LegacyCall): Problem[] {
  if (client !== 'swr') return [];
  const fetcher = call.node.arguments[1];
  const args = {
    fetcher: fetcher?.type === 'Identifier' ? `\`${fetcher.name}\`` : 'its fetcher',
    successor: successorText(match.endpoint),
  };
  return [{ id: 'AK345', args }];
}

function cacheOf(sent: LegacyCall): string | undefined {
  const { call, client, request } = sent;
  switch (client) {
    case 'fetch': {
      const options = request.payload.kind === 'option' ? request.payload.options : undefined;
      const mode = options && member(options, 'cache');
      const known = mode && evaluateKnown(mode);
      if (mode && (known === undefined || !UNCACHED.includes(known))) return 'cache';
      const next = options && member(options, 'next');
      return next && isKept(next) ? 'next' : undefined;
    }
    case 'got': {
      const cache = optionsOf(sent).map((item) => member(item, 'cache'));
      return cache.some((item) => item && !isOff(item)) ? 'cache' : undefined;
    }
    case 'axios':
      return isFrom(entityOf(at(call, call.node.callee)), 'axios-cache-interceptor')
        ? 'axios-cache-interceptor'
        : undefined;
    default:
      return undefined;
  }
}

/** `next: { revalidate: 60 }`, `next: { tags: […] }`; zero keeps nothing. */
function isKept(next: Term): boolean {
  const revalidate = member(next, 'revalidate');
  if (!revalidate) return member(next, 'tags') !== undefined;
  const { node } = deref(revalidate);
  return node.type !== 'Literal' || node.value !== 0;
}

function isOff(term: Term): boolean {
  const { node } = deref(term);
  return node.type === 'Literal'
    ? node.value === false
    : node.type === 'Identifier' && node.name === 'undefined';
}

function isFrom(entity: Entity | undefined, source: string): boolean {
  if (entity?.kind === 'module') return entity.source === source;
  return entity?.kind === 'result' && isFrom(entity.of, source);
}
