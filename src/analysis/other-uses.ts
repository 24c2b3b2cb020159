import type { TSESTree } from '@typescript-eslint/types';

import { isDeclaration } from '../clients/unknown.js';
import { evaluate } from '../syntax/evaluate.js';
import { keyedValues } from '../syntax/keyed.js';
import { at, type Module, type Node, sourceOf, type Term, termOf } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { calleeName } from '../syntax/scope.js';
import type { TextPart } from '../syntax/text.js';
import { isFunction, walk } from '../syntax/walk.js';
import { isLink, isOfRoute } from './other-meanings.js';

/** What writes down what happens. */
const LOGS = /^(?:console|log|logger|debug|winston|pino|Sentry)\b/;
/** Functions that lead to a page, compare or list what they are given. */
const NO_REQUEST =
  /^(?:navigate|redirect\w*|\w*Redirect|push|pushState|replaceState|goto|visit|to[A-Z]\w*|startsWith|endsWith|includes|indexOf|equals?|matches|test|add|has)$/;
/** Where a page goes. */
const LOCATION = /(?:^|\.)(?:href|pathname|location)$/;

/** The texts that a file does something else with than to send them: declares a route, links, lists, compares, logs. */
export function otherUses(module: Module): TextPart[] {
  const found: TextPart[] = [];
  walk(module.ast, module.visitorKeys, (node) => {
    if (!isValue(node) || !isOtherUse(node, module)) return;
    // `PAGES[name]`
    const values = [termOf(node, module), ...keyedValues(termOf(node, module))];
    found.push(...values.flatMap((value) => evaluate(value)).filter((part) => part.kind === 'text'));
  });
  return found;
}

function isValue({ type }: Node): boolean {
  return (
    type === 'Identifier' ||
    type === 'MemberExpression' ||
    type === 'TemplateLiteral' ||
    type === 'CallExpression'
  );
}

function isOtherUse(node: Node, module: Module): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'CallExpression':
      return parent.callee !== node && sendsNothing(termOf(parent, module));
    case 'Property':
      return parent.key === node ? parent.computed : isOfRoute(parent);
    case 'MemberExpression':
      return parent.property === node && parent.computed;
    case 'JSXExpressionContainer':
      return parent.parent.type === 'JSXAttribute' && isLink(parent.parent);
    case 'BinaryExpression':
      return /^[!=]==?$/.test(parent.operator);
    // `PUBLIC = [LOGIN, INIT]`
    case 'ArrayExpression':
    case 'SwitchCase':
    case 'SwitchStatement':
      return true;
    case 'AssignmentExpression':
      return parent.right === node && LOCATION.test(sourceOf(termOf(parent.left, module)));
    default:
      return false;
  }
}

/** A declaration, a log, or a function in reach: what that sends would have been seen. */
function sendsNothing(call: Term<TSESTree.CallExpression>): boolean {
  const callee = at(call, call.node.callee);
  if (NO_REQUEST.test(calleeName(call.node) ?? '')) return true;
  return isDeclaration(call) || LOGS.test(sourceOf(callee)) || isFunction(deref(callee).node);
}
