// What `akepa/no-legacy-endpoint` costs in ESLint, by ESLint's own statistics; `node bench/run/rule.mjs` prints JSON. With
// the name of an input, it prints a profile of that one. Beside the rule stands one that does nothing: ESLint's own floor.
import { Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';

import akepa from 'akepa-migrate/eslint';
import parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';

import { ordinaryFile } from '../analysis/ordinary.mjs';
import { quantile } from '../reference/measure.mjs';

const RULE = 'akepa/no-legacy-endpoint';
const FLOOR = 'floor/nothing';
const nothing = { create: () => ({}) };
const RUNS = 21;
/** Runs that are not measured. */
const WARM_UP = 3;
/** Microseconds from one sample of a profile to the next. */
const SAMPLE_US = 50;
const CALLS = 10;
const cwd = fileURLToPath(new URL('../..', import.meta.url));

const eslint = new ESLint({
  cwd,
  stats: true,
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ['**/*.ts'],
      languageOptions: { parser },
      plugins: { akepa, floor: { rules: { nothing } } },
      rules: { [RULE]: 'warn', [FLOOR]: 'warn' },
    },
  ],
});

const marked = (lines) => `${ordinaryFile({ lines: lines - CALLS - 1, legacy: false })}${legacyCalls()}`;
/** The first one is linted once, in a process that has linted nothing. */
const FIRST = '1000, ten calls, first file';
const INPUTS = {
  [FIRST]: () => marked(1000),
  '1000, ten calls': () => marked(1000),
  '1000, no marker': () => ordinaryFile({ lines: 1000, legacy: false }),
  '5000, ten calls': () => marked(5000),
  '5000, no marker': () => ordinaryFile({ lines: 5000, legacy: false }),
};
const [, , only] = process.argv;
console.log(JSON.stringify(only === undefined ? await allTimes() : await profileOf(only)));

async function allTimes() {
  const times = {};
  for (const [name, text] of Object.entries(INPUTS))
    times[name] = await (name === FIRST ? timesOf(text(), 'first.ts') : medianOf(text()));
  return times;
}

/** Of the runs that are measured, without those before them. */
async function profileOf(name) {
  const text = INPUTS[name]();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_US });
  const [before, runs] = name === FIRST ? [0, 1] : [WARM_UP, RUNS];
  for (let run = 0; run < before; run++) await timesOf(text, `before${run}.ts`);
  await session.post('Profiler.start');
  for (let run = 0; run < runs; run++) await timesOf(text, `run${run}.ts`);
  return (await session.post('Profiler.stop')).profile;
}

function legacyCalls() {
  const one = (_, index) =>
    `export const status${index} = (id: Id) => http.get(\`/customer/kyc/status/\${id}\`).then(({ data }) => data);\n`;
  return Array.from({ length: CALLS }, one).join('');
}

/** Milliseconds of the rule and of the parse, and their ratio: medians, the first runs left out. */
async function medianOf(text) {
  const runs = [];
  for (let run = 0; run < RUNS + WARM_UP; run++) runs.push(await timesOf(text, `run${run}.ts`));
  const warm = runs.slice(WARM_UP);
  const median = (key) =>
    quantile(
      warm.map((times) => times[key]),
      0.5,
    );
  return { rule: median('rule'), floor: median('floor'), parse: median('parse'), ratio: median('ratio') };
}

async function timesOf(text, filePath) {
  const [{ stats, messages }] = await eslint.lintText(text, { filePath: `${cwd}/${filePath}` });
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(fatal.message);
  const [{ parse, rules }] = stats.times.passes;
  const [rule = 0, floor = 0] = [RULE, FLOOR].map((name) => rules?.[name]?.total);
  return { rule, floor, parse: parse.total, ratio: rule / parse.total };
}
