import picomatch from 'picomatch';

/**
 * A matcher for the config's globs; a folder stands for all that is in it.
 *
 * @returns takes a path relative to the config file, with forward slashes
 */
export function globMatcher(globs: readonly string[]): (name: string) => boolean {
  const patterns = globs.map((glob) => glob.replace(/^\.\//, '').replace(/\/$/, ''));
  return picomatch([...patterns, ...patterns.map((pattern) => `${pattern}/**`)], { dot: true });
}
