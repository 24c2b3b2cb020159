import { relative, resolve, sep } from 'node:path';

import { globMatcher } from '../src/config/globs.js';
import { loadConfig } from '../src/config/load.js';
import type { LoadedConfig } from '../src/config/types.js';
import { ConfigError } from '../src/config/validate.js';
import { hasMarker } from '../src/endpoints/markers.js';
import { isMinified } from '../src/project/minified.js';
import { readSource, withBom } from '../src/project/read.js';
import { migrate } from './migrate.js';
import { parseFiles } from './parse-files.js';
import { type CallResult, callResults } from './result.js';

/** The file that jscodeshift hands over: the path as it was named, and the text as it was decoded. */
export interface FileInfo {
  readonly path: string;
  readonly source: string;
}

/** What of jscodeshift's API the transform uses. */
export interface TransformApi {
  /** Adds to a count, which a dry run prints. */
  readonly stats: (name: string, quantity?: number) => void;
  /** Prints a message about the file. */
  readonly report: (message: string) => void;
}

/** The options of jscodeshift's command line; `--config=FILE` is ours. */
export interface TransformOptions {
  readonly config?: unknown;
}

const BOM = '\uFEFF';
/** What a byte that is not UTF-8 is decoded to. */
const REPLACEMENT = '\uFFFD';
const PACKAGES = /[\\/]node_modules[\\/]/;

/** By the folder and the `--config` of the run. */
const configs = new Map<string, Promise<LoadedConfig>>();

/**
 * Migrates the text of one file as a run over this file alone does; what it imports is read from the disk.
 *
 * @returns the text, new or as it was; undefined for a file that there is no need to look at
 * @throws when the file can't be processed
 */
export async function migrateOneFile(
  { path: name, source }: FileInfo,
  api: TransformApi,
  options: TransformOptions,
): Promise<string | undefined> {
  const cwd = process.cwd();
  const path = resolve(cwd, name);
  if (!hasMarker(source) || PACKAGES.test(path) || isMinified(source)) return undefined;
  refuseOther(path, source);
  const { config, root } = await configOf(cwd, options.config);
  if (globMatcher(config.exclude ?? [])(posix(relative(root, path)))) return undefined;
  const hasBom = source.startsWith(BOM);
  const text = hasBom ? source.slice(1) : source;
  const file = posix(relative(cwd, path));
  const { files, errors, unparsed } = parseFiles([{ file, path, text }], { baseUrls: config.baseUrls });
  const migration = migrate(files, { config, root, unparsed });
  const [error] = [...errors, ...migration.errors];
  if (error) throw new Error(error.message);
  for (const call of callResults(migration)) tell(call, api);
  const [migrated] = migration.files;
  return migrated ? withBom(migrated.text, hasBom) : source;
}

/** A text that jscodeshift has decoded does not show any more what is in the file. */
function refuseOther(path: string, source: string): void {
  if (source.includes('\0')) throw new Error('it is binary');
  if (source.includes(REPLACEMENT)) readSource(path);
}

function configOf(cwd: string, explicit: unknown): Promise<LoadedConfig> {
  if (explicit !== undefined && typeof explicit !== 'string')
    return Promise.reject(new ConfigError('--config takes a file: --config=akepa.config.json'));
  const key = JSON.stringify([cwd, explicit]);
  const loaded = configs.get(key) ?? loadConfig(cwd, explicit);
  configs.set(key, loaded);
  return loaded;
}

/** jscodeshift prints the counts in a dry run, and the messages always: no call is passed over in silence. */
function tell({ line, endpoint, outcome, reason, notes }: CallResult, { stats, report }: TransformApi): void {
  stats(outcome);
  const messages = [...(reason === null ? [] : [reason]), ...notes];
  if (messages.length > 0) report(`(line ${line}) ${endpoint} ${outcome}: ${messages.join(' ')}`);
}

function posix(path: string): string {
  return path.split(sep).join('/');
}
