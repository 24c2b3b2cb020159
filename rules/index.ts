import { createRequire } from 'node:module';

import type { Linter, Rule } from 'eslint';

import { noLegacyEndpoint } from './no-legacy-endpoint.js';
import { noLeftoverTodo } from './no-leftover-todo.js';
import { validAkepaRequest } from './valid-akepa-request.js';

/** The plugin's type, written out so that its declaration names nothing but ESLint. */
export interface AkepaPlugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: typeof rules;
  readonly configs: Readonly<Record<'recommended' | 'strict', Linter.Config>>;
}

// The package's own name resolves from the sources and from `dist` alike.
const { name, version } = createRequire(import.meta.url)('akepa-migrate/package.json') as {
  readonly name: string;
  readonly version: string;
};

/** Every rule, by its id. */
export const rules = {
  'no-legacy-endpoint': noLegacyEndpoint,
  'no-leftover-todo': noLeftoverTodo,
  'valid-akepa-request': validAkepaRequest,
} as const satisfies Readonly<Record<string, Rule.RuleModule>>;

/** The ESLint plugin. */
export const plugin: AkepaPlugin = {
  meta: { name, version, namespace: 'akepa' },
  rules,
  get configs() {
    return configs;
  },
};

/** Flat configs; they bring the plugin along, as `akepa`. */
export const configs: AkepaPlugin['configs'] = {
  // Warnings: a project that begins to move has hundreds of calls, and its build must go on.
  recommended: {
    name: 'akepa/recommended',
    plugins: { akepa: plugin },
    rules: {
      'akepa/no-legacy-endpoint': 'warn',
      'akepa/no-leftover-todo': 'warn',
      'akepa/valid-akepa-request': 'warn',
    },
  },
  /** For a project that has moved: nothing may come back, not even what only looks like it. */
  strict: {
    name: 'akepa/strict',
    plugins: { akepa: plugin },
    rules: {
      'akepa/no-legacy-endpoint': ['error', { confidence: 'possible' }],
      'akepa/no-leftover-todo': 'error',
      'akepa/valid-akepa-request': 'error',
    },
  },
};

export default plugin;
