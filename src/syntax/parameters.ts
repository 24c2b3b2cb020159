import { bindParameters } from './functions.js';
import { at, type Bound, type Term } from './module.js';
import { bindingOf, findVariable } from './scope.js';
import type { Variable } from './scopes/types.js';
import { isFunction } from './walk.js';

export function isDeclared({ identifiers: [name] }: Variable): boolean {
  return name?.type === 'Identifier' && name.typeAnnotation?.typeAnnotation.type === 'TSTypeReference';
}

/** A parameter of which nothing is known. */
export function isOpaque({ node, module, bindings }: Term): boolean {
  if (node.type === 'Identifier' && node.name === 'undefined') return true;
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, module) : undefined;
  return (
    variable !== undefined &&
    !bindings.has(variable) &&
    bindingOf(variable).kind === 'parameter' &&
    !isDeclared(variable)
  );
}

/** `(function ($) { … })(jQuery)` */
export function givenAtOnce(variable: Variable, term: Term): Bound | undefined {
  const fn = variable.defs[0]?.node;
  if (!fn || !isFunction(fn) || fn.parent.type !== 'CallExpression' || fn.parent.callee !== fn)
    return undefined;
  return bindParameters(fn, at(term, fn.parent), at(term, fn)).get(variable);
}

export function patternDefault({ identifiers: [name] }: Variable, term: Term): Term | undefined {
  const parent = name?.parent;
  return parent?.type === 'AssignmentPattern' && parent.left === name ? at(term, parent.right) : undefined;
}
