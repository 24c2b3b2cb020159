import { analyse } from '../src/analysis/analyse.js';
import { ParseError, parseModule } from '../src/syntax/parse.js';
import type { PlanFile } from './plan.js';

/** A file to parse. */
export interface FileText {
  /** As results name it, with forward slashes. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** Without a byte order mark. */
  readonly text: string;
}

/** What came of the files. */
export interface ParsedFiles {
  readonly files: readonly PlanFile[];
  readonly errors: readonly { readonly file: string; readonly message: string }[];
  /** Absolute paths of the files that do not parse. */
  readonly unparsed: readonly string[];
}

/** Parses and analyses each file; one that does not parse is named, and the others go on. */
export function parseFiles(texts: readonly FileText[], baseUrls: readonly string[] | undefined): ParsedFiles {
  const files: PlanFile[] = [];
  const errors: { file: string; message: string }[] = [];
  const unparsed: string[] = [];
  for (const { file, path, text } of texts) {
    try {
      files.push({ analysis: analyse(parseModule(file, text), { baseUrls }), path });
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      errors.push({ file, message: error.message });
      unparsed.push(path);
    }
  }
  return { files, errors, unparsed };
}
