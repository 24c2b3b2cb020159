import type { Io } from './io.js';

/** What becomes of something that is proposed; `show`: nobody can be asked. */
export type Decision = 'write' | 'leave' | 'show' | 'quit';

export type Decide = () => Promise<Decision>;

const QUESTION = 'Write this? [y]es, [n]o, [a]ll, [q]uit: ';
const ANSWERS: Readonly<Record<string, Decision | 'all'>> = {
  y: 'write',
  yes: 'write',
  n: 'leave',
  no: 'leave',
  a: 'all',
  all: 'all',
  q: 'quit',
  quit: 'quit',
};

/**
 * Decides one proposal after the other.
 *
 * @param by a decision that holds for all of them, or what asks
 */
export function deciderOf(by: Decision | Io['ask']): Decide {
  if (typeof by !== 'function') return () => Promise.resolve(by ?? 'show');
  let isAll = false;
  return async () => {
    while (!isAll) {
      const line = await by(QUESTION);
      // The end of the input: nobody is there any more.
      if (line === undefined) return 'quit';
      const answer = ANSWERS[line.trim().toLowerCase()];
      if (answer === 'all') isAll = true;
      else if (answer !== undefined) return answer;
    }
    return 'write';
  };
}
