import { relative, sep } from 'node:path';

/** How messages and results name a file: relative to a folder, with forward slashes; both absolute. */
export function nameIn(folder: string, path: string): string {
  // Nearly all lie below it, and `relative` takes its time.
  const isBelow = path.startsWith(folder) && path[folder.length] === sep;
  const name = isBelow ? path.slice(folder.length + 1) : relative(folder, path);
  return sep === '/' ? name : name.split(sep).join('/');
}
