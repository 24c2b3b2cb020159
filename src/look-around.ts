import { resolve } from 'node:path';

import type { PlanFile } from '../transforms/plan.js';
import { analyse } from './analysis/analyse.js';
import type { Analysis, BlindSpot } from './analysis/call.js';
import { createProgram } from './analysis/modules.js';
import type { Outside } from './analysis/outside.js';
import type { BlindSpotResult } from './look.js';
import type { SourcePath } from './project/find-files.js';
import { type Candidate, type FileError, readAll, type Sources } from './project/sources.js';
import type { Module, Node } from './syntax/module.js';
import { ParseError } from './syntax/parse.js';
import { positionAt } from './syntax/position.js';
import { startOf } from './syntax/ranges.js';

/** What the files without a marker say of requests. */
export interface Around {
  /** Those that call a legacy endpoint all the same: the run has to look into them. */
  readonly callers: readonly Candidate[];
  readonly errors: readonly FileError[];
  /** Takes into account what these files and those of the run say of each other; see {@link settle}. */
  readonly settle: (files: readonly PlanFile[]) => {
    readonly analyses: readonly Analysis[];
    /** Of the files that the run does not look into. */
    readonly seen: readonly Seen[];
  };
}

/** What one file says of requests. */
export interface Seen {
  readonly httpCalls: number;
  readonly spots: readonly BlindSpotResult[];
}

/** Each with a text that is the same for the same call. */
type Spots = ReadonlyMap<string, BlindSpotResult>;

interface AroundOptions {
  readonly cwd: string;
  readonly baseUrls: readonly string[] | undefined;
  readonly outside: Outside;
}

/** Characters of text whose trees are held at a time: some hundred files, and some hundred megabytes at most. */
const MOST_AT_A_TIME = 1_500_000;

/** Looks for requests in the files without a marker; their trees are forgotten, a few hundred at a time. */
export function lookAround(sources: Sources, { cwd, baseUrls, outside }: AroundOptions): Around {
  const { candidates, others, importersOf } = sources;
  const names = new Map([...candidates, ...others].map(({ realPath, file }) => [realPath, file]));
  const keyOf = (node: Node, { file }: Module): string =>
    `${names.get(resolve(cwd, file)) ?? file}:${startOf(node)}`;
  const wrapped = new Set<string>();
  const callers: Candidate[] = [];
  const errors: FileError[] = [];
  const spotsOf = new Map<string, { readonly httpCalls: number; readonly spots: Spots }>();
  for (const texts of inParts(others)) {
    const program = createProgram([...candidates, ...texts], { cwd, importersOf, outside });
    for (const text of texts) {
      try {
        const analysis = analyse(program.moduleOf(text), { baseUrls });
        noteWrapped(analysis);
        if (analysis.calls.length > 0) callers.push(text);
        const { blindSpots, httpCalls, module } = analysis;
        const spots = blindSpots.map(
          (spot) => [keyOf(spot.call.node, module), blindSpotResult(spot)] as const,
        );
        spotsOf.set(text.path, { httpCalls, spots: new Map(spots) });
      } catch (error) {
        if (!(error instanceof ParseError)) throw error;
        errors.push({ file: text.file, message: error.message });
      }
    }
  }
  return { callers, errors, settle };

  function noteWrapped(analysis: Analysis): void {
    for (const [node, module] of analysis.wrapped) wrapped.add(keyOf(node, module));
  }

  function settle(files: readonly PlanFile[]): ReturnType<Around['settle']> {
    for (const { analysis, path } of files) {
      noteWrapped(analysis);
      spotsOf.delete(path);
    }
    const analyses = files.map(({ analysis }): Analysis => {
      const { module, blindSpots, httpCalls } = analysis;
      const own = blindSpots.filter(({ call }) => !wrapped.has(keyOf(call.node, module)));
      return { ...analysis, blindSpots: own, httpCalls: httpCalls - (blindSpots.length - own.length) };
    });
    const seen = Array.from(spotsOf.values(), ({ httpCalls, spots }): Seen => {
      const own = [...spots].flatMap(([key, spot]) => (wrapped.has(key) ? [] : [spot]));
      return { httpCalls: httpCalls - (spots.size - own.length), spots: own };
    });
    return { analyses, seen };
  }
}

/** A blind spot as results name it. */
export function blindSpotResult({ call: { node, module }, client, why }: BlindSpot): BlindSpotResult {
  return { file: module.file, line: positionAt(module.text, startOf(node)).line, client, why };
}

/** The texts of files that lie next to each other, which import each other mostly. */
function* inParts(files: readonly SourcePath[]): Generator<readonly Candidate[]> {
  let part: Candidate[] = [];
  let length = 0;
  for (const source of files) {
    for (const text of readAll([source])) {
      part.push(text);
      length += text.text.length;
    }
    if (length < MOST_AT_A_TIME) continue;
    yield part;
    part = [];
    length = 0;
  }
  if (part.length > 0) yield part;
}
