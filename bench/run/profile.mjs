import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a run does, by the functions that do it: a sample counts for the first of these that is on its stack. */
const STAGES = {
  'garbage collection': ['(garbage collector)'],
  parse: ['parseModule'],
  'list files': ['findFiles'],
  'look for markers and imports': ['factsOf'],
  'read files': ['readSources', 'readAll'],
  'migration plan': ['planFlows'],
  analysis: ['parseFiles', 'judgeDefinitions', 'fingerprinted'],
  'judge and print': ['runGate', 'report'],
};
const REST = 'start of Node, loading of modules';
const IDLE = '(idle)';

/**
 * Where the time of a run goes.
 *
 * @param {readonly string[]} args of Node
 * @param {string} cwd absolute
 * @returns {[stage: string, share: number][]} of the time that the process was busy, the largest first
 */
export function profiled(args, cwd) {
  const folder = mkdtempSync(join(tmpdir(), 'akepa-profile-'));
  try {
    run(['--cpu-prof', '--cpu-prof-interval', '200', '--cpu-prof-dir', folder, ...args], cwd);
    const [file] = readdirSync(folder);
    return stagesOf(JSON.parse(readFileSync(join(folder, file), 'utf8')));
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

function stagesOf({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const known = new Map();
  const stageOf = (id) => {
    if (!known.has(id)) known.set(id, stageAt(namesOn(id)));
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
  const busy = Object.entries(times).filter(([stage]) => stage !== IDLE);
  const total = busy.reduce((sum, [, time]) => sum + time, 0);
  return busy.map(([stage, time]) => [stage, time / total]).sort((left, right) => right[1] - left[1]);
}

function stageAt(names) {
  if (names.has(IDLE)) return IDLE;
  const [stage] =
    Object.entries(STAGES).find(([, functions]) => functions.some((name) => names.has(name))) ?? [];
  return stage ?? REST;
}
