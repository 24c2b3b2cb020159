// What `akepa/no-legacy-endpoint` costs in ESLint, by ESLint's own statistics; `node bench/run/rule.mjs` prints JSON.
import { fileURLToPath } from 'node:url';

import akepa from 'akepa-migrate/eslint';
import parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';

import { ordinaryFile } from '../analysis/ordinary.mjs';
import { quantile } from '../reference/measure.mjs';

const RULE = 'akepa/no-legacy-endpoint';
const RUNS = 21;
const CALLS = 10;
const cwd = fileURLToPath(new URL('../..', import.meta.url));

const eslint = new ESLint({
  cwd,
  stats: true,
  overrideConfigFile: true,
  overrideConfig: [
    { files: ['**/*.ts'], languageOptions: { parser }, plugins: { akepa }, rules: { [RULE]: 'warn' } },
  ],
});

const marked = (lines) => `${ordinaryFile({ lines: lines - CALLS - 1, legacy: false })}${legacyCalls()}`;
const results = { '1000, ten calls, first file': await timesOf(marked(1000), 'first.ts') };
for (const lines of [1000, 5000]) {
  results[`${lines}, ten calls`] = await medianOf(marked(lines));
  results[`${lines}, no marker`] = await medianOf(ordinaryFile({ lines, legacy: false }));
}
console.log(JSON.stringify(results));

function legacyCalls() {
  const one = (_, index) =>
    `export const status${index} = (id: Id) => http.get(\`/customer/kyc/status/\${id}\`).then(({ data }) => data);\n`;
  return Array.from({ length: CALLS }, one).join('');
}

/** Milliseconds of the rule and of the parse, and their ratio: medians, the first runs left out. */
async function medianOf(text) {
  const runs = [];
  for (let run = 0; run < RUNS + 3; run++) runs.push(await timesOf(text, `run${run}.ts`));
  const warm = runs.slice(3);
  const median = (key) =>
    quantile(
      warm.map((times) => times[key]),
      0.5,
    );
  return { rule: median('rule'), parse: median('parse'), ratio: median('ratio') };
}

async function timesOf(text, filePath) {
  const [{ stats, messages }] = await eslint.lintText(text, { filePath: `${cwd}/${filePath}` });
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(fatal.message);
  const [{ parse, rules }] = stats.times.passes;
  const rule = rules?.[RULE]?.total ?? 0;
  return { rule, parse: parse.total, ratio: rule / parse.total };
}
