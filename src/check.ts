import { resolve } from 'node:path';

import { fixesOf } from '../transforms/fix.js';
import { parseFiles } from '../transforms/parse-files.js';
import { planFlows } from '../transforms/plan.js';
import { definitionFinding, type Finding, findingOf } from '../transforms/result.js';
import { todosIn } from '../transforms/todo.js';
import { type Analysis, type Confidence, isAtLeast } from './analysis/call.js';
import { fingerprinted } from './analysis/fingerprint.js';
import { type JudgedDefinition, judgeDefinitions } from './analysis/judge-definitions.js';
import { UNKNOWN_CLIENT } from './clients/unknown.js';
import type { LoadedConfig } from './config/types.js';
import { coversProject } from './project/covers.js';
import { nameIn } from './project/name.js';
import { type FileError, readAll, readImporters, readSources } from './project/sources.js';
import type { Node } from './syntax/module.js';
import { positionAt } from './syntax/position.js';

/** What `check --format json` prints. */
export interface CheckResult {
  readonly version: 1;
  readonly findings: readonly Finding[];
  /** Annotations of an earlier migration that are still there. */
  readonly todos: readonly LeftoverTodo[];
  readonly blindSpots: readonly BlindSpotResult[];
  readonly errors: readonly FileError[];
  readonly stats: CheckStats;
}

export interface LeftoverTodo {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly text: string;
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

/** Finds every legacy call below `paths`, and what `migrate` would do with it. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<CheckResult> {
  const started = performance.now();
  const { cwd, loaded, confidence = 'likely' } = options;
  const { config, root } = loaded;
  const sources = await readSources(paths, { cwd, root, config, onProgress: options.onProgress });
  const all = options.wholeRepository ? readAll(sources.others) : [];
  const { files, errors, unparsed } = parseFiles([...sources.candidates, ...all], {
    baseUrls: config.baseUrls,
    importersOf: (modules) => readImporters(sources.others, modules),
  });
  const isWhole = coversProject(paths, cwd, root);
  const flows = planFlows(files, { config, root, unparsed, isWhole });
  const planned = flows.flat();
  const fixes = options.fixes ? fixesOf(flows) : undefined;
  const calls = planned.map((call) => ({ ...findingOf(call), ...fixes?.get(call) }));
  const analyses = files.map(({ analysis }) => analysis);
  const definitions = judgeDefinitions(analyses, { isWhole: true });
  const httpCalls = analyses.reduce((sum, analysis) => sum + analysis.httpCalls, 0);
  // Of every confidence: which ones are shown does not change what they are known by.
  const findings = fingerprinted([...calls, ...definitions.map(definitionFinding)], (file) =>
    nameIn(root, resolve(cwd, file)),
  );
  // What is given a path to something unknown has a URL that is known.
  const unresolved = analyses
    .flatMap(({ blindSpots }) => blindSpots)
    .filter(({ client }) => client !== UNKNOWN_CLIENT).length;
  return {
    version: 1,
    findings: findings.filter((finding) => isAtLeast(finding.confidence, confidence)).sort(byPlace),
    todos: analyses.flatMap(({ module }) =>
      todosIn(module).map(({ comment, code, text }) => ({
        file: module.file,
        line: positionAt(module.text, comment.range[0]).line,
        code,
        text,
      })),
    ),
    blindSpots: analyses.flatMap((analysis) =>
      blindSpotsOf(
        analysis,
        definitions.filter(({ module }) => module === analysis.module),
      ),
    ),
    errors: [...sources.errors, ...errors],
    stats: {
      files: sources.files,
      parsed: files.length,
      minified: sources.minified.length,
      resolvedCalls: httpCalls - unresolved,
      httpCalls,
      belowConfidence: planned.filter(({ call }) => !isAtLeast(call.confidence, confidence)).length,
      ms: Math.round(performance.now() - started),
    },
  };
}

function byPlace(left: Finding, right: Finding): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.line - right.line || left.column - right.column;
}

function blindSpotsOf(
  { module, blindSpots }: Analysis,
  definitions: readonly JudgedDefinition[],
): BlindSpotResult[] {
  const { file, text } = module;
  const lineOf = (node: Node): number => positionAt(text, node.range[0]).line;
  const results = [
    ...blindSpots.map(({ call, client, why }) => ({ file, line: lineOf(call.node), client, why })),
    ...definitions.map(({ node, legacy }) => {
      const why = `no call was seen to use the path ${legacy.path}`;
      return { file, line: lineOf(node), client: 'none', why };
    }),
  ];
  return results.sort((left, right) => left.line - right.line);
}
