import type { TSESTree } from '@typescript-eslint/types';

import { at, type Node, type Term } from './module.js';
import { keyName } from './scope.js';
import { assignmentsTo } from './uses.js';
import { ancestor, isFunction } from './walk.js';

/** `config.url = …` beside `const config = {}`; `unclear` where it may have been set to more than one thing. */
export function assignedMember(term: Term, name: string): Term | 'unclear' | undefined {
  const assignments = assignmentsTo(term, name);
  // So for nearly every member.
  if (assignments.length === 0) return undefined;
  const all = assignments.filter((item) => !isDefault(item));
  // Functions that share a variable fill it anew, each for itself.
  const [first, second] = all.length > 1 ? all.filter((item) => isOfOneFunction(item, term.node)) : all;
  if (!first && all.length > 1) return 'unclear';
  // `config.url += …`
  if (second || (first && first.operator !== '=')) return 'unclear';
  return first && at(term, first.right);
}

/** What a member is set to where it is not there: `if (!Api.instance) Api.instance = new Api();` */
export function defaultMember(term: Term, name: string): Term | undefined {
  const assignments = assignmentsTo(term, name);
  if (assignments.length === 0) return undefined;
  const [only, second] = assignments.filter(isDefault);
  return only && !second ? at(term, only.right) : undefined;
}

function isDefault({ left, parent }: TSESTree.AssignmentExpression): boolean {
  const around = ancestor(parent, (node) => node.type === 'IfStatement' || isFunction(node));
  if (around?.type !== 'IfStatement' || around.test.type !== 'UnaryExpression') return false;
  const { argument } = around.test;
  return (
    left.type === 'MemberExpression' &&
    argument.type === 'MemberExpression' &&
    keyName({ key: left.property, computed: left.computed }) ===
      keyName({ key: argument.property, computed: argument.computed })
  );
}

function isOfOneFunction(assignment: Node, reader: Node): boolean {
  return ancestor(assignment, isFunction) === ancestor(reader, isFunction);
}
