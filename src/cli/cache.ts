import { resolve } from 'node:path';

import { openCache, type RunCache } from '../cache/index.js';
import { cacheLocation } from '../cache/location.js';
import type { LoadedConfig } from '../config/types.js';
import { messageOf } from '../message-of.js';
import type { Io } from './io.js';
import { version } from './version.js';

interface CacheValues {
  readonly cache: boolean;
  readonly 'cache-location'?: string | undefined;
}

/** The cache that a run was given with `--cache` or `--cache-location FILE`. */
export function cacheOf(
  { cache, 'cache-location': location }: CacheValues,
  { root }: LoadedConfig,
  { cwd }: Io,
): RunCache | undefined {
  if (location !== undefined) return openCache(resolve(cwd, location), version());
  return cache ? openCache(cacheLocation(root), version()) : undefined;
}

/** A cache that can't be written makes the next run slower, and no run fail. */
export function saveCache(cache: RunCache | undefined, { err }: Io): void {
  try {
    cache?.save();
  } catch (error) {
    const reason = messageOf(error);
    err(`akepa-migrate: the cache could not be written (${reason})\n`);
  }
}
