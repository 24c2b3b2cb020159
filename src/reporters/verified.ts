import { type Verification, VERIFICATIONS } from '../../transforms/result.js';
import type { MigrateReport } from '../migrate.js';
import { count } from './words.js';

/** How many rewrites were verified in one way, at best, and what that means. */
export interface Verified {
  readonly way: Verification;
  readonly number: number;
  readonly words: string;
}

/** The ways in which the rewrites of a run were verified, from the weakest. */
export function verifiedBy({ calls, verification }: MigrateReport): Verified[] {
  const { typescript, comparison } = verification;
  const version = typescript
    ? `TypeScript ${typescript.version} (${typescript.origin === 'project' ? "the project's" : 'bundled'})`
    : 'TypeScript';
  const scenarios = comparison ? count(comparison.scenarios.length, 'scenario') : '';
  const words = {
    parsed: 'the new text parses',
    types: `${version} reports nothing new in the file and in those that import it`,
    executed: `a program went through it before and after, in ${scenarios} without a regression`,
  };
  return VERIFICATIONS.map((way) => {
    const number = calls.filter(({ verified }) => verified === way).length;
    return { way, number, words: `${number} ${way}: ${words[way]}.` };
  }).filter(({ number }) => number > 0);
}
