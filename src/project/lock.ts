import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

import type { JournalHome } from './journal-home.js';

/** Another run writes here; the message is one line for people. */
export class LockError extends Error {
  override readonly name = 'LockError';
}

/** A process on a machine. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
}

const NAME = 'lock';

/**
 * Keeps other runs from writing in the same project, from before a run reads until it has written.
 *
 * @param isForced although another one seems to
 * @returns to be called at the end; what is left of a run that was killed is no obstacle
 * @throws {LockError} while another run has it
 */
export function takeLock({ folder }: JournalHome, isForced: boolean): () => void {
  const lock = join(folder, NAME);
  const own = join(folder, `${NAME}.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(own, JSON.stringify(self()));
  } catch {
    // Where nothing can be written, the journal can't be either, and says so.
    return () => undefined;
  }
  try {
    if (!isLinked(own, lock)) takeOver(own, lock, isForced);
  } finally {
    rmSync(own, { force: true });
  }
  return () => {
    if (isOwn(ownerAt(lock))) rmSync(lock, { force: true });
    removeEmpty(folder);
  };
}

/** Whether a process is there; of another machine, or a container that is gone, there is no asking. */
export function isAlive({ pid, host }: Owner): boolean {
  if (host !== hostname() || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** This process. */
export function self(): Owner {
  return { pid: process.pid, host: hostname() };
}

function underWay(pid: number): string {
  return `another run (process ${pid}) is writing here; wait for it, or use --force if that process is something else`;
}

/** A link is there at once with its content, and never takes another's place. */
function isLinked(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    return !isTaken(error) && isMade(lock);
  }
}

/** On a file system without links. */
function isMade(lock: string): boolean {
  try {
    writeFileSync(lock, JSON.stringify(self()), { flag: 'wx' });
    return true;
  } catch (error) {
    return !isTaken(error);
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

/** Only one may take away what a dead one left: another may have taken its place meanwhile. */
function takeOver(own: string, lock: string, isForced: boolean): void {
  const guard = `${lock}.guard`;
  if (isForced) rmSync(guard, { force: true });
  if (!isLinked(own, guard)) throw new LockError(underWay(ownerAt(guard)?.pid ?? 0));
  try {
    const owner = ownerAt(lock);
    if (owner && isAlive(owner) && !isForced) throw new LockError(underWay(owner.pid));
    rmSync(lock, { force: true });
    if (!isLinked(own, lock)) throw new LockError(underWay(ownerAt(lock)?.pid ?? 0));
  } finally {
    rmSync(guard, { force: true });
  }
}

function ownerAt(file: string): Owner | undefined {
  try {
    // Our own words: see takeLock.
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    // Just given back.
    return undefined;
  }
}

function isOwn(owner: Owner | undefined): boolean {
  return owner?.pid === process.pid && owner.host === hostname();
}

/** A run that wrote nothing leaves nothing. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // The journal is in it.
  }
}
