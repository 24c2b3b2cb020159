// `npm run bench`: makes a repository of 10,000 files with 40 planted calls, installs the tools that do the same work, and
// prints what each takes and finds. `BENCH_CORPUS=folder` takes that folder in place of the large tree. Build first.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { generate } from './corpus/generate.mjs';
import { installPeers } from './peers/peers.mjs';
import { quantile } from './reference/measure.mjs';
import { measured } from './run/measure.mjs';
import { TARGETS } from './run/targets.mjs';

const RUNS = Number(process.env['BENCH_RUNS'] ?? 5);
const CALLS = 40;
const CORPORA = {
  small: { files: 800, density: 'sparse' },
  large: { files: 10_000, density: 'sparse' },
  dense: { files: 3_500, density: 'dense' },
};
const GROWTH = { '1k': 1_000, '3k': 3_000, '10k': 10_000, '30k': 30_000 };
/** These take minutes on a large tree: one run, and only there and on the small one. */
const SLOW = new Set(['jscodeshift', 'ESLint, selectors']);

/** As a user would give them, so that migrate has something to write. */
const VALUES = {
  workflow: 'PERSONAL',
  documentType: 'license',
  documentName: 'license',
  extension: 'jpg',
  reference: 'bench1',
  entityId: { expression: '{customerId}' },
};

const work = process.env['BENCH_FOLDER'] ?? join(tmpdir(), 'akepa-migrate-bench');
const cli = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url));
const out = [];
const results = {};

mkdirSync(work, { recursive: true });
const peers = installPeers(join(work, 'peers'));
const ours = {
  command: () => [process.execPath, cli, 'check', '--format', 'json'],
  found: (text) => JSON.parse(text).findings.map(({ file, line }) => `${file}:${line}`),
};

print(
  `${new Date().toISOString().slice(0, 10)} · Node ${process.version} · ${cpus()[0]?.model.trim()}, ${cpus().length} cores`,
);
print(`medians of ${RUNS} runs, the tools in turns; one run of those marked *\n`);
for (const [name, { files, density }] of Object.entries(CORPORA)) {
  const { folder, planted, bytes } = corpusOf(name, files, density);
  print(
    `### ${name}: ${files} files${bytes ? `, ${(bytes / 1e6).toFixed(1)} MB` : ''}, ${planted.length} planted calls\n`,
  );
  const tools = { check: ours, ...peers };
  if (name === 'dense') for (const slow of SLOW) delete tools[slow];
  results[name] = await compared(folder, tools, planted);
}
print('### rewrite: the large tree, written\n');
results.rewrite = await rewritten(corpusOf('large', CORPORA.large.files, 'sparse').folder);
print('### growth\n');
for (const [name, files] of Object.entries(GROWTH))
  results[name] = await compared(corpusOf(name, files, 'sparse').folder, { check: ours }, []);
print('### targets\n');
print('| work | figure | target | stretch | |\n| --- | --- | --- | --- | --- |');
for (const { work: what, ratio, target, stretch } of TARGETS) {
  const figure = ratio(results);
  const verdict =
    figure === undefined
      ? 'not measured'
      : figure <= stretch
        ? 'stretch met'
        : figure <= target
          ? 'met'
          : 'missed';
  print(`| ${what} | ${number(figure)} | ${number(target)} | ${number(stretch)} | ${verdict} |`);
}
if (process.argv.includes('--write'))
  writeFileSync(
    new URL('RESULTS.md', import.meta.url),
    `# Results of \`npm run bench\`\n\n${out.join('\n')}\n`,
  );

/** Made once: the generator gives the same tree each time. */
function corpusOf(name, files, density) {
  const own = process.env['BENCH_CORPUS'];
  if (own && name === 'large') return { folder: own, planted: [], bytes: 0 };
  const folder = join(work, `corpus-${name}`);
  rmSync(folder, { recursive: true, force: true });
  return { folder, ...generate(folder, { files, calls: CALLS, density }) };
}

/** Runs each tool in turn, prints a table, and answers what each took. */
async function compared(cwd, tools, planted) {
  const runs = Object.fromEntries(Object.keys(tools).map((tool) => [tool, []]));
  const last = {};
  for (let run = 0; run < RUNS; run++)
    for (const [tool, { command, env }] of Object.entries(tools)) {
      if (run > 0 && SLOW.has(tool)) continue;
      last[tool] = await measured(command(cwd), { cwd, env });
      runs[tool].push(last[tool]);
    }
  const taken = Object.fromEntries(Object.entries(runs).map(([tool, list]) => [tool, medians(list)]));
  print('| tool | wall ms | CPU ms | peak MiB | found of planted | other lines | × ours |');
  print('| --- | --- | --- | --- | --- | --- | --- |');
  for (const [tool, { wall, cpu, peak }] of Object.entries(taken)) {
    const lines = new Set(tools[tool].found?.(last[tool].out, cwd));
    const wanted = new Set(planted.map(({ file, line }) => `${file}:${line}`));
    const found = [...wanted].filter((place) => lines.has(place)).length;
    const told = tools[tool].found ? `${found} of ${wanted.size} | ${lines.size - found}` : '- | -';
    print(
      `| ${tool}${SLOW.has(tool) ? ' *' : ''} | ${number(wall)} | ${number(cpu)} | ${number(peak)} | ${told} | ${number(wall / taken.check.wall)} |`,
    );
  }
  print('');
  return taken;
}

/** What it takes to write the edits; the tree is given back after each run. */
async function rewritten(cwd) {
  writeFileSync(join(work, 'akepa.config.json'), JSON.stringify({ values: VALUES }));
  const tools = {
    migrate: {
      rewrite: () => [
        process.execPath,
        cli,
        'migrate',
        '--write',
        '--format',
        'json',
        '--config',
        join(work, 'akepa.config.json'),
      ],
    },
    ...Object.fromEntries(Object.entries(peers).filter(([, { rewrite }]) => rewrite)),
  };
  const runs = Object.fromEntries(Object.keys(tools).map((tool) => [tool, []]));
  for (let run = 0; run < RUNS; run++)
    for (const [tool, { rewrite, env }] of Object.entries(tools)) {
      if (run > 0 && SLOW.has(tool)) continue;
      runs[tool].push(await measured(rewrite(cwd), { cwd, env }));
      execFileSync('git', ['checkout', '--quiet', '.'], { cwd });
    }
  const taken = Object.fromEntries(Object.entries(runs).map(([tool, list]) => [tool, medians(list)]));
  print('| tool | wall ms | CPU ms | peak MiB |\n| --- | --- | --- | --- |');
  for (const [tool, { wall, cpu, peak }] of Object.entries(taken))
    print(`| ${tool}${SLOW.has(tool) ? ' *' : ''} | ${number(wall)} | ${number(cpu)} | ${number(peak)} |`);
  print('');
  return taken;
}

function medians(list) {
  const median = (key) => {
    const values = list.map((item) => item[key]).filter((value) => value !== undefined);
    return values.length > 0 ? quantile(values, 0.5) : undefined;
  };
  return { wall: median('wall'), cpu: median('cpu'), peak: median('peak') };
}

function number(value) {
  if (value === undefined) return '-';
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(2);
}

function print(text) {
  console.log(text);
  out.push(text);
}
