import type { TSESTree } from '@typescript-eslint/types';

import { exportedTerm } from './exports.js';
import type { Node, Term } from './module.js';
import { findVariable } from './scope.js';

/** `fetch`, `window.fetch`, `globalThis.fetch`: the global's name. */
export function isGlobalName(identifier: TSESTree.Identifier, term: Term): boolean {
  return !findVariable(identifier.name, identifier, term.module);
}

/** What another module exports, where it is in reach. */
export function linked({ module }: Term, source: string | undefined, name: string): Term | undefined {
  const other = source === undefined ? undefined : module.link?.(source);
  return other && exportedTerm(other, name);
}

/** `'./urls'` of `require('./urls')`. */
export function requiredModule(term: Term<TSESTree.CallExpression>): string | undefined {
  const { callee, arguments: args } = term.node;
  if (callee.type !== 'Identifier' || callee.name !== 'require' || !args[0]) return undefined;
  return isGlobalName(callee, term) ? textOf(args[0]) : undefined;
}

export function textOf(node: Node): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}
