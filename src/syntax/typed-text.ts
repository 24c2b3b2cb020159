import type { Term } from './module.js';
import type { Budget } from './budget.js';
import { rangeOf } from './ranges.js';
import type { Text } from './text.js';

/** Which of the texts that a type allows is taken, and how many there were at most. */
export interface TypeChoice {
  readonly index: number;
  most: number;
}

/** What the type of an expression says that is not in reach; nothing of it is written there, so no edit can go into it. */
export function typedText({ node, module }: Term, { types }: Budget): Text | undefined {
  const texts = types ? (module.textsOf?.(node) ?? []) : [];
  const text = texts[(types?.index ?? 0) % texts.length];
  if (!types || text === undefined) return undefined;
  types.most = Math.max(types.most, texts.length);
  return [{ kind: 'text', text, module, range: rangeOf(node), exact: false, node }];
}
