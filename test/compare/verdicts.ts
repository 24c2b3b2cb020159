import { compare, type Observable, type Program, type ScenarioResult } from '../../src/compare/index.js';

/** One scenario of a comparison. */
export async function resultIn(
  scenario: string,
  before: Program | string,
  after: Program | string,
): Promise<ScenarioResult> {
  const { scenarios } = await compare({ before, after, scenarios: [scenario] });
  const [result] = scenarios;
  if (!result) throw new Error(`no result of ${scenario}`);
  return result;
}

/** What is not the same, as `documents: no-overwrite` or `output: regression`. */
export function rowsOf({ rows }: ScenarioResult): string[] {
  return rows
    .filter(({ verdict }) => verdict !== 'same')
    .map(({ observable, verdict, differences }) =>
      verdict === 'regression' ? `${observable}: regression` : `${observable}: ${differences.join(', ')}`,
    );
}

/** The observables in which the migration is a regression. */
export function regressionsOf({ rows }: ScenarioResult): Observable[] {
  return rows.filter(({ verdict }) => verdict === 'regression').map(({ observable }) => observable);
}
