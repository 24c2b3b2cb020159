import type { Finding } from '../../transforms/result.js';
import type { CheckResult, LeftoverTodo } from '../check.js';

/** The findings that somebody has to look at: neither in the baseline nor suppressed. */
export function openFindings({ findings }: CheckResult): Finding[] {
  return findings.filter(({ known, suppressed }) => !known && !suppressed);
}

/** `2 known, 1 suppressed`: how many findings are not open; empty for none. */
export function notOpen({ findings }: CheckResult): string {
  const suppressed = findings.filter((finding) => finding.suppressed).length;
  const known = findings.filter((finding) => finding.known && !finding.suppressed).length;
  return [
    ...(known > 0 ? [`${known} known`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
  ].join(', ');
}

/** Annotations that say something else than the findings do: their call is gone, or was changed. */
export function staleTodos({ todos, findings }: CheckResult): LeftoverTodo[] {
  const said = new Set(findings.flatMap(({ file, todos }) => todos.map(({ text }) => `${file}:${text}`)));
  return todos.filter(({ file, text }) => !said.has(`${file}:${text}`));
}
