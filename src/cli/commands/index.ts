import type { Command } from '../io.js';

/** Every verb, loaded when it is asked for. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./init.js')).initCommand,
  check: async () => (await import('./check.js')).checkCommand,
  migrate: async () => (await import('./migrate.js')).migrateCommand,
  undo: async () => (await import('./undo.js')).undoCommand,
  compare: async () => (await import('./compare.js')).compareCommand,
  reference: async () => (await import('./reference.js')).referenceCommand,
  explain: async () => (await import('./explain.js')).explainCommand,
};
