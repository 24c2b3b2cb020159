import type { Io } from './io.js';

/** A run shorter than this needs no progress line. */
const QUIET_MS = 1000;
const REDRAW_MS = 100;

/** A progress line on a terminal's standard error, drawn once a run takes longer than a second. */
export interface Progress {
  readonly tick: (done: number, total: number) => void;
  readonly clear: () => void;
}

export function progress({ interactive, err }: Io, verb: string, unit = 'files'): Progress {
  const started = performance.now();
  let drawn = 0;
  return {
    tick(done, total) {
      // Asked for every file, and most runs are of a hook or of CI.
      if (!interactive) return;
      const now = performance.now();
      if (now - started < QUIET_MS || now - drawn < REDRAW_MS) return;
      drawn = now;
      err(`\r\u001B[K${verb} ${done}/${total} ${unit}`);
    },
    clear() {
      if (drawn > 0) err('\r\u001B[K');
    },
  };
}
