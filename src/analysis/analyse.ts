import type { Request } from '../clients/client.js';
import { AUTHORITY, HOLE, matchUrl } from '../endpoints/match.js';
import { type Module, type Node, sourceOf, termOf } from '../syntax/module.js';
import type { PlacedPart } from '../syntax/text.js';
import { walk } from '../syntax/walk.js';
import type { Analysis, BlindSpot, LegacyCall } from './call.js';
import { judge } from './confidence.js';
import { definitionsIn } from './definitions.js';
import { recognise, type Sent } from './recognise.js';
import { settle } from './settle.js';
import { trailOf } from './trail.js';
import { isOpen } from './wrappers.js';

export interface AnalyseOptions {
  /** See {@link judge}. */
  readonly baseUrls?: readonly string[] | undefined;
}

/** Finds the calls of deprecated endpoints in one file, of every confidence, in source order. */
export function analyse(module: Module, options: AnalyseOptions = {}): Analysis {
  const calls: LegacyCall[] = [];
  const blindSpots: BlindSpot[] = [];
  const wrapped = new Set<Node>();
  let httpCalls = 0;
  walk(module.ast, module.visitorKeys, (node) => {
    if (node.type !== 'CallExpression') return;
    const call = termOf(node, module);
    const sent = chosen(recognise(call));
    if (!sent) return;
    const { client, request, url, through } = sent;
    for (const item of through) wrapped.add(item.node);
    const why = blindness(request, url);
    httpCalls++;
    if (why !== undefined) {
      blindSpots.push({ call, client, why });
      return;
    }
    const match = matchUrl(url.flat, request.method.value);
    const judgement = match && judge(match, request, url.parts, options.baseUrls, call, through);
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
      seen: url.seen,
      through,
      isOpen: isOpen(sent),
      ...judgement,
      trail: trailOf(call, url.parts, through),
      pseudoTemplate: url.parts.some(({ part }) => part.kind === 'hole' && part.pseudo),
    });
  });
  const definitions = definitionsIn(module, calls);
  const [settled] = settle([{ module, calls, blindSpots, definitions, httpCalls, wrapped }]);
  return settled ?? { module, calls, blindSpots, definitions, httpCalls, wrapped };
}

/** What of a wrapper's requests counts: the one that reaches a legacy path. */
function chosen(sent: readonly Sent[]): Sent | undefined {
  return sent.find(({ url, request }) => matchUrl(url.flat, request.method.value)) ?? sent[0];
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
