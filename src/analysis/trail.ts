import type { Term } from '../syntax/module.js';
import { lineAt, lineText } from '../syntax/position.js';
import type { PlacedPart } from '../syntax/text.js';
import type { TrailEntry } from './call.js';

/** The lines outside the call that the URL's literal text comes from, each once, in the order of the URL. */
export function trailOf(call: Term, parts: readonly PlacedPart[]): TrailEntry[] {
  const entries = new Map<string, TrailEntry>();
  for (const { part } of parts) {
    if (part.kind !== 'text') continue;
    const { module, range } = part;
    const [start, end] = call.node.range;
    if (module === call.module && range[0] >= start && range[1] <= end) continue;
    const line = lineAt(module.text, range[0]);
    entries.set(`${module.file}:${line}`, { file: module.file, line, text: lineText(module.text, range[0]) });
  }
  return [...entries.values()];
}
