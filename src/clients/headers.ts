import type { TSESTree } from '@typescript-eslint/types';

import { entityOf } from '../syntax/entity.js';
import { evaluateKnown } from '../syntax/evaluate.js';
import { at, type Term } from '../syntax/module.js';
import { type Budget, newBudget } from '../syntax/budget.js';
import { deref, member } from '../syntax/resolve.js';
import { keyName } from '../syntax/scope.js';
import { type Use, usesOf } from '../syntax/uses.js';

/** Lower-case names of the headers that the `headers` option of any of the objects sets, as far as it is in reach. */
export function optionHeaders(...objects: readonly (Term | undefined)[]): readonly string[] {
  return joined(
    ...objects.flatMap((object) => {
      if (!object) return [];
      // `config.headers['x-connectfi-token'] = …`
      const later = usesOf(object, 'headers').flatMap(({ path: [, name], node }) =>
        name !== undefined && node.type === 'AssignmentExpression' ? [name.toLowerCase()] : [],
      );
      return [headerNames(member(object, 'headers')), later];
    }),
  );
}

/** The names that an object, a `new Headers(…)` or a list of pairs has, and those that it is given later. */
export function headerNames(term: Term | undefined, budget: Budget = newBudget()): readonly string[] {
  if (!term || budget.steps-- <= 0) return NONE;
  return joined(namesOf(term, budget), namesAssigned(usesOf(term)), headersSetBy(term, 'set', 'append'));
}

const NONE: readonly string[] = [];

/** Where only one list has names, the list itself: it may be long, and asked for in every line of a large file. */
function joined(...lists: readonly (readonly string[])[]): readonly string[] {
  const [first = NONE, second] = lists.filter((list) => list.length > 0);
  return second ? lists.flat() : first;
}

/** The same headers may be sent in every line of a large file. */
const known = new WeakMap<readonly Use[], readonly string[]>();

/** `headers.authorization = …` */
function namesAssigned(uses: readonly Use[]): readonly string[] {
  const before = known.get(uses);
  if (before) return before;
  const names = uses.flatMap(({ path, node }) =>
    path.length === 1 && node.type === 'AssignmentExpression' ? path.map((name) => name.toLowerCase()) : [],
  );
  known.set(uses, names);
  return names;
}

/** The names that calls such as `request.setHeader(name, …)` on the variable `term` set. */
export function headersSetBy(term: Term, ...methods: readonly string[]): string[] {
  const uses = methods.flatMap((method) => usesOf(term, method));
  return uses.flatMap(({ path, node }) => {
    if (path.length > 1) return [];
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

function namesOf(term: Term, budget: Budget): readonly string[] {
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
