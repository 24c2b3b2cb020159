import type { Pair } from './differences.js';
import { refusalsOf } from './evidence.js';

/** Ids of listed differences, by what they did to the calls or their effect. */
export interface Effects {
  /** Kept the migrated program from what it was to do. */
  readonly kept: readonly string[];
  /** Let it do what the legacy program was refused. */
  readonly granted: readonly string[];
  /** Changed the KYC decision. */
  readonly decided: readonly string[];
}

/** Ids that account for what a program says differently, and for how it ends. */
export type Account = Readonly<Record<'output' | 'errors' | 'exit code', readonly string[]>>;

/** The engine's own errors are a defect of the program, never a difference of the APIs; undici's are neither. */
const DEFECT =
  /^(?:Uncaught )?(?:TypeError|ReferenceError|SyntaxError|RangeError)\b(?!: (?:fetch failed|terminated))/;

/** Only what shows in the calls or their effect may account for what a program says of it. */
export function accountOf({ before, after }: Pair, { kept, granted, decided }: Effects): Account {
  const isRefused = refusalsOf(after).length > 0;
  const isDefect = after.errors.some(isOfEngine) && !before.errors.some(isOfEngine);
  const isSilent = after.exitCode === '0' && after.errors.length === 0 && after.output === '';
  const freed = isRefused ? [] : granted;
  const output = isSilent && kept.length > 0 ? [] : [...new Set([...kept, ...granted, ...decided])];
  if (isDefect) return { output, errors: [], 'exit code': [] };
  return {
    output,
    errors: after.errors.length === 0 ? freed : kept,
    'exit code': endOf([before.exitCode, after.exitCode], kept, freed),
  };
}

/** From success to failure because it was kept from it, or back because it was not. */
function endOf(
  [before, after]: readonly [string, string],
  kept: readonly string[],
  freed: readonly string[],
): readonly string[] {
  if (before === '0') return kept;
  return after === '0' ? freed : [];
}

function isOfEngine(line: string): boolean {
  return DEFECT.test(line);
}
