import type { TSESTree } from '@typescript-eslint/types';

import { entityOf } from '../syntax/entity.js';
import { evaluateKnown } from '../syntax/evaluate.js';
import { at, type Term } from '../syntax/module.js';
import { type Budget, deref, member, newBudget } from '../syntax/resolve.js';
import { keyName } from '../syntax/scope.js';
import { usesOf } from '../syntax/uses.js';

/** Lower-case names of the headers that the `headers` option of any of the objects sets, as far as it is in reach. */
export function optionHeaders(...objects: readonly (Term | undefined)[]): string[] {
  return objects.flatMap((object) => {
    if (!object) return [];
    // `config.headers['x-connectfi-token'] = …`
    const later = usesOf(object).flatMap(({ path: [first, name], node }) =>
      first === 'headers' && name !== undefined && node.type === 'AssignmentExpression' ? [name] : [],
    );
    return [...headerNames(member(object, 'headers')), ...later.map((name) => name.toLowerCase())];
  });
}

/** The names that an object, a `new Headers(…)` or a list of pairs has, and those that it is given later. */
export function headerNames(term: Term | undefined, budget: Budget = newBudget()): string[] {
  if (!term || budget.steps-- <= 0) return [];
  const assigned = usesOf(term).flatMap(({ path, node }) =>
    path.length === 1 && node.type === 'AssignmentExpression' ? path : [],
  );
  return [
    ...namesOf(term, budget),
    ...assigned.map((name) => name.toLowerCase()),
    ...headersSetBy(term, 'set', 'append'),
  ];
}

/** The names that calls such as `request.setHeader(name, …)` on the variable `term` set. */
export function headersSetBy(term: Term, ...methods: readonly string[]): string[] {
  return usesOf(term).flatMap(({ path: [method, ...more], node }) => {
    if (method === undefined || more.length > 0 || !methods.includes(method)) return [];
    const [name] = node.type === 'CallExpression' ? node.arguments : [];
    return name ? (evaluateKnown(at(term, name))?.toLowerCase() ?? []) : [];
  });
}

/** The variable that a call's result is kept in. */
export function keptIn(call: Term<TSESTree.CallExpression | TSESTree.NewExpression>): Term | undefined {
  const { parent } = call.node;
  if (parent?.type === 'VariableDeclarator') return at(call, parent.id);
  return parent?.type === 'AssignmentExpression' ? at(call, parent.left) : undefined;
}

function namesOf(term: Term, budget: Budget): string[] {
  const value = deref(term, budget);
  const { node } = value;
  switch (node.type) {
    case 'ObjectExpression':
      return node.properties.flatMap((property) => {
        if (property.type === 'SpreadElement') return headerNames(at(value, property.argument), budget);
        const name = property.computed ? evaluateKnown(at(value, property.key)) : keyName(property);
        return name === undefined ? [] : [name.toLowerCase()];
      });
    case 'ArrayExpression':
      return node.elements.flatMap((item) => {
        const [name] = item?.type === 'ArrayExpression' ? item.elements : [];
        const text = name && evaluateKnown(at(value, name));
        return text ? [text.toLowerCase()] : [];
      });
    // `...(token && { 'x-connectfi-token': token })`
    case 'LogicalExpression':
      return headerNames(at(value, node.right), budget);
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap((item) => headerNames(at(value, item), budget));
    case 'NewExpression': {
      const [init] = node.arguments;
      const callee = entityOf(at(value, node.callee));
      return init && callee?.path.at(-1) === 'Headers' ? headerNames(at(value, init), budget) : [];
    }
    default:
      return [];
  }
}
