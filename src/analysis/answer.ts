import type { TSESTree } from '@typescript-eslint/types';

import { type AnswerShape, type Outlet, WHOLE_ANSWER } from '../clients/client.js';
import type { Module, Node, Term } from '../syntax/module.js';
import { typeArgumentsOf } from '../syntax/type-arguments.js';
import { bodyPath, partOf } from './answer-part.js';
import { type How, trace, tracePattern, type Tracer } from './follow.js';
import { isOnError } from './outcome.js';
import { typed, type Way, WHOLE } from './way.js';

/** One place where something of an answer is used. */
export interface AnswerUse {
  readonly node: Node;
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
  readonly path: readonly string[] | undefined;
}

/** What becomes of an answer. */
export interface TracedAnswer {
  readonly uses: readonly AnswerUse[];
  /** Every expression that gives a part of it, and that part's path. */
  readonly nodes: ReadonlyMap<Node, string>;
  /** Of {@link nodes} those that get a part of it by a second way. */
  readonly joined: readonly AnswerUse[];
}

const known = new WeakMap<Node, TracedAnswer>();

/**
 * Follows what a request answers through `await`, `.then`, names, destructuring, own functions and returns.
 *
 * @param shape where the parsed body stands, by client
 * @param below the members of the parsed body that the call itself gives
 */
export function traceAnswer(
  call: Term<TSESTree.CallExpression>,
  shape: AnswerShape,
  below: readonly string[] = [],
): TracedAnswer {
  const before = known.get(call.node);
  if (before) return before;
  // `axios.get<Answer>(…)` speaks of the parsed body.
  const [type] = typeArgumentsOf(call.node);
  const answer = traced(call.module, { shape, below }, (tracer) => {
    trace(call.node, typed(WHOLE, type, shape[0]), tracer);
  });
  known.set(call.node, answer);
  return answer;
}

/** Follows an answer that does not come out of the call that sends the request. */
export function traceOutlets(call: Term<TSESTree.CallExpression>, outlets: readonly Outlet[]): TracedAnswer {
  const before = known.get(call.node);
  if (before) return before;
  const answer = traced(call.module, { shape: WHOLE_ANSWER, below: [] }, (tracer) => {
    for (const outlet of outlets) traceOutlet(outlet, tracer);
  });
  known.set(call.node, answer);
  return answer;
}

function traceOutlet(outlet: Outlet, tracer: Tracer): void {
  switch (outlet.kind) {
    case 'parameter': {
      const { pattern } = outlet;
      const use = (how: How): void => void tracer.uses.push({ node: pattern, way: WHOLE, how });
      return tracePattern(pattern, WHOLE, tracer, use);
    }
    case 'body':
      return trace(outlet.node, WHOLE, tracer);
    case 'away':
      return void tracer.uses.push({ node: outlet.node, way: WHOLE, how: outlet.how });
  }
}

/**
 * Follows what a `catch` is given.
 *
 * @param shape where the parsed body of an error's answer stands
 */
export function traceError(parameter: Node, module: Module, shape: AnswerShape): TracedAnswer {
  return traced(module, { shape, below: [] }, (tracer) => {
    tracePattern(parameter, WHOLE, tracer, () => undefined);
  });
}

interface Placed {
  readonly shape: AnswerShape;
  readonly below: readonly string[];
}

function traced(module: Module, place: Placed, start: (tracer: Tracer) => void): TracedAnswer {
  const { shape } = place;
  const tracer: Tracer = { module, shape, uses: [], visited: new Map(), again: [] };
  start(tracer);
  return {
    uses: tracer.uses.map((use) => useAt(use, place)),
    nodes: new Map(
      [...tracer.visited].map(([node, path]) => [node, (inBody(path, place) ?? path).join('.')]),
    ),
    joined: tracer.again.map(({ node, way }) => useAt({ node, way, how: 'read' }, place)),
  };
}

function useAt({ node, way, how }: Tracer['uses'][number], place: Placed): AnswerUse {
  const { part, path } = partOf(way.path, place.shape);
  return {
    node,
    how,
    part,
    path: part === 'json' ? [...place.below, ...path] : path,
    onError: isOnError(node),
    way,
    types: way.types.map(({ type, path }) => ({ type, path: inBody(path, place) })),
  };
}

function inBody(path: readonly string[], { shape, below }: Placed): readonly string[] | undefined {
  const found = bodyPath(path, shape);
  return found && [...below, ...found];
}
