import { relative, sep } from 'node:path';

/** How messages and results name a file: relative to a folder, with forward slashes; both absolute. */
export function nameIn(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
