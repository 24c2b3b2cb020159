import type { TracedAnswer } from '../../src/analysis/answer.js';
import type { LegacyCall } from '../../src/analysis/call.js';
import { successorText } from '../../src/endpoints/lookup.js';
import { scriptStyle } from '../../src/syntax/blocks/script-style.js';
import type { Module, Node } from '../../src/syntax/module.js';
import type { Style } from '../../src/syntax/style.js';
import { freshNames, type FreshNames } from './fresh-names.js';
import type { ReaderContext } from './reading.js';

/**
 * What the readers of a run's answers share.
 *
 * @param answers of the calls that may move
 */
export function readerContext(
  answers: readonly TracedAnswer[],
  options: Pick<ReaderContext, 'mentions' | 'typeMentions' | 'literalsOf' | 'waiting'>,
): (call: LegacyCall) => ReaderContext {
  const known = new Map<Node, Set<string>>();
  for (const { nodes } of answers)
    for (const [node, { paths }] of nodes) {
      const all = known.get(node) ?? new Set();
      for (const path of paths) all.add(path);
      known.set(node, all);
    }
  const files = new Map<Module, { readonly style: Style; readonly names: FreshNames }>();
  return ({ call, match }) => {
    const successor = successorText(match.endpoint);
    const placedIn = (module: Module): ReaderContext => {
      const own = files.get(module) ?? { style: scriptStyle(module), names: freshNames(module) };
      files.set(module, own);
      return { ...options, ...own, module, known, successor, in: placedIn };
    };
    return placedIn(call.module);
  };
}
