import { at, sourceOf, type Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { isOfPlatformClass } from './platform-class.js';

/**
 * What `JSON.stringify(x)` encodes, else the term itself. `x ? JSON.stringify(x) : undefined` encodes an x that is an
 * object in reach.
 */
export function decoded(term: Term | undefined): Term | undefined {
  if (!term) return undefined;
  const value = encodedWhenGiven(deref(term)) ?? deref(term);
  const { node } = value;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return term;
  const { object, property } = node.callee;
  const isStringify =
    object.type === 'Identifier' &&
    object.name === 'JSON' &&
    property.type === 'Identifier' &&
    property.name === 'stringify';
  const [first] = node.arguments;
  return isStringify && first ? withoutDefault(at(value, first)) : term;
}

/** The branch that runs where the condition is that an object is given, and it is one. */
function encodedWhenGiven(term: Term): Term | undefined {
  const { node } = term;
  if (node.type === 'LogicalExpression')
    return node.operator === '&&' && isObject(at(term, node.left)) ? deref(at(term, node.right)) : undefined;
  if (node.type !== 'ConditionalExpression') return undefined;
  const { test, consequent, alternate } = node;
  const isSentAsItIs = isOfPlatformClass(at(term, test));
  if (isSentAsItIs !== undefined) return deref(at(term, isSentAsItIs ? consequent : alternate));
  const isNegated = test.type === 'UnaryExpression' && test.operator === '!';
  const isCompared =
    test.type === 'BinaryExpression' &&
    /^[!=]==?$/.test(test.operator) &&
    /^(?:undefined|null)$/.test(sourceOf(at(term, test.right)));
  const asked = isNegated ? test.argument : isCompared ? test.left : test;
  if (asked.type === 'PrivateIdentifier' || !isObject(at(term, asked))) return undefined;
  const isGiven = isCompared ? test.operator.startsWith('!') : !isNegated;
  return deref(at(term, isGiven ? consequent : alternate));
}

/** `body ?? {}` is the body, where it is an object in reach. */
function withoutDefault(term: Term): Term {
  const { node } = deref(term);
  if (node.type !== 'LogicalExpression' || node.operator === '&&') return term;
  const left = at(deref(term), node.left);
  return isObject(left) ? left : term;
}

function isObject(term: Term): boolean {
  return deref(term).node.type === 'ObjectExpression';
}
