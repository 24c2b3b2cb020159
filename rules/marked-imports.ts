import { statSync } from 'node:fs';

import { readText } from '../src/analysis/read-text.js';
import { search } from './search.js';
import { targetsOf } from './targets.js';

/** What a file on the disk says of itself. */
interface Facts {
  readonly changedAt: number;
  readonly isMarked: boolean;
  /** Real paths of the project's files that it imports. */
  readonly targets: readonly string[];
}

/** Whether a file has a marker or leads to one, and when that was found out. */
interface Verdict {
  readonly leads: boolean;
  readonly at: number;
}

const MODULE = /\.(?:[cm]?[jt]sx?|json|vue|svelte)$/;
/** A file that leads to more others than these is not looked into. */
const MOST_FILES = 2_000;
/** Files are not asked again for that long whether they changed: a run asks for every file that it lints. */
const FRESH_MS = 1_000;

/** For as long as the process, as the modules are. */
const factsByPath = new Map<string, Facts>();
const verdicts = new Map<string, Verdict>();

/**
 * Whether one of the modules that a file imports has a marker, or imports one that has. Nothing is parsed for that.
 *
 * @param path absolute path of the file
 * @param cwd absolute folder that ESLint runs in
 */
export function leadToMarker(sources: readonly string[], path: string, cwd: string): boolean {
  // As old as the oldest of what it rests on.
  let at = Date.now();
  const importers = new Map<string, string | undefined>();
  const queue = modulesOf(sources, path, cwd);
  if (queue.length === 0) return false;
  for (const target of queue) importers.set(target, undefined);
  for (const target of queue) {
    const known = verdicts.get(target);
    const isFresh = known !== undefined && Date.now() - known.at < FRESH_MS;
    if (isFresh) at = Math.min(at, known.at);
    if (isFresh && !known.leads) continue;
    const facts = isFresh ? undefined : factsOf(target, cwd);
    if (isFresh || facts?.isMarked) {
      settle(target, importers, at);
      return true;
    }
    for (const next of facts?.targets ?? []) {
      if (importers.has(next)) continue;
      importers.set(next, target);
      queue.push(next);
    }
    if (queue.length > MOST_FILES) return false;
  }
  for (const target of queue) verdicts.set(target, { leads: false, at });
  return false;
}

/** The files on the way to the marker lead to it. */
function settle(found: string, importers: ReadonlyMap<string, string | undefined>, at: number): void {
  for (let file: string | undefined = found; file !== undefined; file = importers.get(file))
    verdicts.set(file, { leads: true, at });
}

function factsOf(path: string, cwd: string): Facts | undefined {
  const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const before = factsByPath.get(path);
  if (before?.changedAt === changedAt) return before;
  const text = readText(path);
  if (text === undefined) return undefined;
  const { hasMarker: isMarked, sources } = search(text);
  const facts = { changedAt, isMarked, targets: isMarked ? [] : modulesOf(sources, path, cwd) };
  factsByPath.set(path, facts);
  return facts;
}

function modulesOf(sources: readonly string[], path: string, cwd: string): string[] {
  return [...targetsOf(sources, path, cwd)].filter((target) => MODULE.test(target));
}
