import type { TracedAnswer } from '../../src/analysis/answer.js';
import type { LegacyCall } from '../../src/analysis/call.js';
import { successorText } from '../../src/endpoints/lookup.js';
import type { ApplicationStatus } from '../../src/endpoints/statuses.js';
import type { Style } from '../../src/syntax/style.js';
import { freshNames, type FreshNames } from './fresh-names.js';
import type { ReaderContext } from './reading.js';

/**
 * What the readers of one file's answers share.
 *
 * @param answers of the calls that may move
 */
export function readerContext(
  answers: readonly TracedAnswer[],
  style: Style,
  waiting: readonly ApplicationStatus[] | undefined,
): (call: LegacyCall) => ReaderContext {
  const known = new Map(answers.flatMap(({ nodes }) => [...nodes]));
  let names: FreshNames | undefined;
  return ({ call: { module }, match }) => {
    names ??= freshNames(module);
    return { module, style, known, waiting, names, successor: successorText(match.endpoint) };
  };
}
