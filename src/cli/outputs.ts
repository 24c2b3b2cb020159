import { resolve } from 'node:path';

import type { CheckResult } from '../check.js';
import { readSource } from '../project/read.js';
import { writeReport } from '../project/write-report.js';
import type { ReportContext } from '../reporters/context.js';
import { CHECK_FORMATS, type CheckFormat, type CheckFormatName } from '../reporters/formats.js';
import { UsageError } from './errors.js';
import { rootOf } from './git.js';
import type { Io } from './io.js';
import { oneOf } from './options.js';
import { version } from './version.js';

/** A format, and the file that it goes to; standard output without one. */
export interface Output {
  readonly name: CheckFormatName;
  readonly file: string | undefined;
}

const NAMES = Object.keys(CHECK_FORMATS).filter((name): name is CheckFormatName => name in CHECK_FORMATS);

/** For `--help`. */
export const FORMATS_HELP = NAMES.map((name) => `  ${name.padEnd(11)}${CHECK_FORMATS[name].summary}`).join(
  '\n',
);

/**
 * What `--format NAME` and `--format NAME:FILE` ask for.
 *
 * @throws {UsageError} for a name that is no format, for a second one to standard output, and for two to one file
 */
export function outputsOf(values: readonly string[], cwd: string): Output[] {
  const outputs = values.map(outputOf);
  const [, second] = outputs.filter(({ file }) => file === undefined);
  if (second)
    throw new UsageError(
      `only one --format can go to standard output; give the others a file, as in --format ${second.name}:FILE`,
    );
  const files = outputs.flatMap(({ file }) => (file === undefined ? [] : [resolve(cwd, file)]));
  const twice = files.find((file, index) => files.indexOf(file) < index);
  if (twice !== undefined) throw new UsageError(`two --format go to one file, ${twice}`);
  return outputs;
}

/** Whether one of them says how migrate would change a file. */
export function wantsFixes(outputs: readonly Output[]): boolean {
  return outputs.some(({ name }) => formatOf(name).hasFixes);
}

/**
 * Writes the reports, files first: what is on standard output then says that they are there.
 *
 * @throws {UsageError} when a file can't be written
 */
export async function report(result: CheckResult, outputs: readonly Output[], io: Io): Promise<void> {
  const context: ReportContext = {
    cwd: io.cwd,
    root: rootOf(io.cwd) ?? io.cwd,
    version: version(),
    colors: io.colors,
    textOf: (file) => readSource(resolve(io.cwd, file)).text,
  };
  for (const { name, file } of outputs) {
    if (file === undefined) continue;
    const print = await formatOf(name).load();
    write(name, file, print(result, { ...context, colors: false }), io);
  }
  for (const { name, file } of outputs) {
    if (file !== undefined) continue;
    const print = await formatOf(name).load();
    io.out(print(result, context));
  }
}

/** `sarif:C:\out.sarif`: no name has a colon, so the first one ends it. */
function outputOf(value: string): Output {
  const at = value.indexOf(':');
  const name = oneOf('format', at === -1 ? value : value.slice(0, at), NAMES);
  const file = at === -1 ? '-' : value.slice(at + 1);
  if (file === '') throw new UsageError(`--format ${value} names no file`);
  return { name, file: file === '-' ? undefined : file };
}

function formatOf(name: CheckFormatName): CheckFormat {
  return CHECK_FORMATS[name];
}

function write(name: CheckFormatName, file: string, text: string, { cwd }: Io): void {
  try {
    writeReport(resolve(cwd, file), text);
  } catch (error) {
    throw new UsageError(`--format ${name}: ${file} can not be written: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

/** The file system's error in a few words. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EISDIR') return 'it is a folder';
  return code === 'ENOTDIR' || code === 'EEXIST' ? 'a part of its path is a file' : code;
}
