import { mentionedSources } from '../analysis/imports.js';
import type { SourcePath } from './find-files.js';

/** Who imports what, by the names in the texts; what a name means, the analysis finds out. */
export class ImportIndex {
  private readonly byStem = new Map<string, SourcePath[]>();

  /** @param stems as {@link importedStems} gives them */
  add(source: SourcePath, stems: readonly string[]): void {
    for (const stem of stems) {
      const same = this.byStem.get(stem);
      if (same) same.push(source);
      else this.byStem.set(stem, [source]);
    }
  }

  /**
   * The files that import what has one of these names, each once.
   *
   * @param stems file names without ending; for an index file that of its folder
   */
  of(stems: Iterable<string>): SourcePath[] {
    return [...new Set(Array.from(stems, (stem) => this.byStem.get(asRead(stem)) ?? []).flat())];
  }
}

/**
 * The names of the modules that a file imports, without folder and ending.
 *
 * @param text may be one whose bytes were read as Latin-1
 */
export function importedStems(text: string): string[] {
  return [...new Set(mentionedSources(text).map(stemOf))];
}

/** `kyc` of `./api/kyc.js` and of `./kyc/index`. */
function stemOf(path: string): string {
  return path.replace(/(?:\/index)?(?:\.[cm]?[jt]sx?)?$/, '').replace(/^.*\//, '');
}

/** A name as it reads in bytes that were taken for Latin-1. */
function asRead(stem: string): string {
  return Buffer.from(stem, 'utf8').toString('latin1');
}
