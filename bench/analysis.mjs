// `npm run bench:analysis`: what the analysis of a file of 5,000 lines takes beyond its parse, and whether any input
// takes more than twice the time when it doubles. Build first.
import { availableParallelism, cpus } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { parseSync } from 'oxc-parser';

import { ordinaryFile } from './analysis/ordinary.mjs';
import { growthOf, migrated, MOST_GROWTH, NOTABLE_MS } from './analysis/growth.mjs';
import { PLANS } from './analysis/plans.mjs';
import { WORST } from './analysis/worst.mjs';
import { quantile } from './reference/measure.mjs';
import { analyse } from '../build/src/analysis/analyse.js';
import { parseModule } from '../build/src/syntax/parse.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

const LINES = 5000;
const RUNS = 31;
/** The first runs are of code that is not compiled yet; the first of all is told beside the others. */
const WARM_UP = 10;
/** What the analysis may take beyond the parse. */
const MOST_MS = 50;
/** What the worst input may take in its stated size. */
const MOST_WORST_MS = 2000;

console.log(
  `${new Date().toISOString().slice(0, 10)} · Node ${process.version} · ${cpus()[0]?.model.trim()},`,
);
console.log(
  `${availableParallelism()} cores · one process, each run with an empty heap, medians of ${RUNS} warm runs, the fastest in brackets\n`,
);

console.log(row(`${LINES} lines of ordinary code`, 'parse', 'all', 'beyond', 'first run'));
for (const legacy of [true, false]) {
  const { first, parse, all } = stagesOf(ordinaryFile({ lines: LINES, legacy }));
  const beyond = quantile(all, 0.5) - quantile(parse, 0.5);
  const least = Math.min(...all) - Math.min(...parse);
  const name = legacy ? 'with deprecated calls' : 'without';
  console.log(row(name, times(parse), times(all), `${beyond.toFixed(1)} (${least.toFixed(1)})`, ms(first)));
  if (beyond >= MOST_MS) fail(`the analysis takes more than ${MOST_MS} ms beyond the parse`);
}

rowsOf('one file that could be slow', WORST);
rowsOf('a migration that could be slow', PLANS, migrated);

/** Prints how the time of inputs grows. */
function rowsOf(title, inputs, work) {
  console.log(`\n${row(title, 'size', 'time', 'twice', '4 times', 'growth')}`);
  for (const [name, input] of Object.entries(inputs)) {
    const { once, twice, fourTimes, stated, growth } = growthOf(input, work);
    console.log(row(name, input.size, ms(once), ms(twice), ms(fourTimes), `${growth.toFixed(1)}×`));
    if (stated >= MOST_WORST_MS) fail(`${name}: more than ${MOST_WORST_MS} ms`);
    // What can't be larger can't take longer.
    const isNotable = fourTimes >= NOTABLE_MS && !input.isLargest;
    if (isNotable && growth >= MOST_GROWTH) fail(`${name}: grows faster than its input`);
  }
}

/** Milliseconds of each warm run: of the parser alone, and of the parse and the analysis together. */
function stagesOf(text) {
  const stages = { parse: [], all: [] };
  for (let run = 0; run < WARM_UP + RUNS; run++) {
    stages.parse.push(timeOf(() => parsedBy(text)));
    stages.all.push(timeOf(() => analyse(parseModule('ordinary.ts', text))));
  }
  const { parse, all } = stages;
  return { first: all[0] - parse[0], parse: parse.slice(WARM_UP), all: all.slice(WARM_UP) };
}

/** Each run begins with an empty heap: one would pay for the garbage of the one before. */
function timeOf(run) {
  collectGarbage();
  const started = performance.now();
  run();
  return performance.now() - started;
}

/** The parser alone, with the tree that it gives. */
function parsedBy(text) {
  const { program, comments, errors } = parseSync('ordinary.ts', text, {
    astType: 'ts',
    lang: 'ts',
    preserveParens: false,
    sourceType: 'module',
  });
  return { program, comments, errors };
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

function times(list) {
  return `${quantile(list, 0.5).toFixed(1)} (${Math.min(...list).toFixed(1)})`;
}

function row(first, ...rest) {
  return first.padEnd(48) + rest.map((text) => String(text).padStart(14)).join('');
}

function ms(value) {
  return `${value.toFixed(0)} ms`;
}
