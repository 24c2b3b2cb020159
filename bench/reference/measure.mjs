/** Runs of a measurement; its result is their median. */
const RUNS = 5;
const WARM_UP = 300;

/**
 * Times calls one after another, several runs of them, the competitors taking turns so that a busy
 * machine slows them all.
 *
 * @param {Record<string, { setUp?: () => Promise<unknown>, call: (made: unknown) => Promise<unknown>,
 *   tearDown?: (answer: unknown) => void }>} calls by name; only `call` is timed
 * @param {number} count calls of each per run
 * @returns {Promise<Record<string, { median: number, p99: number }>>} milliseconds
 */
export async function measure(calls, count) {
  const runs = Object.fromEntries(Object.keys(calls).map((name) => [name, []]));
  for (const call of Object.values(calls)) await times(call, WARM_UP);
  for (let run = 0; run < RUNS; run++)
    for (const [name, call] of Object.entries(calls)) runs[name].push(await times(call, count));
  return Object.fromEntries(
    Object.entries(runs).map(([name, all]) => [
      name,
      {
        median: quantile(
          all.map((list) => quantile(list, 0.5)),
          0.5,
        ),
        p99: quantile(
          all.map((list) => quantile(list, 0.99)),
          0.5,
        ),
      },
    ]),
  );
}

/** @param {number[]} list @param {number} q */
export function quantile(list, q) {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
}

async function times({ setUp, call, tearDown }, count) {
  const list = [];
  for (let index = 0; index < count; index++) {
    const made = await setUp?.();
    const start = performance.now();
    const answer = await call(made);
    list.push(performance.now() - start);
    tearDown?.(answer);
  }
  return list;
}
