import type { Finding } from '../transforms/result.js';
import type { Confidence } from './analysis/call.js';
import type { Identity } from './analysis/fingerprint.js';
import type { LoadedConfig } from './config/types.js';
import type { Suppression } from './gate/suppressions.js';
import type { Analysed, IntoOptions } from './look-into.js';
import { coversProject } from './project/covers.js';
import { type Candidate, type FileError, readAll, readSources } from './project/sources.js';

/** What a run saw, before anything is judged. */
export interface Looked {
  /** Of every confidence, in the order of their places. */
  readonly findings: readonly Finding[];
  readonly todos: readonly LeftoverTodo[];
  readonly suppressions: readonly Suppression[];
  readonly blindSpots: readonly BlindSpotResult[];
  readonly errors: readonly FileError[];
  /** The files that were looked at, as results name them. */
  readonly files: readonly string[];
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

/** What there is to say of files without a marker. */
const NOTHING: Analysed = {
  findings: [],
  todos: [],
  suppressions: [],
  blindSpots: [],
  errors: [],
  stats: { parsed: 0, resolvedCalls: 0, httpCalls: 0, belowConfidence: 0 },
};

/** Finds every legacy call below `paths`, and what `migrate` would do with it. */
export async function look(paths: readonly string[], options: CheckOptions): Promise<Looked> {
  const started = performance.now();
  const { cwd, loaded, wholeRepository, onProgress } = options;
  const { config, root } = loaded;
  const sources = await readSources(paths, { cwd, root, config, onProgress });
  const isWhole = coversProject(paths, cwd, root);
  const all = wholeRepository ? readAll(sources.others) : [];
  const candidates = [...sources.candidates, ...all];
  const {
    errors,
    stats: { parsed, ...counts },
    ...analysed
  } = await analysedOf(candidates, { ...options, sources, isWhole });
  const failed = new Set(errors.map(({ file }) => file));
  return {
    ...analysed,
    errors: [...sources.errors, ...errors],
    files: [...sources.candidates, ...sources.others]
      .map(({ file }) => file)
      .filter((file) => !failed.has(file)),
    isWhole,
    stats: {
      files: sources.files,
      parsed,
      minified: sources.minified.length,
      ...counts,
      ms: Math.round(performance.now() - started),
    },
  };
}

/** To load the parser and the analysis takes longer than most runs, in which there is nothing for them to do. */
async function analysedOf(candidates: readonly Candidate[], options: IntoOptions): Promise<Analysed> {
  if (candidates.length === 0) return NOTHING;
  const { lookInto } = await import('./look-into.js');
  return lookInto(candidates, options);
}
