import { relative, sep } from 'node:path';

/** How messages and results name a file: relative to a folder, with forward slashes; both absolute. */
export function nameIn(folder: string, path: string): string {
  // Nearly all lie below it, and `relative` takes its time.
  const isInside = path.startsWith(folder) && path[folder.length] === sep;
  const name = isInside ? path.slice(folder.length + 1) : relative(folder, path);
  return sep === '/' ? name : name.split(sep).join('/');
}

/** Whether a path is a folder, or lies below it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
