import type { ScopeManager } from '@typescript-eslint/scope-manager';

import type { Node } from '../src/syntax/module.js';
import type { Scopes } from '../src/syntax/scopes/types.js';

const known = new WeakMap<object, Scopes>();

/** The scopes that the host's parser found, as the analysis takes them; the same for each rule of a file. */
export function hostScopes(manager: object): Scopes {
  const before = known.get(manager);
  if (before) return before;
  // Each parser has a scope manager of its own; they have in common what ESLint documents, and that is all that is used.
  const scopes = scopesOf(manager as ScopeManager);
  known.set(manager, scopes);
  return scopes;
}

function scopesOf(manager: ScopeManager): Scopes {
  return {
    scopeAt(node) {
      for (let current: Node | undefined = node; current; current = current.parent) {
        const scope = manager.acquire(current, true);
        // The types of definitions are an enum of the same texts there.
        if (scope) return scope as unknown as ReturnType<Scopes['scopeAt']>;
      }
      return null;
    },
    getDeclaredVariables(node) {
      return manager.getDeclaredVariables(node) as unknown as ReturnType<Scopes['getDeclaredVariables']>;
    },
  };
}
