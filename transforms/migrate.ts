import { applyEdits, type Edit, EditConflict, inOrder, type PlacedEdit } from '../src/syntax/edits.js';
import { scriptStyle } from '../src/syntax/blocks/script-style.js';
import type { Module } from '../src/syntax/module.js';
import { ParseError, parseModule } from '../src/syntax/parse.js';
import { startOf } from '../src/syntax/ranges.js';
import { importEdits } from './edits/imports.js';
import { withLayout } from './layout/index.js';
import { type PlanFile, type PlannedCall, type PlannedFlow, type PlanOptions, planCalls } from './plan.js';
import { problemText } from './problem.js';
import { type Todo, todoEdits } from './todo.js';

/** One file after the migration. */
export interface MigratedFile {
  readonly file: PlanFile;
  /** In the order of the text. */
  readonly edits: readonly Edit[];
  /** The new text, without a byte order mark. */
  readonly text: string;
}

export interface MigrationOptions extends PlanOptions {
  /** Why a flow is to stay as it is; asked for those that would move or be annotated. */
  readonly hold?: (flow: PlannedFlow) => string | undefined;
}

/** Everything that becomes of the calls of some files. */
export interface Migration {
  /** In the order of the files and of their text. */
  readonly calls: readonly PlannedCall[];
  readonly flows: readonly PlannedFlow[];
  /** The files that change. */
  readonly files: readonly MigratedFile[];
  /** The files that the edits would break; they stay as they are, and so do the flows that they are part of. */
  readonly errors: readonly { readonly file: string; readonly message: string }[];
}

/** Plans the calls of `files` and makes the edits: rewrites, imports and TODO annotations. Writes nothing. */
export function migrate(files: readonly PlanFile[], options: MigrationOptions): Migration {
  const plan = planCalls(files, options);
  const planned = plan.flows.map((flow) => held(flow, options));
  const broken = new Map<PlanFile, string>();
  for (;;) {
    const ofCalls = planned.map((flow) => heldBack(flow, broken));
    const doubles = plan.doubles(ofCalls).map((double) => heldBack(held([double], options), broken));
    const flows = [...ofCalls, ...doubles];
    const calls = flows.flat();
    const byFile = new Map(files.map((file): [PlanFile, PlannedCall[]] => [file, []]));
    for (const call of calls) byFile.get(call.file)?.push(call);
    const ofFiles = files.map((file) => byFile.get(file)?.sort(byPlace) ?? []);
    const edits = byModule(calls.flatMap((call) => call.edits));
    const todos = todosByModule(calls);
    const known = broken.size;
    const migrated = files.flatMap((file, index) => {
      if (broken.has(file)) return [];
      try {
        return migrateFile(file, ofFiles[index] ?? [], {
          edits: edits.get(file.analysis.module) ?? [],
          todos: todos.get(file.analysis.module) ?? [],
        });
      } catch (error) {
        if (!(error instanceof ParseError || error instanceof EditConflict)) throw error;
        broken.set(file, `the edits would break it, so it stays: ${error.message}`);
        return [];
      }
    });
    // What holds a flow back in one file changes what is made of the others.
    if (broken.size > known) continue;
    const errors = [...broken].map(([{ analysis }, message]) => ({ file: analysis.module.file, message }));
    return { calls: ofFiles.flat(), flows, files: migrated, errors };
  }
}

function held(flow: PlannedFlow, { hold }: MigrationOptions): PlannedFlow {
  const reason = flow.every(({ outcome }) => outcome === 'left') ? undefined : hold?.(flow);
  return reason === undefined ? flow : stayingFor(reason, flow).map((item) => ({ ...item, isHeld: true }));
}

/** A flow that can't move in one of its files stays in all of them. */
function heldBack(flow: PlannedFlow, broken: ReadonlyMap<PlanFile, string>): PlannedFlow {
  const stays = [...broken.keys()].find(({ analysis: { module } }) =>
    flow.some(
      ({ file, edits }) => file.analysis.module === module || edits.some((edit) => edit.module === module),
    ),
  );
  if (!stays) return flow;
  const reason = `The edits of its flow would break ${stays.analysis.module.file}`;
  return stayingFor(reason, flow);
}

function stayingFor(reason: string, flow: PlannedFlow): PlannedFlow {
  return flow.map((item) => ({ ...item, outcome: 'left', problems: [], reason, edits: [], imports: [] }));
}

/** The annotations of each file: at the calls, and at the readers of their answers. */
function todosByModule(calls: readonly PlannedCall[]): Map<Module, Todo[]> {
  const found = new Map<Module, Todo[]>();
  for (const { call, problems } of calls)
    for (const problem of problems) {
      const { node, module } = problem.at ?? call.call;
      const todo = { call: node, code: problem.id, text: problemText(problem) };
      const same = found.get(module);
      if (same) same.push(todo);
      else found.set(module, [todo]);
    }
  return found;
}

/**
 * The edits for one file; none when it stays as it is.
 *
 * @param calls the file's own
 * @param placed what calls change in it and say of it, of this file and of others
 */
function migrateFile(
  file: PlanFile,
  calls: readonly PlannedCall[],
  placed: { readonly edits: readonly Edit[]; readonly todos: readonly Todo[] },
): MigratedFile[] {
  const { module } = file.analysis;
  const style = scriptStyle(module);
  const edits = inOrder([
    ...placed.edits,
    ...importEdits(
      module,
      calls.flatMap((call) => call.imports),
      style,
    ),
    ...todoEdits(
      module,
      placed.todos,
      style,
      calls.filter(({ isHeld }) => isHeld).map(({ call }) => call.call.node),
    ),
  ]);
  if (edits.length === 0) return [];
  const laidOut = withLayout(module, edits, style);
  const text = applyEdits(module.text, laidOut);
  // A configured expression may not be one, and a mistake of ours must not reach a file.
  parseModule(module.file, text);
  return [{ file, edits: laidOut, text }];
}

function byModule(edits: readonly PlacedEdit[]): Map<Module, Edit[]> {
  const found = new Map<Module, Edit[]>();
  for (const { module, range, text } of edits) {
    const same = found.get(module);
    if (same) same.push({ range, text });
    else found.set(module, [{ range, text }]);
  }
  return found;
}

function byPlace(left: PlannedCall, right: PlannedCall): number {
  return startOf(left.call.call.node) - startOf(right.call.call.node);
}
