import { realpathSync } from 'node:fs';

import { migrate, type Migration, type MigrationOptions } from '../../transforms/migrate.js';
import type { PlanFile, PlannedCall, PlannedFlow } from '../../transforms/plan.js';
import { VerifyError } from './error.js';
import type { TypeChecker } from './types.js';

/** A migration of which TypeScript has nothing new to say. */
export interface TypedMigration extends Migration {
  /** The changed files that TypeScript could check; absolute, links resolved. */
  readonly checked: ReadonlySet<string>;
}

export interface TypedOptions extends MigrationOptions {
  readonly checker: TypeChecker;
  /** How messages name a file. */
  readonly nameOf: (path: string) => string;
}

/** Why the flows of a file stay. */
interface Hold {
  readonly reason: string;
  /** Also those that only get annotations. */
  readonly isWhole: boolean;
}

/**
 * Migrates, and takes back every flow whose edits bring a new diagnostic: in the file itself, or in one that imports it.
 * What is left of the migration is compared again, until nothing is gained.
 *
 * @throws {VerifyError} when nothing can be checked
 */
export function migrateWithTypes(files: readonly PlanFile[], options: TypedOptions): TypedMigration {
  const { checker, nameOf } = options;
  /** By the real path of a file that would change. */
  const holds = new Map<string, Hold>();
  const hold = (flow: PlannedFlow): string | undefined =>
    options.hold?.(flow) ?? reasonFor(flow, holds, files);
  for (;;) {
    const migration = migrate(files, { ...options, hold });
    const texts = new Map(migration.files.map(({ file, text }) => [realpathSync(file.path), text]));
    const { gained, checked } = checker.compare(texts);
    if (gained.length === 0) return { ...migration, checked };
    for (const { path, text, causes } of gained) {
      const reason = `With its edits TypeScript reports ${text} (${nameOf(path)})`;
      for (const cause of causes.length > 0 ? causes : texts.keys()) holdBack(cause, reason, migration);
    }
  }

  function holdBack(path: string, reason: string, { calls }: Migration): void {
    const isMoving = calls.some(
      (call) => call.outcome === 'rewritten' && changedBy(call, files).includes(path),
    );
    if (isMoving && !holds.has(path)) holds.set(path, { reason, isWhole: false });
    if (isMoving) return;
    // Annotations bring no diagnostic, unless they come between a directive and its line.
    if (holds.get(path)?.isWhole) throw new VerifyError(`${reason}, and nothing of it can be taken back`);
    holds.set(path, { reason, isWhole: true });
  }
}

function reasonFor(
  flow: PlannedFlow,
  holds: ReadonlyMap<string, Hold>,
  files: readonly PlanFile[],
): string | undefined {
  for (const item of flow) {
    const own = holds.get(realpathSync(item.file.path));
    if (own?.isWhole) return own.reason;
    if (item.outcome !== 'rewritten') continue;
    const held = changedBy(item, files)
      .map((path) => holds.get(path))
      .find((hold) => hold !== undefined);
    if (held) return held.reason;
  }
  return undefined;
}

/** The real paths of the files that a call's move changes: its own, and those of its paths and its readers. */
function changedBy({ file, edits }: PlannedCall, files: readonly PlanFile[]): string[] {
  const modules = new Set(edits.map(({ module }) => module));
  const changed = files.filter((item) => item === file || modules.has(item.analysis.module));
  return changed.map(({ path }) => realpathSync(path));
}
