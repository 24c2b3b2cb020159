import { resolve } from 'node:path';

import { fixesOf } from '../transforms/fix.js';
import { parseFiles } from '../transforms/parse-files.js';
import { planFlows } from '../transforms/plan.js';
import { definitionFinding, type Finding, findingOf } from '../transforms/result.js';
import { todosIn } from '../transforms/todo.js';
import { type Analysis, isAtLeast } from './analysis/call.js';
import { callHash, fingerprinted } from './analysis/fingerprint.js';
import { type JudgedDefinition, judgeDefinitions } from './analysis/judge-definitions.js';
import { UNKNOWN_CLIENT } from './clients/unknown.js';
import { suppressionsIn } from './gate/suppressions.js';
import { blindSpotResult, lookAround } from './look-around.js';
import type { BlindSpotResult, LeftoverTodo, LookOptions, Untimed } from './look.js';
import { coversProject } from './project/covers.js';
import { nameIn } from './project/name.js';
import { fileFinder, type Sources } from './project/sources.js';
import type { Surroundings } from './surroundings.js';
import type { Module } from './syntax/module.js';
import { positionAt } from './syntax/position.js';
import { startOf } from './syntax/ranges.js';

/** Finds every legacy call of some files, and what `migrate` would do with it. */
export function lookInto(
  sources: Sources,
  paths: readonly string[],
  options: LookOptions,
  surroundings: Surroundings,
): Untimed {
  const { cwd, loaded, confidence = 'likely' } = options;
  const { config, root } = loaded;
  const { baseUrls } = config;
  const around = options.wholeRepository
    ? lookAround(sources, { cwd, baseUrls, outside: surroundings })
    : undefined;
  const { files, readers, errors, unparsed } = parseFiles(
    [...sources.candidates, ...(around?.callers ?? [])],
    {
      baseUrls,
      fileAt: fileFinder(sources.others),
      importersOf: sources.importersOf,
      outside: surroundings,
    },
  );
  const isWhole = coversProject(paths, cwd, root);
  const entries = surroundings.entriesOf([...files, ...readers].map(({ path }) => path));
  const flows = planFlows([...files, ...readers], { config, root, unparsed, isWhole, entries });
  const planned = flows.flat();
  const fixes = options.fixes ? fixesOf(flows) : undefined;
  const calls = planned.map((call) => ({ ...findingOf(call), ...fixes?.get(call) }));
  const { analyses, seen } = around?.settle(files) ?? {
    analyses: files.map(({ analysis }) => analysis),
    seen: [],
  };
  const modules = analyses.map(({ module }) => module);
  const definitions = judgeDefinitions(analyses, { isWhole: true });
  const definitionsOf = new Map<Module, JudgedDefinition[]>();
  for (const definition of definitions) {
    const same = definitionsOf.get(definition.module);
    if (same) same.push(definition);
    else definitionsOf.set(definition.module, [definition]);
  }
  const httpCalls = [...analyses, ...seen].reduce((sum, item) => sum + item.httpCalls, 0);
  const nameOf = (file: string): string => nameIn(root, resolve(cwd, file));
  // Of every confidence: which ones are shown does not change what they are known by.
  const findings = fingerprinted([...calls, ...definitions.map(definitionFinding)], nameOf);
  const spotsAround = seen.flatMap(({ spots }) => spots);
  // What is given a path to something unknown has a URL that is known.
  const unresolved = [...analyses.flatMap(({ blindSpots }) => blindSpots), ...spotsAround].filter(
    ({ client }) => client !== UNKNOWN_CLIENT,
  ).length;
  const unread = [...errors, ...(around?.errors ?? [])];
  const failed = new Set(unread.map(({ file }) => file));
  const looked = [...sources.candidates, ...sources.others]
    .map(({ file }) => file)
    .filter((file) => !failed.has(file));
  return {
    findings: findings.sort(byPlace),
    todos: modules.flatMap((module) => leftoverTodos(module, nameOf)),
    suppressions: modules.flatMap(suppressionsIn),
    blindSpots: [
      ...analyses.flatMap((analysis) => blindSpotsOf(analysis, definitionsOf.get(analysis.module) ?? [])),
      ...spotsAround,
    ],
    errors: [...sources.errors, ...unread],
    files: () => looked,
    isWhole,
    stats: {
      files: sources.files,
      parsed: files.length + seen.length,
      minified: sources.minified.length,
      resolvedCalls: httpCalls - unresolved,
      httpCalls,
      belowConfidence: planned.filter(({ call }) => !isAtLeast(call.confidence, confidence)).length,
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
  const results = [
    ...blindSpots.map(blindSpotResult),
    ...definitions.map(({ node, legacy }) => {
      const why = `no call was seen to use the path ${legacy.path}`;
      return { file, line: positionAt(text, startOf(node)).line, client: 'none', why };
    }),
  ];
  return results.sort((left, right) => left.line - right.line);
}
