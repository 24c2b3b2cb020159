import { createProgram, type Program } from '../src/analysis/modules.js';
import type { Module } from '../src/syntax/module.js';

/** The modules that files of a folder import, kept as long as the process: an editor asks at every keystroke. */
const programs = new Map<string, Program>();

/**
 * What the imports of a file mean, read from the disk.
 *
 * @param path absolute path of the file
 * @param cwd absolute folder that messages name files from
 */
export function linkOf(path: string, cwd: string): NonNullable<Module['link']> {
  return programOf(cwd).linkFrom(path);
}

/** The program of a folder, whose files are looked at again when they change. */
export function programOf(cwd: string): Program {
  const program = programs.get(cwd) ?? createProgram([], { cwd, isWatching: true });
  programs.set(cwd, program);
  return program;
}
