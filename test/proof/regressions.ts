import type { Run } from './runner.js';

/** What got worse, a line each: `happy-path, refusals: none -> generate requestValidateError`. */
export function regressionsOf({ results, hasToken }: Run): string[] {
  const rows = results.flatMap(({ name, rows }) =>
    rows
      .filter(({ verdict }) => verdict === 'regression')
      .map(
        ({ observable, before, after }) =>
          `${name}, ${observable}: ${before || 'none'} -> ${after || 'none'}`,
      ),
  );
  // A gateway stands in for what adds the token elsewhere: a header that a rewrite drops would not show.
  const isDropped = !hasToken.before.includes(false) && hasToken.after.includes(false);
  return isDropped ? [...rows, 'a request lost its token'] : rows;
}
