import { analyse } from '../../build/src/analysis/analyse.js';
import { createProgram } from '../../build/src/analysis/modules.js';

/** What four times the input may take, as a multiple of twice the input: 2 is in proportion, 4 is its square. */
export const MOST_GROWTH = 3;
/** Shorter times say nothing of how they grow. */
export const NOTABLE_MS = 200;
const RUNS = 3;

/**
 * Times an input, twice and four times as large; each the fastest of some runs, since a busy machine only ever adds.
 *
 * @param {object} input
 * @param {number} input.size
 * @param {boolean} [input.isLargest] a larger one is refused: it is a half and a quarter of it that are timed beside it
 * @param {(size: number) => Record<string, string>} input.files by name; the first one is analysed
 */
export function growthOf({ size, isLargest = false, files }) {
  const least = isLargest ? size / 4 : size;
  const [once, twice, fourTimes] = [1, 2, 4].map((factor) => timeOf(files(least * factor)));
  return { once, twice, fourTimes, stated: isLargest ? fourTimes : once, growth: fourTimes / twice };
}

/** Milliseconds that this process had a processor: what else runs takes its time, too. */
function cpuTime() {
  return process.cpuUsage().user / 1000;
}

/** Milliseconds to parse and analyse the first of the files, with the modules that it imports. */
function timeOf(files) {
  const texts = Object.entries(files).map(([file, text]) => ({ file, path: `/bench/${file}`, text }));
  let fastest = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const program = createProgram(texts, { cwd: '/bench' });
    const started = cpuTime();
    analyse(program.moduleOf(texts[0]));
    fastest = Math.min(fastest, cpuTime() - started);
  }
  return fastest;
}
