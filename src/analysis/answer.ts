import type { TSESTree } from '@typescript-eslint/types';

import { type AnswerShape, type Outlet, WHOLE_ANSWER } from '../clients/client.js';
import { type Module, type Node, type Term, termOf } from '../syntax/module.js';
import { typeArgumentsOf } from '../syntax/type-arguments.js';
import { bodyPath, partOf } from './answer-part.js';
import { type Mentions, mentionsInFile } from './callers.js';
import { type Arrival, type How, trace, tracePattern, type Tracer } from './follow.js';
import { frameKey } from './frames.js';
import { isOnError } from './outcome.js';
import { type Joint, typed, type Way, WHOLE } from './way.js';

/** One place where something of an answer is used. */
export interface AnswerUse {
  readonly node: Node;
  readonly module: Module;
  /**
   * `json`: `path` below the parsed body, empty for all of it. `transport`: the status code, the headers and the like.
   */
  readonly part: 'json' | 'transport';
  readonly path: readonly string[];
  /** `read`: used as a value here. The others: it leaves what this file can follow. */
  readonly how: How;
  /** Only where the request has failed: below `if (!response.ok)`. */
  readonly onError: boolean;
  readonly way: Way;
  /** What the code declares on the way; `path` is one below the parsed body, undefined for what lies beside it. */
  readonly types: readonly DeclaredType[];
}

export interface DeclaredType {
  readonly type: TSESTree.TypeNode;
  readonly module: Module;
  readonly path: readonly string[] | undefined;
  /** Where something else may come to it. */
  readonly joints: readonly Joint[];
}

/** What becomes of an answer. */
export interface TracedAnswer {
  readonly uses: readonly AnswerUse[];
  /** Every expression that gives a part of it. */
  readonly nodes: ReadonlyMap<Node, AnswerNode>;
  /** Of {@link nodes} those that get a part of it by a second way. */
  readonly joined: readonly AnswerUse[];
}

/** An expression that gives a part of an answer. */
export interface AnswerNode {
  readonly module: Module;
  /** Of the parts: one, but for a function that is given several. */
  readonly paths: ReadonlySet<string>;
}

/** More expressions than these are not followed. */
const MOST = 4_000;

const known = new WeakMap<Node, { readonly mentions: Mentions; readonly answer: TracedAnswer }>();

/**
 * Follows what a request answers through `await`, `.then`, names, destructuring, own functions and returns.
 *
 * @param shape where the parsed body stands, by client
 * @param below the members of the parsed body that the call itself gives
 * @param mentions who calls the functions that the answer is returned from
 */
export function traceAnswer(
  call: Term<TSESTree.CallExpression>,
  shape: AnswerShape,
  below: readonly string[] = [],
  mentions: Mentions = mentionsInFile,
): TracedAnswer {
  return once(call, mentions, () => {
    // `axios.get<Answer>(…)` speaks of the parsed body.
    const [type] = typeArgumentsOf(call.node);
    const way = typed(WHOLE, type, call.module, shape[0]);
    return traced({ shape, below }, mentions, (tracer) => void trace(call, way, tracer));
  });
}

/** Follows an answer that does not come out of the call that sends the request. */
export function traceOutlets(
  call: Term<TSESTree.CallExpression>,
  outlets: readonly Outlet[],
  mentions: Mentions,
): TracedAnswer {
  return once(call, mentions, () =>
    traced({ shape: WHOLE_ANSWER, below: [] }, mentions, (tracer) => {
      for (const outlet of outlets) traceOutlet(outlet, call.module, tracer);
    }),
  );
}

/** Several ask for what becomes of a call's answer. */
function once({ node }: Term, mentions: Mentions, follow: () => TracedAnswer): TracedAnswer {
  const before = known.get(node);
  if (before?.mentions === mentions) return before.answer;
  const answer = follow();
  known.set(node, { mentions, answer });
  return answer;
}

function traceOutlet(outlet: Outlet, module: Module, tracer: Tracer): void {
  switch (outlet.kind) {
    case 'parameter': {
      const term = termOf(outlet.pattern, module);
      return tracePattern(term, WHOLE, tracer, (how) => tracer.use({ term, way: WHOLE }, how));
    }
    case 'body':
      return trace(termOf(outlet.node, module), WHOLE, tracer);
    case 'away':
      return tracer.use({ term: termOf(outlet.node, module), way: WHOLE }, outlet.how);
  }
}

/**
 * Follows what a `catch` is given.
 *
 * @param shape where the parsed body of an error's answer stands
 */
export function traceError(parameter: Term, shape: AnswerShape, mentions: Mentions): TracedAnswer {
  return traced({ shape, below: [] }, mentions, (tracer) => {
    tracePattern(parameter, WHOLE, tracer, () => undefined);
  });
}

interface Placed {
  readonly shape: AnswerShape;
  readonly below: readonly string[];
}

function traced(place: Placed, mentions: Mentions, start: (tracer: Tracer) => void): TracedAnswer {
  const uses: AnswerUse[] = [];
  const joined: AnswerUse[] = [];
  const nodes = new Map<Node, { module: Module; paths: Set<string> }>();
  const ids = new Map<Node, number>();
  const idOf = (node: Node): number => ids.get(node) ?? (ids.set(node, ids.size), ids.size - 1);
  const visited = new Set<string>();
  const take = ({ term, way }: Arrival): void => {
    const paths = nodes.get(term.node)?.paths ?? new Set();
    paths.add((inBody(way.path, place) ?? way.path).join('.'));
    nodes.set(term.node, { module: term.module, paths });
  };
  const use = (arrival: Arrival, how: How): void => void uses.push(useAt(arrival, how, place));
  start({
    shape: place.shape,
    mentions,
    use,
    take,
    visit(arrival) {
      const key = `${idOf(arrival.term.node)}:${frameKey(arrival.way, idOf)}`;
      if (visited.has(key)) {
        joined.push(useAt(arrival, 'read', place));
        return false;
      }
      visited.add(key);
      take(arrival);
      if (visited.size <= MOST) return true;
      use(arrival, 'passed');
      return false;
    },
  });
  return { uses, nodes, joined };
}

function useAt({ term: { node, module }, way }: Arrival, how: How, place: Placed): AnswerUse {
  const { part, path } = partOf(way.path, place.shape);
  return {
    node,
    module,
    how,
    part,
    path: part === 'json' ? [...place.below, ...path] : path,
    onError: isOnError(node),
    way,
    types: way.types.map((item) => ({ ...item, path: inBody(item.path, place) })),
  };
}

function inBody(path: readonly string[], { shape, below }: Placed): readonly string[] | undefined {
  const found = bodyPath(path, shape);
  return found && [...below, ...found];
}
