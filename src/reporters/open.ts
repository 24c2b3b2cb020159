import type { CheckResult } from '../check.js';

type Findings = CheckResult['findings'];

/** The findings that somebody has to look at: those that the run is red for. */
export function openFindings({ findings }: CheckResult): Findings {
  return findings.filter(({ fails }) => fails);
}

/** `2 known, 1 suppressed`: how many findings are not open; empty for none. */
export function notOpen({ findings }: CheckResult): string {
  const closed = findings.filter(({ fails }) => !fails);
  const suppressed = closed.filter((finding) => finding.suppressed);
  const known = closed.filter((finding) => finding.known && !finding.suppressed);
  const allowed = closed.length - suppressed.length - known.length;
  return [
    ...(known.length > 0 ? [`${known.length} known`] : []),
    ...(suppressed.length > 0 ? [`${suppressed.length} suppressed`] : []),
    ...(allowed > 0 ? [`${allowed} allowed`] : []),
  ].join(', ');
}

/** Annotations that say something else than the findings do, and that are not known: their call is gone, or was changed. */
export function staleTodos({ todos }: CheckResult): CheckResult['todos'] {
  return todos.filter(({ fails }) => fails);
}
