import { readFileSync } from 'node:fs';

/** The version of this package. */
export function version(): string {
  // package.json lies above src in the sources and above dist/src in the package.
  for (const path of ['../../package.json', '../../../package.json']) {
    try {
      const { version } = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as {
        version: string;
      };
      return version;
    } catch {
      continue;
    }
  }
  return 'unknown';
}
