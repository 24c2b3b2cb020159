import { resolve } from 'node:path';

import { fixesOf } from '../transforms/fix.js';
import { parseFiles } from '../transforms/parse-files.js';
import { planFlows } from '../transforms/plan.js';
import { definitionFinding, type Finding, findingOf } from '../transforms/result.js';
import { todosIn } from '../transforms/todo.js';
import { type Analysis, type Confidence, isAtLeast } from './analysis/call.js';
import { callHash, fingerprinted, type Identity } from './analysis/fingerprint.js';
import { type JudgedDefinition, judgeDefinitions } from './analysis/judge-definitions.js';
import { UNKNOWN_CLIENT } from './clients/unknown.js';
import type { LoadedConfig } from './config/types.js';
import { type Suppression, suppressionsIn } from './gate/suppressions.js';
import { coversProject } from './project/covers.js';
import { packageEntries } from './project/entries.js';
import { nameIn } from './project/name.js';
import { fileFinder, type FileError, readAll, readSources } from './project/sources.js';
import type { Module, Node } from './syntax/module.js';
import { positionAt } from './syntax/position.js';

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

/** Finds every legacy call below `paths`, and what `migrate` would do with it. */
export async function look(paths: readonly string[], options: CheckOptions): Promise<Looked> {
  const started = performance.now();
  const { cwd, loaded, confidence = 'likely' } = options;
  const { config, root } = loaded;
  const sources = await readSources(paths, { cwd, root, config, onProgress: options.onProgress });
  const all = options.wholeRepository ? readAll(sources.others) : [];
  const { files, readers, errors, unparsed } = parseFiles([...sources.candidates, ...all], {
    baseUrls: config.baseUrls,
    fileAt: fileFinder(sources.others),
    importersOf: sources.importersOf,
  });
  const isWhole = coversProject(paths, cwd, root);
  const entries = packageEntries(root, [...files, ...readers]);
  const flows = planFlows([...files, ...readers], { config, root, unparsed, isWhole, entries });
  const planned = flows.flat();
  const fixes = options.fixes ? fixesOf(flows) : undefined;
  const calls = planned.map((call) => ({ ...findingOf(call), ...fixes?.get(call) }));
  const analyses = files.map(({ analysis }) => analysis);
  const modules = analyses.map(({ module }) => module);
  const definitions = judgeDefinitions(analyses, { isWhole: true });
  const httpCalls = analyses.reduce((sum, analysis) => sum + analysis.httpCalls, 0);
  const nameOf = (file: string): string => nameIn(root, resolve(cwd, file));
  // Of every confidence: which ones are shown does not change what they are known by.
  const findings = fingerprinted([...calls, ...definitions.map(definitionFinding)], nameOf);
  // What is given a path to something unknown has a URL that is known.
  const unresolved = analyses
    .flatMap(({ blindSpots }) => blindSpots)
    .filter(({ client }) => client !== UNKNOWN_CLIENT).length;
  const failed = new Set(errors.map(({ file }) => file));
  return {
    findings: findings.sort(byPlace),
    todos: modules.flatMap((module) => leftoverTodos(module, nameOf)),
    suppressions: modules.flatMap(suppressionsIn),
    blindSpots: analyses.flatMap((analysis) =>
      blindSpotsOf(
        analysis,
        definitions.filter(({ module }) => module === analysis.module),
      ),
    ),
    errors: [...sources.errors, ...errors],
    files: [...sources.candidates, ...sources.others]
      .map(({ file }) => file)
      .filter((file) => !failed.has(file)),
    isWhole,
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

function leftoverTodos(module: Module, nameOf: (file: string) => string): LeftoverTodo[] {
  const { file } = module;
  const todos = todosIn(module).map(({ comment, code, text }) => {
    const identity = { symbol: '', call: callHash(text), ordinal: 1 };
    return { file, ...positionAt(module.text, comment.range[0]), code, text, identity };
  });
  const named = todos.map((todo) => ({ ...todo, endpoint: todo.code, method: null }));
  return fingerprinted(named, nameOf).map(({ file, line, code, text, identity, fingerprint }) => ({
    file,
    line,
    code,
    text,
    identity,
    fingerprint,
  }));
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
