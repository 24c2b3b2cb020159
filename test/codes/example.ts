import { loadConfig } from '../../src/config/load.js';
import { migrateFiles } from '../../src/migrate.js';
import { folder } from '../support/folder.js';
import { CONFIG } from '../transforms/run.js';

/** What stands above every source file of an example. */
const ABOVE = [
  "import axios from 'axios';",
  'const BASE = process.env.CONNECTFI_BASE_URL;',
  'const client = axios.create({ baseURL: BASE });',
];
/** An example that has this file is migrated with it, any other one with {@link CONFIG}. */
const CONFIG_FILE = 'akepa.config.ts';
/** Where a file of an example begins. */
const FILE = /^\/\/ ([\w./-]+\.ts)$/;
/** What is run; without, all files are migrated. */
const COMMAND = /^\/\/ npx akepa-migrate migrate (.+)$/;

/** Migrates the files of an example in a folder of their own, as the command line does: the annotations that are written. */
export async function migratedExample(
  example: readonly string[],
): Promise<{ readonly todos: readonly string[]; readonly errors: readonly unknown[] }> {
  const files = filesOf(example);
  const cwd = folder(files);
  const loaded =
    CONFIG_FILE in files ? await loadConfig(cwd) : { config: CONFIG, root: cwd, file: undefined };
  const { report, pending } = await migrateFiles(pathsOf(example), { cwd, loaded });
  const todos = pending.flatMap(({ after }) => after.match(/TODO\(akepa-migrate AK\d+\): .*/g) ?? []);
  return { todos, errors: report.errors };
}

function filesOf(example: readonly string[]): Record<string, string> {
  const isSplit = example.some((line) => FILE.test(line));
  const files: Record<string, string> = {};
  let name = isSplit ? undefined : 'src/kyc.ts';
  for (const line of example) {
    const next = FILE.exec(line)?.[1];
    name = next ?? name;
    if (name === undefined) continue;
    const text = (files[name] ??= name === CONFIG_FILE ? '' : `${ABOVE.join('\n')}\n`);
    if (next === undefined) files[name] = `${text}${line}\n`;
  }
  return files;
}

function pathsOf(example: readonly string[]): string[] {
  return example.flatMap((line) => COMMAND.exec(line)?.[1]?.split(' ') ?? []);
}
