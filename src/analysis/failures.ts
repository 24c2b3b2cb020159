import type { TSESTree } from '@typescript-eslint/types';

import type { AnswerShape } from '../clients/client.js';
import { type Module, type Node, termOf } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { keyName } from '../syntax/scope.js';
import { isFunction } from '../syntax/walk.js';
import { type AnswerUse, traceError, type TracedAnswer } from './answer.js';
import type { Mentions } from './callers.js';

/** Where the clients' errors have the parsed body of the answer. */
const BODIES: AnswerShape = [
  // axios
  ['response', 'data'],
  // got, superagent
  ['response', 'body'],
  // ky
  ['response', 'json', '()'],
  // Angular
  ['error'],
  // ofetch
  ['data'],
  // wretch
  ['json'],
];

/** What is read of the answers of failed requests, where the errors of a call are caught. */
export function errorUses({ nodes }: TracedAnswer, mentions: Mentions): AnswerUse[] {
  const caught = new Map<Node, Module>();
  for (const [node, { module }] of nodes)
    for (const parameter of parametersAround(node, module)) caught.set(parameter, module);
  return [...caught].flatMap(
    ([parameter, module]) => traceError(termOf(parameter, module), BODIES, mentions).uses,
  );
}

/** The parameters that get what `node` throws or rejects with. */
function parametersAround(node: Node, module: Module): Node[] {
  // A promise that a function is given: `await request`
  if (node.type === 'AwaitExpression') return [caughtAround(node)].filter((item) => item !== undefined);
  if (node.type !== 'CallExpression') return [];
  return [caughtAround(node), rejectedInto(node, module)].filter((parameter) => parameter !== undefined);
}

/** Of the nearest `catch` in the same function. */
function caughtAround(node: Node): Node | undefined {
  for (let child = node, { parent } = node; parent; child = parent, parent = parent.parent) {
    if (isFunction(parent)) return undefined;
    if (parent.type === 'TryStatement' && parent.block === child && parent.handler)
      return parent.handler.param ?? undefined;
  }
  return undefined;
}

/** Of `call.catch((error) => …)` and `call.then(done, (error) => …)`, which may stand further on in the chain. */
function rejectedInto(call: TSESTree.CallExpression, module: Module): Node | undefined {
  for (let link = call; ;) {
    const { parent } = link;
    if (parent.type !== 'MemberExpression' || parent.object !== link) return undefined;
    const next = parent.parent;
    if (next.type !== 'CallExpression' || next.callee !== parent) return undefined;
    const name = keyName({ key: parent.property, computed: parent.computed });
    const handler = name === 'catch' ? next.arguments[0] : name === 'then' ? next.arguments[1] : undefined;
    const fn = handler && deref(termOf(handler, module)).node;
    if (fn) return isFunction(fn) ? fn.params[0] : undefined;
    link = next;
  }
}
