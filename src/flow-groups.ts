import type { Migration } from '../transforms/migrate.js';
import type { PlanFile } from '../transforms/plan.js';

/** A number for each file that changes; files that a rewritten flow connects have the same. */
export function flowGroups({ files, flows }: Pick<Migration, 'files' | 'flows'>): Map<PlanFile, number> {
  const groups = new Map(files.map(({ file }, index) => [file, index]));
  const byModule = new Map(files.map(({ file }) => [file.analysis.module, file]));
  for (const flow of flows) {
    const moved = flow.filter(({ outcome }) => outcome === 'rewritten');
    // A path may be edited in another file than its calls.
    const edited = moved.flatMap(({ edits }) => edits.flatMap(({ module }) => byModule.get(module) ?? []));
    const ofFlow = new Set([...moved.map(({ file }) => file), ...edited]);
    const numbers = new Set([...ofFlow].flatMap((file) => groups.get(file) ?? []));
    const [first] = numbers;
    if (first === undefined || numbers.size === 1) continue;
    for (const [file, group] of groups) if (numbers.has(group)) groups.set(file, first);
  }
  return groups;
}
