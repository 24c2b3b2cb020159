import { analyse } from '../../build/src/analysis/analyse.js';
import { createProgram } from '../../build/src/analysis/modules.js';
import { migrate } from '../../build/transforms/migrate.js';
import { parseFiles } from '../../build/transforms/parse-files.js';
import { callResults } from '../../build/transforms/result.js';

/** What four times the input may take, as a multiple of twice the input: 2 is in proportion, 4 is its square. */
export const MOST_GROWTH = 3;
/** Shorter times say nothing of how they grow. */
export const NOTABLE_MS = 200;
const RUNS = 3;
/** What akepa requires, so that calls are rewritten. */
const CONFIG = {
  values: {
    ...{ workflow: 'PERSONAL', applicationId: 'app1', entityId: 'e1' },
    ...{ documentName: 'license', extension: 'jpg', documentType: 'license' },
  },
};

/**
 * Times an input, twice and four times as large; each the fastest of some runs, since a busy machine only ever adds.
 *
 * @param {object} input
 * @param {number} input.size
 * @param {boolean} [input.isLargest] a larger one is refused: it is a half and a quarter of it that are timed beside it
 * @param {(size: number) => Record<string, string>} input.files by name
 * @param {(texts: object[]) => void} [work] by default, the first of them is analysed
 */
export function growthOf({ size, isLargest = false, files }, work = analysed) {
  const least = isLargest ? size / 4 : size;
  const [once, twice, fourTimes] = [1, 2, 4].map((factor) => timeOf(files(least * factor), work));
  return {
    once,
    twice,
    fourTimes,
    stated: isLargest ? fourTimes : once,
    growth: fourTimes / Math.max(twice, 1),
  };
}

/** Analyses the first of the files, with the modules that it imports. */
function analysed(texts) {
  analyse(createProgram(texts, { cwd: '/bench' }).moduleOf(texts[0]));
}

/** Analyses all of the files, and plans and makes their edits. */
export function migrated(texts) {
  const { files, unparsed } = parseFiles(texts, { baseUrls: undefined });
  callResults(migrate(files, { config: CONFIG, root: '/bench', unparsed }));
}

/** Milliseconds. */
function timeOf(files, work) {
  const texts = Object.entries(files).map(([file, text]) => ({ file, path: `/bench/${file}`, text }));
  let fastest = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const started = cpuTime();
    work(texts);
    fastest = Math.min(fastest, cpuTime() - started);
  }
  return fastest;
}

/** That this process had a processor: what else runs takes its time, too. */
function cpuTime() {
  return process.cpuUsage().user / 1000;
}
