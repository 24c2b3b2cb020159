import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';

import { at, type Bindings, type Bound, type Node, type Term } from './module.js';
import { patternPath, restOf } from './scope.js';
import { type FunctionNode, isFunction, walk } from './walk.js';

/** A function may be called in every line of a file, and each call asks. */
const known = new WeakMap<FunctionNode, { readonly result: TSESTree.Expression | undefined }>();

/** The expression that a function answers, when there is exactly one. */
export function singleResult(
  fn: FunctionNode,
  visitorKeys: Term['module']['visitorKeys'],
): TSESTree.Expression | undefined {
  if (fn.body.type !== 'BlockStatement') return fn.body;
  const before = known.get(fn);
  if (before) return before.result;
  const result = resultOf(fn.body, visitorKeys);
  known.set(fn, { result });
  return result;
}

function resultOf(
  body: TSESTree.BlockStatement,
  visitorKeys: Term['module']['visitorKeys'],
): TSESTree.Expression | undefined {
  const results: TSESTree.ReturnStatement[] = [];
  walk(body, visitorKeys, (node) => {
    if (node.type === 'ReturnStatement') results.push(node);
    return !isFunction(node);
  });
  const [first, ...others] = results.map(({ argument }) => argument ?? undefined);
  // `if (cached) return cached; cached = …; return cached;`
  const isSame = others.every(
    (other) => other?.type === 'Identifier' && first?.type === 'Identifier' && other.name === first.name,
  );
  return isSame ? first : undefined;
}

/** What the parameters of `fn` stand for in one call of it. */
export function bindParameters(
  fn: FunctionNode,
  call: Term<TSESTree.CallExpression | TSESTree.NewExpression>,
  callee: Term,
): Bindings {
  const bindings = new Map<Variable, Bound>();
  const variables = callee.module.scopes.getDeclaredVariables(fn);
  // TypeScript's `this` is no parameter at run time.
  const params = fn.params.filter((item) => item.type !== 'Identifier' || item.name !== 'this');
  for (const [index, parameter] of params.entries()) {
    const rest = parameter.type === 'RestElement';
    // `f(...args)`: the positions are not known; what is passed on as a whole has none.
    const before = call.node.arguments.slice(0, rest ? index : index + 1);
    if (before.some((item) => item.type === 'SpreadElement')) break;
    const value = rest ? call : argumentFor(parameter, call, index, callee);
    if (!value) continue;
    for (const variable of variables) {
      const [name] = variable.identifiers;
      if (!name || !isWithin(name, parameter)) continue;
      const path = patternPath(parameter, name);
      if (rest && parameter.argument === name) bindings.set(variable, { term: value, path: [], rest: index });
      else if (path) bindings.set(variable, { term: value, path });
      else {
        const part = restOf(parameter, name);
        if (part) bindings.set(variable, { term: value, ...part });
      }
    }
  }
  return bindings;
}

function argumentFor(
  parameter: TSESTree.Parameter,
  call: Term<TSESTree.CallExpression | TSESTree.NewExpression>,
  index: number,
  callee: Term,
): Term | undefined {
  const argument = call.node.arguments[index];
  if (argument) return at(call, argument);
  return parameter.type === 'AssignmentPattern' ? at(callee, parameter.right) : undefined;
}

function isWithin(node: Node, container: Node): boolean {
  return node.range[0] >= container.range[0] && node.range[1] <= container.range[1];
}
