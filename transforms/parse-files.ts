import { analyse } from '../src/analysis/analyse.js';
import { holdsPaths } from '../src/analysis/definitions.js';
import { stemOf } from '../src/analysis/importers.js';
import { importSources } from '../src/analysis/imports.js';
import { createProgram, type FileText } from '../src/analysis/modules.js';
import type { Outside } from '../src/analysis/outside.js';
import { settle } from '../src/analysis/settle.js';
import type { Module } from '../src/syntax/module.js';
import { ParseError } from '../src/syntax/parse.js';
import { isPartOfRun } from './flow.js';
import type { PlanFile } from './plan.js';

export interface ParseOptions {
  readonly baseUrls: readonly string[] | undefined;
  /** Files that are looked into only where others import them, and that may not lie on the disk. */
  readonly linked?: readonly FileText[];
  /** A file of the project, by its real path. */
  readonly fileAt?: (path: string) => FileText | undefined;
  /** Files that may import one of these modules; names without ending, for an index file that of its folder. */
  readonly importersOf?: (modules: ReadonlySet<string>) => readonly FileText[];
  /** Answers for all other files; the disk by default. */
  readonly outside?: Outside;
}

/** What came of the files. */
export interface ParsedFiles {
  readonly files: readonly PlanFile[];
  readonly errors: readonly { readonly file: string; readonly message: string }[];
  /**
   * What the files with a call of KYC import, and who else imports that: it holds no legacy path, but it may read an
   * answer, or declare what one is.
   */
  readonly readers: readonly PlanFile[];
  /** Absolute paths of the files that do not parse. */
  readonly unparsed: readonly string[];
}

const EXPORTS = /\bexports?\b/;
/** Paths are rarely handed on by more files than these. */
const ROUNDS = 6;

/**
 * Parses and analyses each file, and those that import a legacy path or a wrapper from it; one that does not parse is
 * named, and the others go on.
 */
export function parseFiles(
  texts: readonly FileText[],
  { baseUrls, linked = [], importersOf, fileAt, outside }: ParseOptions,
): ParsedFiles {
  const program = createProgram([...texts, ...linked], { importersOf, outside });
  const errors: { file: string; message: string }[] = [];
  const unparsed: string[] = [];
  let files: PlanFile[] = [];
  const asked = new Set<string>();
  let round = texts;
  for (let count = 0; count < ROUNDS && round.length > 0; count++) {
    for (const item of round) {
      try {
        files.push({ analysis: analyse(program.moduleOf(item), { baseUrls }), path: item.path });
      } catch (error) {
        if (!(error instanceof ParseError)) throw error;
        errors.push({ file: item.file, message: error.message });
        unparsed.push(item.path);
      }
    }
    const settled = settle(files.map(({ analysis }) => analysis));
    files = files.map((file, index) => ({ ...file, analysis: settled[index] ?? file.analysis }));
    const carriers = newCarriers(files, asked);
    const known = new Set(files.map(({ path }) => path));
    round = importers(carriers, new Set(carriers.map(({ analysis }) => analysis.module)), known);
  }
  return { files, readers: readersFor(files), errors, unparsed };

  function readersFor(known: readonly PlanFile[]): PlanFile[] {
    const seen = new Set(known.map(({ path }) => path));
    const take = (text: FileText | undefined): PlanFile[] => {
      if (!text || seen.has(text.path) || !/\.[cm]?[jt]sx?$/.test(text.path)) return [];
      seen.add(text.path);
      try {
        return [{ analysis: nothingIn(program.moduleOf(text)), path: text.path }];
      } catch (error) {
        if (error instanceof ParseError) return [];
        throw error;
      }
    };
    const askers = known.filter(({ analysis }) =>
      analysis.calls.some(({ match }) => isPartOfRun(match.endpoint.id)),
    );
    const imported = askers.flatMap(({ analysis, path }) =>
      importSources(analysis.module).flatMap((source) => {
        const target = program.targetOf(path, source);
        return target === undefined ? [] : take(fileAt?.(target));
      }),
    );
    const readers = [...imported];
    const unasked = new Set(known.map(({ analysis }) => analysis.module));
    for (let level = [...askers, ...imported], count = 0; level.length > 0 && count < ROUNDS; count++) {
      const handing = level.filter(({ analysis }) => EXPORTS.test(analysis.module.text));
      const modules = new Set(handing.map(({ analysis }) => analysis.module));
      const more = importers(handing, modules, seen).flatMap(take);
      readers.push(...more);
      // Of the files that are known anyway those that import one may hand on what it answers.
      const others = known.filter(({ analysis }) => {
        const isNext = unasked.has(analysis.module) && importsAny(analysis.module, modules);
        if (isNext) unasked.delete(analysis.module);
        return isNext;
      });
      level = [...more, ...others];
    }
    return readers;
  }

  function importers(
    files: readonly PlanFile[],
    modules: ReadonlySet<Module>,
    known: ReadonlySet<string>,
  ): FileText[] {
    const found = importersOf?.(new Set(files.map(({ path }) => stemOf(path)))) ?? [];
    // Many files are called `index` or `types`: those that mean another one are not parsed.
    const mentionsOne = program.mentions(files.map(({ path }) => path));
    return found.filter((text) => !known.has(text.path) && mentionsOne(text) && imports(text, modules));
  }

  /** What only looks like an import of it, or does not parse, is of no interest. */
  function imports(text: FileText, modules: ReadonlySet<Module>): boolean {
    try {
      return importsAny(program.moduleOf(text), modules);
    } catch (error) {
      if (error instanceof ParseError) return false;
      throw error;
    }
  }
}

/**
 * The files whose paths or wrappers other files may use, and that were not asked for: those that export something, and
 * hold a legacy path or import one of these.
 *
 * @param asked absolute paths; the new ones are added
 */
function newCarriers(files: readonly PlanFile[], asked: Set<string>): PlanFile[] {
  const found: PlanFile[] = [];
  const modules = new Set(files.filter(({ path }) => asked.has(path)).map(({ analysis }) => analysis.module));
  const open = files.filter(({ path, analysis }) => !asked.has(path) && EXPORTS.test(analysis.module.text));
  // Reads the whole tree of a file: once, and not each time that a carrier is found.
  const holders = new Set(open.filter(({ analysis }) => holdsPaths(analysis.module, analysis.calls)));
  for (let isMore = true; isMore;) {
    const more = open.filter(
      (file) => !asked.has(file.path) && (holders.has(file) || importsAny(file.analysis.module, modules)),
    );
    for (const file of more) {
      asked.add(file.path);
      modules.add(file.analysis.module);
      found.push(file);
    }
    isMore = more.length > 0;
  }
  return found;
}

function nothingIn(module: Module): PlanFile['analysis'] {
  const wrapped = new Map<never, never>();
  return { module, calls: [], blindSpots: [], definitions: [], mocks: [], httpCalls: 0, wrapped };
}

function importsAny(module: Module, others: ReadonlySet<Module>): boolean {
  return importSources(module).some((source) => {
    const other = module.link?.(source);
    return other !== undefined && others.has(other);
  });
}
