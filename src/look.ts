import type { Finding } from '../transforms/result.js';
import type { Confidence } from './analysis/call.js';
import type { Identity } from './analysis/fingerprint.js';
import { noted, NOTHING_ASKED } from './cache/answers.js';
import type { RunCache } from './cache/index.js';
import type { LoadedConfig } from './config/types.js';
import type { Suppression } from './gate/suppressions.js';
import { coversProject } from './project/covers.js';
import type { FileError, Sources } from './project/sources.js';
import type { Surroundings } from './surroundings.js';

/** What a run saw, before anything is judged. */
export interface Looked {
  /** Of every confidence, in the order of their places. */
  readonly findings: readonly Finding[];
  readonly todos: readonly LeftoverTodo[];
  readonly suppressions: readonly Suppression[];
  readonly blindSpots: readonly BlindSpotResult[];
  readonly errors: readonly FileError[];
  /** The files that were looked at, as results name them; few ask. */
  readonly files: () => readonly string[];
  /** The run looked at the whole project. */
  readonly isWhole: boolean;
  readonly stats: CheckStats;
}

export interface LeftoverTodo {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly text: string;
  readonly identity: Identity;
  /** See {@link Finding}. */
  readonly fingerprint: string;
}

/**
 * What the analysis could not follow: a request without a known URL, or a legacy path without a known request, which is
 * a finding, too, where its confidence suffices.
 */
export interface BlindSpotResult {
  readonly file: string;
  readonly line: number;
  /** The client that sends the request; `none` for a path that no call was seen to use. */
  readonly client: string;
  readonly why: string;
}

export interface CheckStats {
  /** Files that were looked at. */
  readonly files: number;
  /** Files that held a marker and were parsed. */
  readonly parsed: number;
  /** Minified files that were left out. */
  readonly minified: number;
  /** HTTP calls whose URL is known at least in part. */
  readonly resolvedCalls: number;
  readonly httpCalls: number;
  /** Legacy calls below the confidence asked for. */
  readonly belowConfidence: number;
  readonly ms: number;
}

export interface CheckOptions {
  /** Absolute; findings name files relative to it. */
  readonly cwd: string;
  readonly loaded: LoadedConfig;
  /** The least confidence that is reported; `likely` by default. */
  readonly confidence?: Confidence;
  /** Looks for requests without a known URL in every file, and not only in those that are analysed anyway. */
  readonly wholeRepository?: boolean;
  /** Gives each finding that has one its fix. */
  readonly fixes?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Before somebody looks at the clock. */
export interface Untimed extends Omit<Looked, 'stats'> {
  readonly stats: Omit<CheckStats, 'ms'>;
}

/** How a run looks at files. */
export interface LookOptions extends CheckOptions {
  /** Keeps what is seen for the next run; the caller saves it. */
  readonly cache?: RunCache | undefined;
}

/** Finds every legacy call below `paths`, and what `migrate` would do with it. */
export async function look(paths: readonly string[], options: LookOptions): Promise<Looked> {
  const started = performance.now();
  const { cwd, loaded, cache, onProgress } = options;
  const { config, root } = loaded;
  const run = cache?.begin(paths, options);
  const looked = (await run?.unchanged(surroundings)) ?? (await lookAtFiles());
  return { ...looked, stats: { ...looked.stats, ms: Math.round(performance.now() - started) } };

  async function surroundings(): Promise<Surroundings> {
    return (await import('./surroundings.js')).surroundingsOf(root);
  }

  async function lookAtFiles(): Promise<Untimed> {
    const { readSources } = await import('./project/sources.js');
    const known = run?.facts;
    const sources = await readSources(paths, { cwd, root, config, onProgress, known, disk: run?.disk });
    return (await run?.before(sources.errors, surroundings)) ?? lookNow(sources);
  }

  async function lookNow(sources: Sources): Promise<Untimed> {
    // To load the parser and the analysis takes longer than such a run, which is most runs.
    if (sources.candidates.length === 0 && !options.wholeRepository) {
      const seen = nothingIn(sources, coversProject(paths, cwd, root));
      run?.keep(seen, sources.errors, NOTHING_ASKED);
      return seen;
    }
    const { lookInto } = await import('./look-into.js');
    if (!run) return lookInto(sources, paths, options, await surroundings());
    const noting = noted(root, await surroundings());
    const seen = lookInto(sources, paths, options, noting);
    run.keep(seen, sources.errors, noting.answers());
    return seen;
  }
}

/** What there is to say of files without a marker. */
function nothingIn({ errors, others, files, minified }: Sources, isWhole: boolean): Untimed {
  return {
    findings: [],
    todos: [],
    suppressions: [],
    blindSpots: [],
    errors,
    files: () => others.map(({ file }) => file),
    isWhole,
    stats: {
      files,
      parsed: 0,
      minified: minified.length,
      resolvedCalls: 0,
      httpCalls: 0,
      belowConfidence: 0,
    },
  };
}
