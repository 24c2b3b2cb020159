// `npm run bench`: makes a repository of 10,000 files with 40 planted calls, installs the tools that do the same work, and
// prints what each takes and finds. `BENCH_CORPUS=folder` takes that folder in place of the large tree. Build first.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { generate } from './corpus/generate.mjs';
import { installPeers } from './peers/peers.mjs';
import { quantile } from './reference/measure.mjs';
import { measured } from './run/measure.mjs';
import { CACHED, CHECK, profiled, RULE, stagesOf } from './run/profile.mjs';
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
const ROOT = new URL('../', import.meta.url);
const { bin } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));
const cli = fileURLToPath(new URL(bin['akepa-migrate'], ROOT));
const ruleScript = fileURLToPath(new URL('run/rule.mjs', import.meta.url));
const out = [];
const results = {};
const corpora = new Map();

mkdirSync(work, { recursive: true });
const peers = installPeers(join(work, 'peers'));
const check = {
  command: () => [process.execPath, cli, 'check', '--format', 'json'],
  found: (text) => JSON.parse(text).findings.map(({ file, line }) => `${file}:${line}`),
};
const cached = {
  ...check,
  command: () => [process.execPath, cli, 'check', '--cache', '--format', 'json'],
  isWarm: true,
};
const stat = { command: () => [process.execPath, fileURLToPath(new URL('run/stat.mjs', import.meta.url))] };
const migrate = {
  command: () => [process.execPath, cli, 'migrate', '--write', '--format', 'json'],
};

print(
  `${new Date().toISOString().slice(0, 10)} · Node ${process.version} · ${cpus()[0]?.model.trim()}, ${cpus().length} cores`,
);
print(`medians of ${RUNS} runs, the tools in turns; one run of those marked *\n`);
for (const [name, size] of Object.entries(CORPORA)) {
  const corpus = corpusOf(name, size);
  const { planted, bytes } = corpus;
  const megabytes = bytes ? `, ${(bytes / 1e6).toFixed(1)} MB` : '';
  print(`### ${name}: ${size.files} files${megabytes}, ${planted.length} planted calls\n`);
  const fast = Object.entries(peers).filter(([peer]) => name !== 'dense' || !SLOW.has(peer));
  const ours = { check, 'check --cache, unchanged': cached, 'stat of every file': stat };
  results[name] = await compared(corpus, { ...ours, ...Object.fromEntries(fast) });
}
print('### rewrite: the large tree, written\n');
const writing = Object.entries(peers).flatMap(([name, { rewrite, env }]) =>
  rewrite ? [[name, { command: rewrite, env }]] : [],
);
results.rewrite = await rewritten(corpusOf('large', CORPORA.large), {
  migrate,
  ...Object.fromEntries(writing),
});
print('### growth\n');
for (const [name, files] of Object.entries(GROWTH)) {
  print(`${files} files\n`);
  results[name] = await compared(corpusOf(name, { files, density: 'sparse' }), { check });
}
const { folder: largeTree } = corpusOf('large', CORPORA.large);
// What was written and given back has new times.
await measured(cached.command(), { cwd: largeTree });
results.profiles = {
  check: profiled(check.command().slice(1), largeTree, CHECK),
  cached: profiled(cached.command().slice(1), largeTree, CACHED),
};
print('### where the time of `check` goes, large tree\n');
printShares(results.profiles.check);
print('### where the time of `check --cache` goes, large tree, unchanged\n');
printShares(results.profiles.cached);
print('### the ESLint rule: milliseconds, by ESLint’s statistics\n');
results.rule = ruleTimes();
print('### where the time of the ESLint rule goes\n');
for (const name of Object.keys(results.rule)) results.profiles[name] = ruleProfile(name);
printRuleShares(results.profiles, Object.keys(results.rule));
print('### targets\n');
print('| work | figure | target | stretch | |\n| --- | --- | --- | --- | --- |');
for (const { work: what, ratio, target, stretch, why } of TARGETS) {
  const figure = ratio(results);
  const verdict =
    figure === undefined
      ? 'not measured'
      : figure <= stretch
        ? 'stretch met'
        : figure <= target
          ? 'met'
          : `missed${why && `: ${typeof why === 'string' ? why : why(results)}`}`;
  print(`| ${what} | ${number(figure)} | ${number(target)} | ${number(stretch)} | ${verdict} |`);
}
if (process.argv.includes('--write'))
  writeFileSync(
    new URL('RESULTS.md', import.meta.url),
    `# Results of \`npm run bench\`\n\n${out.join('\n')}\n`,
  );

/** What the rule takes in one process, beside the parse of the same text. */
function ruleTimes() {
  const times = JSON.parse(execFileSync(process.execPath, [ruleScript], { encoding: 'utf8' }));
  print(
    '| lines | rule | a rule that does nothing | parse | rule ÷ parse |\n| --- | --- | --- | --- | --- |',
  );
  for (const [name, { rule, floor, parse, ratio }] of Object.entries(times))
    print(`| ${name} | ${number(rule)} | ${number(floor)} | ${number(parse)} | ${percent(ratio)} |`);
  print('');
  return times;
}

/** What of the rule's time goes where, for one input. */
function ruleProfile(name) {
  const options = { encoding: 'utf8', maxBuffer: Infinity };
  return stagesOf(JSON.parse(execFileSync(process.execPath, [ruleScript, name], options)), RULE);
}

function printShares(shares) {
  print('| | share |\n| --- | --- |');
  for (const [stage, share] of shares) print(`| ${stage} | ${percent(share)} |`);
  print('');
}

function printRuleShares(profiles, inputs) {
  const stages = Object.keys(RULE);
  print(`| lines | ${stages.join(' | ')} |\n| --- |${' --- |'.repeat(stages.length)}`);
  for (const input of inputs) {
    const shares = Object.fromEntries(profiles[input]);
    print(`| ${input} | ${stages.map((stage) => percent(shares[stage] ?? 0)).join(' | ')} |`);
  }
  print('');
}

/** The generator gives the same tree each time, so each is made once. */
function corpusOf(name, { files, density }) {
  const own = process.env['BENCH_CORPUS'];
  if (own && name === 'large') return { folder: own, planted: [], bytes: 0 };
  const key = `${files}-${density}`;
  const folder = join(work, `corpus-${key}`);
  if (!corpora.has(key)) {
    rmSync(folder, { recursive: true, force: true });
    corpora.set(key, {
      folder,
      ...generate(folder, { files, calls: CALLS, density, config: { values: VALUES } }),
    });
  }
  return corpora.get(key);
}

/** Runs each tool in turn and prints what each found of what is planted. */
async function compared({ folder, planted }, tools) {
  const wanted = new Set(planted.map(({ file, line }) => `${file}:${line}`));
  return measuredInTurns(folder, tools, ({ found }, { out }) => {
    if (!found) return ['-', '-'];
    const lines = new Set(found(out, folder));
    const hits = [...wanted].filter((place) => lines.has(place)).length;
    return [`${hits} of ${wanted.size}`, String(lines.size - hits)];
  });
}

/** Runs what writes the edits; the tree is given back after each run. */
async function rewritten({ folder: cwd }, tools) {
  const giveBack = () => {
    const changed = execFileSync('git', ['diff', '--name-only'], { cwd, encoding: 'utf8' });
    execFileSync('git', ['checkout', '--quiet', '.'], { cwd });
    return changed.split('\n').filter(Boolean).length;
  };
  return measuredInTurns(cwd, tools, (_tool, { changed }) => [`${changed} written`, '-'], giveBack);
}

/**
 * @param {(tool: object, run: object) => readonly [string, string]} told what a tool's last run says
 * @param {(() => number) | undefined} after the files that a run changed
 */
async function measuredInTurns(cwd, tools, told, after) {
  const runs = Object.fromEntries(Object.keys(tools).map((name) => [name, []]));
  for (const { command, env, isWarm } of Object.values(tools))
    if (isWarm) await measured(command(cwd), { cwd, env });
  for (let run = 0; run < RUNS; run++)
    for (const [name, { command, env }] of Object.entries(tools)) {
      if (run > 0 && SLOW.has(name)) continue;
      const taken = await measured(command(cwd), { cwd, env });
      // 1 says that there is something to find, or something left to do.
      if (taken.code > 1) throw new Error(`${name} answers ${taken.code}: ${taken.err}`);
      const changed = after?.();
      if (changed === 0) throw new Error(`${name} wrote nothing: ${taken.err}`);
      runs[name].push({ ...taken, changed });
    }
  const [first] = Object.keys(tools);
  const taken = Object.fromEntries(Object.entries(runs).map(([name, list]) => [name, medians(list)]));
  print('| tool | wall ms | CPU ms | peak MiB | found of planted | other lines | × ours |');
  print('| --- | --- | --- | --- | --- | --- | --- |');
  for (const [name, { wall, cpu, peak }] of Object.entries(taken)) {
    const label = SLOW.has(name) ? `${name} *` : name;
    const columns = [number(wall), number(cpu), number(peak), ...told(tools[name], runs[name].at(-1))];
    print(`| ${[label, ...columns, number(wall / taken[first].wall)].join(' | ')} |`);
  }
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

function percent(ratio) {
  return `${number(ratio * 100)} %`;
}

function print(text) {
  console.log(text);
  out.push(text);
}
