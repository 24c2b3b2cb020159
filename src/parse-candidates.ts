import type { PlanFile } from '../transforms/plan.js';
import { analyse } from './analysis/analyse.js';
import type { Candidate, FileError } from './project/sources.js';
import { ParseError, parseModule } from './syntax/parse.js';

/** Parses and analyses each file; one that does not parse is named, and the others go on. */
export function parseCandidates(
  candidates: readonly Candidate[],
  baseUrls: readonly string[] | undefined,
): { readonly files: PlanFile[]; readonly errors: FileError[] } {
  const files: PlanFile[] = [];
  const errors: FileError[] = [];
  for (const { file, path, text } of candidates) {
    try {
      files.push({ analysis: analyse(parseModule(file, text), { baseUrls }), path });
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      errors.push({ file, message: error.message });
    }
  }
  return { files, errors };
}
