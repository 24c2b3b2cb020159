/** `akepa-migrate/compare`: the same client flow, before and after, on the reference. */
import { type ReferenceApp, createApp } from '../reference/app.js';
import type { BehaviourId, UnknownId } from '../reference/behaviours/index.js';
import type { Exchange } from '../reference/exchange.js';
import { findScenario, type Scenario, SCENARIOS } from '../reference/scenarios.js';
import { type Subject } from '../reference/subjects.js';
import { serveApp } from '../reference/serve.js';
import { diff, worst } from './diff.js';
import { DIFFERENCES, SHAPES } from './differences.js';
import { type Files, writeFiles } from './files.js';
import { observe, registeredBy, type Run } from './observe.js';
import { reasonIn, runCommand } from './run-command.js';
import { runFunction } from './run-function.js';
import {
  CompareError,
  type Comparison,
  type Printed,
  type Program,
  type ProgramContext,
  type ScenarioResult,
} from './types.js';

export type * from './types.js';
export { CompareError };

export interface CompareOptions {
  /** A command line, or a function that is given a `fetch`. */
  readonly before: string | Program;
  readonly after: string | Program;
  /** Names of built-in scenarios. Default: all of them. */
  readonly scenarios?: readonly string[];
  /** Of one run, in milliseconds. Default: 30 s. */
  readonly timeout?: number;
  /** Where command lines run; absolute. Default: the working directory. */
  readonly cwd?: string;
  /** Where `after` runs, when it is not `cwd`. */
  readonly afterCwd?: string;
  /** What command lines find in their environment besides the context. Default: this process's. */
  readonly env?: NodeJS.ProcessEnv;
  /** Ends the comparison, and the program that runs. */
  readonly signal?: AbortSignal;
  /** Called when a scenario is done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Stands for the reference where no socket is needed. */
const IN_PROCESS = 'http://127.0.0.1:8080';
const TIMEOUT_MS = 30_000;

/**
 * Runs a client flow before and after its migration on fresh references, and compares what became observable.
 *
 * @throws {CompareError} for an unknown scenario, for a program that can't be started, hangs, or never calls, and when
 *   `signal` ends it
 */
export async function compare(options: CompareOptions): Promise<Comparison> {
  const scenarios = (options.scenarios ?? SCENARIOS.map(({ name }) => name)).map(scenarioOf);
  const results: ScenarioResult[] = [];
  const unused = new Map<'before' | 'after', Printed>();
  for (const scenario of scenarios) {
    const files = await writeFiles(scenario);
    try {
      const before = await runSide(options.before, scenario, files, options);
      const after = await runSide(options.after, scenario, files, {
        ...options,
        ...(options.afterCwd !== undefined && { cwd: options.afterCwd }),
      });
      noteCalls(unused, { before, after }, results.length === 0);
      results.push(resultOf(scenario, before, after));
      options.onProgress?.(results.length, scenarios.length);
    } finally {
      await files.remove();
    }
  }
  for (const [side, { stderr }] of unused)
    throw new CompareError(`the ${side} program called CONNECTFI_BASE_URL in no scenario${reasonIn(stderr)}`);
  const seen = new Set(results.flatMap(({ rows }) => rows.flatMap(({ differences }) => differences)));
  return {
    version: 1,
    scenarios: results,
    differences: [...DIFFERENCES, ...Object.values(SHAPES)]
      .filter(({ id }) => seen.has(id))
      .map(({ id, title, mark, page }) => ({ id, title, mark, page })),
  };
}

function scenarioOf(name: string): Scenario {
  const scenario = findScenario(name);
  if (scenario) return scenario;
  throw new CompareError(
    `there is no scenario ${name}; there are ${SCENARIOS.map((row) => row.name).join(', ')}`,
  );
}

/** One program on a fresh reference that the scenario has prepared. */
async function runSide(
  program: string | Program,
  scenario: Scenario,
  files: Files,
  options: CompareOptions,
): Promise<Run> {
  const { timeout = TIMEOUT_MS, cwd, env, signal } = options;
  const exchanges: Exchange[] = [];
  const behaviours = new Set<BehaviourId | UnknownId>();
  const app = createApp({
    faults: scenario.faults ?? [],
    onExchange: (exchange) => exchanges.push(exchange),
    onBehaviour: (id) => behaviours.add(id),
  });
  const subject = scenario.prepare(app.world);
  const contextAt = (baseUrl: string): ProgramContext => contextOf(scenario, subject, files, app, baseUrl);
  const done = (context: ProgramContext, printed: Printed): Run => ({
    app,
    subject,
    context,
    exchanges,
    behaviours,
    printed,
    fileNames: files.names,
  });
  if (typeof program === 'function') {
    const context = contextAt(IN_PROCESS);
    return done(context, await runFunction(program, context, app, timeout));
  }
  const server = await serveApp(app);
  try {
    const context = contextAt(server.url);
    return done(
      context,
      await runCommand(program, context, {
        timeout,
        ...(cwd !== undefined && { cwd }),
        ...(env && { env }),
        ...(signal && { signal }),
      }),
    );
  } finally {
    await server.close();
  }
}

function contextOf(
  scenario: Scenario,
  subject: Subject,
  files: Files,
  app: ReferenceApp,
  baseUrl: string,
): ProgramContext {
  const token = scenario.hasExpiredToken ? app.issueExpiredToken() : app.issueToken();
  return { ...subject, scenario: scenario.name, baseUrl, token, files: files.paths };
}

/** Keeps the sides that have not called yet, with what they printed. */
function noteCalls(
  unused: Map<'before' | 'after', Printed>,
  runs: Readonly<Record<'before' | 'after', Run>>,
  isFirst: boolean,
): void {
  for (const side of ['before', 'after'] as const) {
    const { exchanges, printed } = runs[side];
    if (exchanges.length > 0) unused.delete(side);
    else if (isFirst) unused.set(side, printed);
  }
}

function resultOf(scenario: Scenario, before: Run, after: Run): ScenarioResult {
  const [own, others] = [registeredBy(before), registeredBy(after)];
  const { customerId } = before.subject;
  // A flow that registers its customer works for that one; one that only the migrated code registers is a stranger.
  const isOwn = own.length > 0 && own.length === others.length;
  const pair = {
    before: observe(before, isOwn ? (own.at(-1) ?? customerId) : customerId),
    after: observe(after, isOwn ? (others.at(-1) ?? customerId) : after.subject.customerId),
    isHyphenated: customerId.includes('-'),
  };
  const rows = diff(pair);
  const { name, title, task, shows = [], faults = [] } = scenario;
  const isExercised =
    shows.some((id) => pair.before.behaviours.has(id)) ||
    (faults.length > 0 && pair.before.steps.some(({ code }) => code === 'injected'));
  return {
    name,
    title,
    task,
    verdict: worst(rows.map(({ verdict }) => verdict)),
    isExercised,
    rows,
    before: pair.before.steps,
    after: pair.after.steps,
  };
}
