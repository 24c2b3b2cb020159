import type { Identified } from '../analysis/fingerprint.js';
import type { Lines } from './policy.js';
import type { Seen, SeenFinding, SeenTodo } from './seen.js';

/** A finding or an annotation, its file named from the project's folder. */
export interface Subject extends Identified, Lines {
  readonly isTodo: boolean;
  /** It can fail: it is shown, nothing suppresses it, and no finding says the same. */
  readonly counts: boolean;
}

/**
 * What is judged of what a run saw: the findings, and behind them the annotations, in their order.
 *
 * @param isSuppressed whether a suppression holds for a finding
 */
export function subjectsOf<F extends SeenFinding, T extends SeenTodo>(
  { findings, todos, isShown, nameOf }: Seen<F, T>,
  isSuppressed: (finding: F) => boolean,
): Subject[] {
  // The finding that an annotation stands above decides for both.
  const said = new Set(
    findings.filter(isShown).flatMap((finding) => finding.todos.map(({ text }) => `${finding.file}:${text}`)),
  );
  return [
    ...findings.map((finding) => {
      const { file, endpoint, method, identity, line, endLine } = finding;
      const counts = isShown(finding) && !isSuppressed(finding);
      return { file: nameOf(file), endpoint, method, identity, line, endLine, isTodo: false, counts };
    }),
    ...todos.map(({ file, code, text, identity, line }) => ({
      ...{ file: nameOf(file), endpoint: code, method: null, identity, line, endLine: line },
      isTodo: true,
      counts: !said.has(`${file}:${text}`),
    })),
  ];
}
