import type { TSESTree } from '@typescript-eslint/types';

import type { Request } from '../clients/client.js';
import { CLIENTS } from '../clients/index.js';
import { AUTHORITY, HOLE, matchUrl } from '../endpoints/match.js';
import { entityOf } from '../syntax/entity.js';
import { evaluate, joinUrl } from '../syntax/evaluate.js';
import { at, type Module, sourceOf, type Term, termOf } from '../syntax/module.js';
import { newBudget } from '../syntax/resolve.js';
import { flatten, type PlacedPart } from '../syntax/text.js';
import { walk } from '../syntax/walk.js';
import type { Analysis, BlindSpot, LegacyCall } from './call.js';
import { judge } from './confidence.js';
import { definitionsIn } from './definitions.js';
import { trailOf } from './trail.js';

export interface AnalyseOptions {
  /** See {@link judge}. */
  readonly baseUrls?: readonly string[] | undefined;
}

/** Finds the calls of deprecated endpoints in one file, of every confidence, in source order. */
export function analyse(module: Module, options: AnalyseOptions = {}): Analysis {
  const calls: LegacyCall[] = [];
  const blindSpots: BlindSpot[] = [];
  let httpCalls = 0;
  walk(module.ast, module.visitorKeys, (node) => {
    if (node.type !== 'CallExpression') return;
    const call = termOf(node, module);
    const sent = recognise(call);
    if (!sent) return;
    httpCalls++;
    const { client, request } = sent;
    const budget = newBudget();
    const text = request.url ? joinUrl(request.base, evaluate(request.url, budget)) : [];
    const url = flatten(text, HOLE);
    const why = blindness(request, url);
    if (why !== undefined) {
      blindSpots.push({ call, client, why });
      return;
    }
    const match = matchUrl(url.flat, request.method.value);
    const judgement = match && judge(match, request, url.parts, options.baseUrls, node);
    if (!match) {
      const tail = unknownTail(url);
      if (tail !== undefined) blindSpots.push({ call, client, why: unreached(tail) });
    }
    if (!match || !judgement) return;
    calls.push({
      call,
      kind: 'request',
      client,
      request,
      match,
      url,
      seen: budget.seen,
      ...judgement,
      trail: trailOf(call, url.parts),
      pseudoTemplate: url.parts.some(({ part }) => part.kind === 'hole' && part.pseudo),
    });
  });
  return { module, calls, blindSpots, definitions: definitionsIn(module, calls), httpCalls };
}

/** The client that a call belongs to and what it sends; undefined for every other call. */
function recognise(call: Term<TSESTree.CallExpression>): { client: string; request: Request } | undefined {
  const callee = entityOf(at(call, call.node.callee));
  if (!callee) return undefined;
  for (const client of CLIENTS) {
    const request = client.request({ call, callee });
    if (request) return { client: client.id, request };
  }
  return undefined;
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

function unreached(name: string): string {
  return `the path is \`${name.length > 60 ? `${name.slice(0, 57)}…` : name}\`, whose value is not in reach`;
}
