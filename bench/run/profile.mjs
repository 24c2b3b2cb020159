import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a run of `check` does, by the functions that do it: a sample counts for the first that is on its stack. */
export const CHECK = {
  'garbage collection': ['(garbage collector)'],
  parse: ['parseModule'],
  'list files': ['findFiles'],
  'look for markers and imports': ['factsOf'],
  'read files': ['readSources', 'readAll'],
  'migration plan': ['planFlows'],
  analysis: ['parseFiles', 'judgeDefinitions', 'fingerprinted'],
  'judge and print': ['runGate', 'report'],
  'start of Node, loading of modules': ['(root)'],
};

/** The same of one with a cache where nothing has changed. */
export const CACHED = {
  'garbage collection': ['(garbage collector)'],
  'list folders': ['isSameListing'],
  'ask for stats': ['lookAgain'],
  'resolve imports again': ['areSame', 'surroundings'],
  'read the cache': ['cacheOf', 'begin'],
  'read the config': ['loadConfig'],
  'judge and print': ['runGate', 'report'],
  'start of Node, loading of modules': ['(root)'],
};

/** The same of the ESLint rule; what else ESLint does is none of it. */
export const RULE = {
  'resolve imports': ['targetOf'],
  'migration plan': ['planFlows', 'moveOf'],
  'find what may be marked': ['spotsIn'],
  analysis: ['analyse', 'judgeDefinitions'],
  'look for markers and imports': ['searched'],
  'follow imports to a marker': ['leadToMarker'],
  'read ESLint’s tree': ['moduleFromSourceCode'],
  other: ['create', 'Program:exit'],
};
/** Of what is none of the stages. */
const NONE = '';
/** Microseconds from one sample to the next. */
const EVERY_US = '100';

/**
 * Where the time of a run goes; see {@link stagesOf}.
 *
 * @param {readonly string[]} args of Node
 * @param {string} cwd absolute
 */
export function profiled(args, cwd, stages) {
  const folder = mkdtempSync(join(tmpdir(), 'akepa-profile-'));
  try {
    run(['--cpu-prof', '--cpu-prof-interval', EVERY_US, '--cpu-prof-dir', folder, ...args], cwd);
    const [file] = readdirSync(folder);
    return stagesOf(JSON.parse(readFileSync(join(folder, file), 'utf8')), stages);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(args, cwd) {
  try {
    execFileSync(process.execPath, args, { cwd, stdio: 'ignore' });
  } catch (error) {
    // 1 says that there are findings.
    if (error.status !== 1) throw error;
  }
}

/**
 * What a profile of V8 says of some stages.
 *
 * @param {Record<string, string[]>} stages what is done, by the functions that do it
 * @returns {[stage: string, share: number][]} of the time of these stages, the largest first
 */
export function stagesOf({ nodes, samples, timeDeltas }, stages) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const known = new Map();
  const stageOf = (id) => {
    if (!known.has(id)) known.set(id, stageAt(namesOn(id), stages));
    return known.get(id);
  };
  const namesOn = (id) => {
    const names = new Set();
    for (let at = id; at !== undefined; at = parents.get(at)) names.add(byId.get(at).callFrame.functionName);
    return names;
  };
  const times = {};
  for (const [index, id] of samples.entries()) {
    const stage = stageOf(id);
    times[stage] = (times[stage] ?? 0) + timeDeltas[index];
  }
  const busy = Object.entries(times).filter(([stage]) => stage !== NONE);
  const total = busy.reduce((sum, [, time]) => sum + time, 0);
  return busy.map(([stage, time]) => [stage, time / total]).sort((left, right) => right[1] - left[1]);
}

function stageAt(names, stages) {
  if (names.has('(idle)')) return NONE;
  const [stage] =
    Object.entries(stages).find(([, functions]) => functions.some((name) => names.has(name))) ?? [];
  return stage ?? NONE;
}
