import type { TSESTree } from '@typescript-eslint/types';

import type { AnswerShape } from '../clients/client.js';
import type { Module, Node, Term } from '../syntax/module.js';
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
 */
export function traceAnswer(call: Term<TSESTree.CallExpression>, shape: AnswerShape): TracedAnswer {
  const before = known.get(call.node);
  if (before) return before;
  // `axios.get<Answer>(…)` speaks of the parsed body.
  const [type] = call.node.typeArguments?.params ?? [];
  const answer = traced(call.module, shape, (tracer) => {
    trace(call.node, typed(WHOLE, type, shape[0]), tracer);
  });
  known.set(call.node, answer);
  return answer;
}

/**
 * Follows what a `catch` is given.
 *
 * @param shape where the parsed body of an error's answer stands
 */
export function traceError(parameter: Node, module: Module, shape: AnswerShape): TracedAnswer {
  return traced(module, shape, (tracer) => {
    tracePattern(parameter, WHOLE, tracer, () => undefined);
  });
}

function traced(module: Module, shape: AnswerShape, start: (tracer: Tracer) => void): TracedAnswer {
  const tracer: Tracer = { module, shape, uses: [], visited: new Map(), again: [] };
  start(tracer);
  const use = ({ node, way, how }: Tracer['uses'][number]): AnswerUse => ({
    node,
    how,
    ...partOf(way.path, shape),
    onError: isOnError(node),
    way,
  });
  return {
    uses: tracer.uses.map(use),
    nodes: new Map(
      [...tracer.visited].map(([node, path]) => [node, (bodyPath(path, shape) ?? path).join('.')]),
    ),
    joined: tracer.again.map(({ node, way }) => use({ node, way, how: 'read' })),
  };
}
