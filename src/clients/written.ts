import type { TSESTree } from '@typescript-eslint/types';

import { at, type Node, type Term } from '../syntax/module.js';
import { startOf } from '../syntax/ranges.js';
import { findVariable, keyName } from '../syntax/scope.js';
import type { Payload } from './client.js';
import { decoded } from './decoded.js';

type Written = Payload & { readonly kind: 'written' };

/** What is done with a request that a variable holds. */
export interface WrittenRequest {
  readonly payload: Written;
  /** Before any `JSON.stringify`; undefined for none. */
  readonly body: Term | undefined;
}

/** How a client's request is written. */
export interface Writing {
  /** `end` of node:http, `send` of XMLHttpRequest. */
  readonly end: string;
  /** Writes a piece of the body before. */
  readonly write: string | undefined;
  readonly setter: Written['setter'];
  /** Other members that leave the body and what is sent before it alone. */
  readonly harmless: readonly string[];
}

/**
 * The request in the variable `name`, when everything that is done with it is in sight, and one call in the block of its
 * declaration ends it.
 *
 * @param start the statement after which it is written
 */
export function writtenRequest(
  name: Term,
  start: Node,
  writing: Writing,
  options: Term | undefined,
): WrittenRequest | undefined {
  const calls = callsOn(name, writing);
  const named = (wanted: string | undefined): Term<TSESTree.CallExpression>[] =>
    calls?.filter(({ node }) => wanted !== undefined && memberCalled(node) === wanted) ?? [];
  const [by, more] = named(writing.end);
  const [piece, second] = named(writing.write);
  if (!calls || !by || more || second) return undefined;
  const inLine = [by, piece].every((call) => !call || isAfter(call.node, start));
  const [sent, ...rest] = by.node.arguments;
  if (!inLine || rest.length > 0 || sent?.type === 'SpreadElement') return undefined;
  // What follows the end of a piece is another piece.
  if (piece && (sent || startOf(piece.node) > startOf(by.node))) return undefined;
  const [written] = piece ? piece.node.arguments : by.node.arguments;
  const payload = { kind: 'written', by, calls, setter: writing.setter, options } as const;
  return { payload, body: written && decoded(at(name, written)) };
}

/** The calls on a variable; undefined where it is used in another way. */
function callsOn(name: Term, writing: Writing): Term<TSESTree.CallExpression>[] | undefined {
  const { node, module } = name;
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, module) : undefined;
  const known = [writing.end, writing.write, writing.setter, ...writing.harmless];
  const calls: Term<TSESTree.CallExpression>[] = [];
  for (const { identifier, init } of variable?.references ?? []) {
    if (init) continue;
    const access = identifier.parent;
    if (access.type !== 'MemberExpression' || access.object !== identifier) return undefined;
    const member = keyName({ key: access.property, computed: access.computed });
    if (member === undefined || !known.includes(member)) return undefined;
    const { parent } = access;
    if (parent.type === 'CallExpression' && parent.callee === access) calls.push(at(name, parent));
    // `request.end` handed on would end it elsewhere.
    else if (!writing.harmless.includes(member)) return undefined;
  }
  return variable && calls;
}

function memberCalled({ callee }: TSESTree.CallExpression): string | undefined {
  return callee.type === 'MemberExpression'
    ? keyName({ key: callee.property, computed: callee.computed })
    : undefined;
}

/** A statement of its own in the same block, further down. */
function isAfter(call: Node, start: Node): boolean {
  const statement = call.parent;
  return (
    statement?.type === 'ExpressionStatement' &&
    statement.parent === start.parent &&
    startOf(statement) > startOf(start)
  );
}
