import type { Module, Term } from '../syntax/module.js';
import { lineAt, lineText } from '../syntax/position.js';
import { rangeOf, startOf } from '../syntax/ranges.js';
import type { PlacedPart } from '../syntax/text.js';
import type { TrailEntry } from './call.js';

/**
 * The lines outside the call that the URL's literal text comes from, each once, in the order of the URL, and then those
 * of the wrappers that the call goes through.
 */
export function trailOf(call: Term, parts: readonly PlacedPart[], through: readonly Term[]): TrailEntry[] {
  const entries = new Map<string, TrailEntry>();
  const add = (module: Module, offset: number): void => {
    const line = lineAt(module.text, offset);
    entries.set(`${module.file}:${line}`, { file: module.file, line, text: lineText(module.text, offset) });
  };
  for (const { part } of parts) {
    // What a client puts between base and path stands nowhere.
    if (part.kind !== 'text' || !part.node) continue;
    const { module, range } = part;
    const [start, end] = rangeOf(call.node);
    if (module === call.module && range[0] >= start && range[1] <= end) continue;
    add(module, range[0]);
  }
  for (const { node, module } of through) add(module, startOf(node));
  return [...entries.values()];
}
