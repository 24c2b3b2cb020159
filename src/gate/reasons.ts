import { count } from '../reporters/words.js';
import type { Overdrawn } from './budgets.js';
import type { Policy } from './policy.js';
import type { Failure } from './verdict.js';

/** What failed. */
export interface Failures {
  readonly findings: readonly Failure[];
  readonly todos: number;
}

/** What findings and annotations fail for, without full stops, a text for each cause. */
export function reasonsOf(failures: Failures, policy: Policy): string[] {
  const { baseline, change } = policy;
  const number = (failure: Failure): number => failures.findings.filter((item) => item === failure).length;
  const said = (items: number, noun: string, what: string): string[] =>
    items > 0 ? [`${count(items, noun)}${what}`] : [];
  return [
    ...said(number('new'), 'finding', newText(policy)),
    ...said(number('expired'), 'finding', ` whose entry in ${baseline?.name ?? ''} has expired`),
    ...said(number('sunset'), 'finding', ' past the sunset of the endpoint'),
    ...said(failures.todos, 'TODO', baseline || change ? newText(policy) : ' in the code'),
  ];
}

/** The limits that are passed, without full stops. */
export function limitsPassed(
  overdrawn: readonly Overdrawn[],
  blindSpots: number,
  { mostBlindSpots }: Policy,
): string[] {
  return [
    ...overdrawn.map(({ budget, count: items }) => limitText(items, 'finding', budget.name, budget.most)),
    ...(blindSpots > mostBlindSpots
      ? [limitText(blindSpots, 'blind spot', '--max-blind-spots', mostBlindSpots)]
      : []),
  ];
}

function newText({ baseline, change }: Policy): string {
  if (change) return ` added since ${change.revision}`;
  return baseline ? ` not in ${baseline.name}` : '';
}

function limitText(items: number, noun: string, name: string, most: number): string {
  return `${count(items, noun)}, and ${name} is ${most}`;
}
