import { applyEdits, type Edit, inOrder } from '../src/syntax/edits.js';
import { styleOf } from '../src/syntax/style.js';
import { parseModule } from '../src/syntax/parse.js';
import { importEdits } from './edits/imports.js';
import { type PlanFile, type PlannedCall, type PlanOptions, planFlows } from './plan.js';
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

/** Everything that becomes of the calls of some files. */
export interface Migration {
  /** In the order of the files and of their text. */
  readonly calls: readonly PlannedCall[];
  /** The files that change. */
  readonly files: readonly MigratedFile[];
}

/**
 * Plans the calls of `files` and makes the edits: rewrites, imports and TODO annotations. Writes nothing.
 *
 * @throws {ParseError} when an edit would break a file
 */
export function migrate(files: readonly PlanFile[], options: PlanOptions): Migration {
  const calls = planFlows(files, options).flat();
  const ofFiles = files.map((file) => calls.filter((call) => call.file === file).sort(byPlace));
  return {
    calls: ofFiles.flat(),
    files: files.flatMap((file, index) => migrateFile(file, ofFiles[index] ?? [])),
  };
}

/** The edits for one file; none when it stays as it is. */
function migrateFile(file: PlanFile, calls: readonly PlannedCall[]): MigratedFile[] {
  const { module } = file.analysis;
  const style = styleOf(module.text);
  const todos = calls.flatMap(({ call, problems }): Todo[] =>
    problems.map((problem) => ({ call: call.call.node, code: problem.id, text: problemText(problem) })),
  );
  const edits = inOrder([
    ...calls.flatMap((call) => call.edits),
    ...importEdits(
      module,
      calls.flatMap((call) => call.imports),
      style,
    ),
    ...todoEdits(module, todos, style),
  ]);
  if (edits.length === 0) return [];
  const text = applyEdits(module.text, edits);
  // Nothing that does not parse is handed out; this would be our own mistake.
  parseModule(module.file, text);
  return [{ file, edits, text }];
}

function byPlace(left: PlannedCall, right: PlannedCall): number {
  return left.call.call.node.range[0] - right.call.call.node.range[0];
}
