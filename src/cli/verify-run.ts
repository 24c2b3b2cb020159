import { type CallResult, leftCall } from '../../transforms/result.js';
import type { Comparison } from '../compare/types.js';
import type { MigrateReport, PendingFile } from '../migrate.js';
import type { Io } from './io.js';
import type { Programs } from './migrate-options.js';
import { progress } from './progress.js';

/** A report, and the files that it would write. */
interface Migrated {
  readonly report: MigrateReport;
  readonly pending: readonly PendingFile[];
}

/**
 * Runs the user's programs before and after the migration. Which call a regression comes from can't be known, so that
 * with one nothing is left to write.
 */
export async function verifyRun(
  { report, pending }: Migrated,
  programs: Programs,
  io: Io,
): Promise<Migrated> {
  const { compareMigrated, executedEndpoints } = await import('../verify/run.js');
  const { tick, clear } = progress(io, 'Comparing', 'scenarios');
  const abort = new AbortController();
  void io.stopped().then(() => abort.abort());
  const { signal } = abort;
  const options = { ...programs, cwd: io.cwd, onProgress: tick, signal };
  const comparison = await compareMigrated(pending, options).finally(clear);
  const verification = { ...report.verification, comparison };
  const regressed = regressions(comparison);
  if (regressed.length > 0) {
    const reason = `The programs before and after differ (${regressed.join(', ')}), so nothing was written`;
    const calls = report.calls.map((call) => (call.outcome === 'left' ? call : leftCall(call, reason)));
    return { report: { ...report, calls, files: [], snapshots: [], verification }, pending: [] };
  }
  const endpoints = executedEndpoints(comparison);
  const isExecuted = (call: CallResult): boolean =>
    endpoints.has(call.endpoint) && call.verified !== null && isOnlyOne(call, report.calls);
  const calls = report.calls.map((call) =>
    isExecuted(call) ? { ...call, verified: 'executed' as const } : call,
  );
  return { report: { ...report, calls, verification }, pending };
}

/** Of several rewritten calls of an endpoint, the requests don't tell which was made. */
function isOnlyOne({ endpoint }: CallResult, calls: readonly CallResult[]): boolean {
  return calls.filter((call) => call.verified !== null && call.endpoint === endpoint).length === 1;
}

/** The scenarios in which the two programs differ by more than the APIs. */
export function regressions({ scenarios }: Comparison): string[] {
  return scenarios.filter(({ verdict }) => verdict === 'regression').map(({ name }) => name);
}
