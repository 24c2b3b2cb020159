import type { Finding } from '../../transforms/result.js';
import type { CheckResult } from '../check.js';

export type Level = 'error' | 'warning' | 'note';

const RANK: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 };

/** How much a finding matters: a call that certainly fails once connectFi switches the endpoint off is an error. */
export function levelOf({ kind, confidence }: Finding): Level {
  if (confidence === 'possible') return 'note';
  return kind === 'request' && confidence === 'certain' ? 'error' : 'warning';
}

/** What matters most first; equals stay in the order of their places. */
export function byImportance(findings: CheckResult['findings']): CheckResult['findings'] {
  return findings.toSorted((left, right) => rankOf(left) - rankOf(right));
}

/** Behind everything else comes what nobody has to look at. */
function rankOf(finding: CheckResult['findings'][number]): number {
  return RANK[levelOf(finding)] + (finding.fails ? 0 : 3);
}
