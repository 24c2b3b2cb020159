import importBeside from './native-import.cjs';
import type * as OneFile from './one-file.js';
import type { FileInfo, TransformApi, TransformOptions } from './one-file.js';

export type { FileInfo, TransformApi, TransformOptions } from './one-file.js';

/**
 * A jscodeshift transform that makes of one file what `akepa-migrate migrate --write FILE` makes of it.
 *
 * @returns the text, new or as it was; undefined for a file that there is no need to look at
 * @throws when the file or the config can't be used; jscodeshift counts the file as an error and leaves it alone
 */
export default async function transform(
  file: FileInfo,
  api: TransformApi,
  options: TransformOptions = {},
): Promise<string | undefined> {
  // jscodeshift's Babel compiles what is imported in the usual way, so that is next to nothing.
  const { migrateOneFile } = (await importBeside('one-file.js')) as typeof OneFile;
  return migrateOneFile(file, api, options);
}
