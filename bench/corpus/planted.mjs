import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The tested calling shapes: what is planted is what the tests say is seen, at the line that they say. */
const SHAPES = new URL('../../test/fixtures/shapes/', import.meta.url);

/**
 * Copies calling shapes below `folder`, each as a package of its own, until they hold `count` calls. The shapes are taken
 * in equal steps over all of them, so that each kind of calling is there.
 *
 * @param {string} folder absolute
 * @param {number} count
 * @returns {{ file: string, line: number, endpoint: string }[]} `file` relative to `folder`, `line` 1-based
 */
export function plant(folder, count) {
  const shapes = readdirSync(SHAPES).sort().flatMap(usable);
  const planted = [];
  for (const { name, calls } of inSteps(shapes, count)) {
    if (planted.length + calls.length > count) continue;
    cpSync(new URL(`${name}/`, SHAPES), join(folder, name), {
      recursive: true,
      filter: (path) => !path.endsWith('expected.json'),
    });
    planted.push(...calls.map(({ file, ...call }) => ({ file: `${name}/${file}`, ...call })));
  }
  return planted;
}

/** Those that need no config and no links, and are seen. */
function usable(name) {
  const { config, links, seen, calls } = JSON.parse(
    readFileSync(new URL(`${name}/expected.json`, SHAPES), 'utf8'),
  );
  if (config || links || !seen) return [];
  return [
    {
      name,
      calls: calls.map(({ at, endpoint }) => {
        const [, file, line] = /^(.*):(\d+)$/.exec(at);
        return { file, line: Number(line), endpoint };
      }),
    },
  ];
}

/** All of the list, beginning with equal steps through it. */
function inSteps(list, count) {
  const step = Math.max(1, Math.floor(list.length / count));
  return Array.from({ length: step }, (_, offset) =>
    list.filter((_item, index) => index % step === offset),
  ).flat();
}
