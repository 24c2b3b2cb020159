import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Io } from '../../src/cli/io.js';
import { progress } from '../../src/cli/progress.js';

const CLEAR = '\r\u001B[K';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** A world that records what reaches standard error, and fails when standard output is touched. */
function world(interactive: boolean): { io: Io; lines: string[] } {
  const lines: string[] = [];
  const io: Io = {
    cwd: '/',
    out: () => expect.unreachable('standard output is for results'),
    err: (text) => void lines.push(text),
    colors: true,
    interactive,
    stopped: () => expect.unreachable('nothing is to be stopped'),
  };
  return { io, lines };
}

test('nothing is drawn in the first second', () => {
  const { io, lines } = world(true);
  const { tick, clear } = progress(io, 'Checking');
  tick(1, 9);
  vi.advanceTimersByTime(999);
  tick(2, 9);
  clear();
  expect(lines).toEqual([]);
});

test('then the line is drawn over itself, ten times a second at the most, and cleared', () => {
  const { io, lines } = world(true);
  const { tick, clear } = progress(io, 'Checking');
  vi.advanceTimersByTime(1000);
  tick(3, 9);
  tick(4, 9);
  vi.advanceTimersByTime(99);
  tick(5, 9);
  vi.advanceTimersByTime(1);
  tick(6, 9);
  clear();
  expect(lines).toEqual([`${CLEAR}Checking 3/9 files`, `${CLEAR}Checking 6/9 files`, CLEAR]);
});

test('nothing is ever drawn where standard error is no terminal', () => {
  const { io, lines } = world(false);
  const { tick, clear } = progress(io, 'Checking');
  vi.advanceTimersByTime(60_000);
  tick(3, 9);
  clear();
  expect(lines).toEqual([]);
});
