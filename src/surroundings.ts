import { onDisk, type Outside } from './analysis/outside.js';
import { packageEntries } from './project/entries.js';

/** What a run asks of the disk besides the files that it looks at. */
export interface Surroundings extends Outside {
  /** What the packages around some files (absolute paths) offer to others; see {@link packageEntries}. */
  entriesOf(files: readonly string[]): Set<string>;
}

/** @param root absolute folder of the project */
export function surroundingsOf(root: string): Surroundings {
  return {
    ...onDisk(),
    entriesOf(files) {
      return packageEntries(
        root,
        files.map((path) => ({ path })),
      );
    },
  };
}
