import type { Term } from '../src/syntax/module.js';
import { walk } from '../src/syntax/walk.js';

/** Expressions that do more than to give a value. */
const EFFECTS: ReadonlySet<string> = new Set([
  'AssignmentExpression',
  'AwaitExpression',
  'CallExpression',
  'ImportExpression',
  'NewExpression',
  'TaggedTemplateExpression',
  'UpdateExpression',
  'YieldExpression',
]);

/** Whether an expression does more than to give a value, or a part of it does. */
export function hasEffect({ node, module }: Term): boolean {
  let found = false;
  walk(node, module.visitorKeys, ({ type }) => {
    found ||= EFFECTS.has(type);
    return !found;
  });
  return found;
}
