import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The command that formats files with each formatter, by the package that has it. */
const COMMANDS = {
  prettier: 'npx prettier --write',
  '@biomejs/biome': 'npx biome format --write',
  dprint: 'npx dprint fmt',
} as const;
/** More names make a line that nobody reads. */
const MOST = 10;

/**
 * The command that formats `files` with the project's own formatter; undefined when its package.json names none.
 *
 * @param cwd absolute folder that the files' names start from
 */
export function formatCommand(cwd: string, files: readonly string[]): string | undefined {
  const command = files.length > 0 ? formatterOf(cwd) : undefined;
  if (command === undefined) return undefined;
  const names = files.slice(0, MOST).map(quoted).join(' ');
  return files.length > MOST
    ? `${command} ${names} … (and ${files.length - MOST} more)`
    : `${command} ${names}`;
}

/** Of the nearest package.json that names one: a package of a workspace may leave it to the root. */
function formatterOf(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const names = dependenciesOf(join(folder, 'package.json'));
    const found = Object.entries(COMMANDS).find(([name]) => names.has(name));
    if (found) return found[1];
    if (dirname(folder) === folder) return undefined;
  }
}

function dependenciesOf(file: string): Set<string> {
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof manifest !== 'object' || manifest === null) return new Set();
    const lists = Object.entries(manifest).filter(([key]) => /^(?:dev|optional)?dependencies$/i.test(key));
    return new Set(lists.flatMap(([, list]) => Object.keys((list ?? {}) as object)));
  } catch {
    // None, or none that can be read: then there is no formatter to suggest.
    return new Set();
  }
}

/** A word of a POSIX shell. */
function quoted(file: string): string {
  const path = file.startsWith('-') ? `./${file}` : file;
  return /^[\w./@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
