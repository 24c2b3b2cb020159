import type { CheckResult } from '../check.js';

type JudgedFinding = CheckResult['findings'][number];
type JudgedTodo = CheckResult['todos'][number];

/** The findings that somebody has to look at. */
export function openFindings({ findings }: CheckResult): JudgedFinding[] {
  return findings.filter(({ fails }) => fails);
}

/** The annotations that somebody has to look at and that no finding stands for. */
export function openTodos(result: CheckResult): JudgedTodo[] {
  return staleTodos(result).filter(({ fails }) => fails);
}

/** Annotations that say something else than the findings do: their call is gone, or was changed. */
export function staleTodos({ todos, findings }: CheckResult): JudgedTodo[] {
  const said = new Set(findings.flatMap(({ file, todos }) => todos.map(({ text }) => `${file}:${text}`)));
  return todos.filter(({ file, text }) => !said.has(`${file}:${text}`));
}

/** `2 known, 1 suppressed`: how many findings are not open; empty for none. */
export function notOpen({ findings }: CheckResult): string {
  const others = findings.filter(({ fails }) => !fails);
  const suppressed = others.filter((finding) => finding.suppressed).length;
  const known = others.length - suppressed;
  return [
    ...(known > 0 ? [`${known} known`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
  ].join(', ');
}
