import type { TSESTree } from '@typescript-eslint/types';

import { bindParameters, type Call, singleResult } from './functions.js';
import type { Node, Term } from './module.js';
import { keyName } from './scope.js';
import { type FunctionNode, walk } from './walk.js';

/** A call of a method that answers its own object: `.setPath(path)` of `new Builder().setPath(path).send()`. */
export interface Link {
  /** What the method is called on. */
  readonly object: Term;
  /** The method's function. */
  readonly method: Term<FunctionNode>;
  readonly call: Call;
}

const starts = new WeakMap<Node, Node>();

/** What a chain of calls begins with: `new Builder()` of `new Builder().setPath(path).send()`. */
export function chainStart(node: Node): Node {
  const passed: Node[] = [];
  let start = node;
  while (start.type === 'CallExpression' && start.callee.type === 'MemberExpression') {
    const before = starts.get(start);
    if (!before) passed.push(start);
    start = before ?? start.callee.object;
  }
  // Each call of a long chain asks.
  for (const item of passed) starts.set(item, start);
  return start;
}

/** `'/things/:id'.replace`: methods of texts are the language's own, and so is what is called on these. */
export function isOfText(callee: Node): boolean {
  if (callee.type !== 'MemberExpression') return false;
  const { type } = chainStart(callee.object);
  return type === 'Literal' || type === 'TemplateLiteral';
}

/** What the calls of a chain set `this.a.b` to; `path` is `['a', 'b']`, and the last call stands first. */
export function setByLinks(links: readonly Link[], path: readonly string[]): Term | undefined {
  for (const { method, call } of links) {
    const [value, second] = assignmentsIn(method).filter(({ left }) => isPath(left, path));
    if (!value) continue;
    if (second || value.operator !== '=') return undefined;
    const bindings = new Map([...method.bindings, ...bindParameters(method.node, call, method)]);
    return { node: value.right, module: method.module, bindings };
  }
  return undefined;
}

/** `setPath(path) { …; return this; }` */
export function answersItself(fn: FunctionNode, visitorKeys: Term['module']['visitorKeys']): boolean {
  return fn.body.type === 'BlockStatement' && singleResult(fn, visitorKeys)?.type === 'ThisExpression';
}

function assignmentsIn({ node, module }: Term<FunctionNode>): TSESTree.AssignmentExpression[] {
  const found: TSESTree.AssignmentExpression[] = [];
  walk(node.body, module.visitorKeys, (item) => {
    if (item.type === 'AssignmentExpression') found.push(item);
  });
  return found;
}

/** `this.a.b` */
function isPath(node: TSESTree.Node, path: readonly string[]): boolean {
  if (path.length === 0) return node.type === 'ThisExpression';
  if (node.type !== 'MemberExpression') return false;
  const name = keyName({ key: node.property, computed: node.computed });
  return name === path.at(-1) && isPath(node.object, path.slice(0, -1));
}
