import { existsSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { openCache } from '../../src/cache/index.js';
import { readSections, writeSections } from '../../src/cache/store.js';
import { readStored } from '../../src/cache/stored.js';
import { look } from '../../src/look.js';
import { put, read } from '../support/folder.js';
import { randomFrom } from '../support/random.js';
import { PROJECT, projectWithCache, seenIn } from './project.js';

const TOOL = `akepa-migrate test, Node ${process.version}`;

describe('a second run', () => {
  test('takes everything from the cache, and sees the same', async () => {
    const { root, cache } = projectWithCache();
    const first = await seenIn(root, { cache });
    expect(first.isKnown).toBe(false);
    expect(first.seen.findings.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'src/link.ts:2',
      'src/status.ts:3',
    ]);
    expect(await seenIn(root, { cache })).toEqual({ ...first, isKnown: true, isUnread: true });
    expect((await seenIn(root)).seen).toEqual(first.seen);
  });

  test('writes nothing when nothing has changed', async () => {
    const { root, cache } = projectWithCache();
    await seenIn(root, { cache });
    const { ino } = statSync(cache);
    await seenIn(root, { cache });
    expect(statSync(cache).ino).toBe(ino);
  });

  test('knows a file by its content when only its times are new', async () => {
    const { root, cache } = projectWithCache();
    await seenIn(root, { cache });
    for (const file of Object.keys(PROJECT)) put(root, { [file]: read(root, file) });
    expect(await seenIn(root, { cache })).toMatchObject({ isKnown: true, isUnread: false });
    const { ino } = statSync(cache);
    expect((await seenIn(root, { cache })).isUnread).toBe(true);
    expect(statSync(cache).ino, 'the new times are kept').toBe(ino);
  });
});

describe('what a result rests on', () => {
  const call = "import axios from 'axios';\nexport const s = axios.get('/customer/kyc/status/1');\n";

  test.each<[string, (root: string) => void]>([
    ['a text', (root) => put(root, { 'src/plain.ts': call })],
    [
      'a text of the same length',
      (root) =>
        put(root, { 'src/link.ts': PROJECT['src/link.ts'].replace('document-link', 'document-sink') }),
    ],
    [
      'a text whose time was set back',
      (root) => {
        const { atime, mtime } = statSync(join(root, 'src/link.ts'));
        put(root, { 'src/link.ts': PROJECT['src/link.ts'].replace('document-link', 'document-sink') });
        utimesSync(join(root, 'src/link.ts'), atime, mtime);
      },
    ],
    ['a new file', (root) => put(root, { 'src/new.ts': call })],
    ['a file that is gone', (root) => rmSync(join(root, 'src/link.ts'))],
    ['a file of another name', (root) => renameSync(join(root, 'src/link.ts'), join(root, 'src/lonk.ts'))],
    ['a constant in another file', (root) => put(root, { 'src/paths.ts': "export const STATUS = '/a/';\n" })],
    ['an import that others follow', (root) => put(root, { 'tsconfig.json': '{}\n' })],
    ['what is ignored', (root) => put(root, { '.gitignore': 'link.ts\n' })],
    [
      'what the config leaves out',
      (root) => put(root, { 'akepa.config.json': '{"exclude":["src/link.ts"]}' }),
    ],
    [
      'a value of the config',
      (root) => put(root, { 'akepa.config.json': '{"baseUrls":["https://connectfi.example"]}' }),
    ],
    ['what a package offers', (root) => put(root, { 'package.json': '{ "main": "src/link.ts" }\n' })],
    ['a file that does not parse', (root) => put(root, { 'src/link.ts': 'document-link (' })],
    [
      'a file that can not be read',
      (root) => {
        rmSync(join(root, 'src/link.ts'));
        put(root, { 'src/link.ts': 'document-link \u0000' });
      },
    ],
  ])('%s', async (_, change) => {
    const { root, cache } = projectWithCache();
    await seenIn(root, { cache });
    change(root);
    const { seen, isKnown } = await seenIn(root, { cache });
    expect(isKnown).toBe(false);
    expect(seen).toEqual((await seenIn(root)).seen);
    expect((await seenIn(root, { cache })).isKnown).toBe(true);
  });

  test('a module outside of the paths', async () => {
    const { root, cache } = projectWithCache();
    const paths = ['src'];
    const { seen } = await seenIn(root, { paths, cache });
    expect((await seenIn(root, { paths, cache })).isKnown).toBe(true);
    put(root, {
      'lib/http.ts': 'export const post = (path: string, body: object) => console.log(path, body);\n',
    });
    const changed = await seenIn(root, { paths, cache });
    expect(changed.isKnown).toBe(false);
    expect(changed.seen).not.toEqual(seen);
    expect(changed.seen).toEqual((await seenIn(root, { paths })).seen);
  });

  test('an import of something that comes to be', async () => {
    const files = { ...PROJECT, 'src/link.ts': PROJECT['src/link.ts'].replace('../lib', '../gen') };
    const { root, cache } = projectWithCache(files);
    const paths = ['src'];
    const clientIn = async (): Promise<unknown[]> => {
      const { seen, isKnown } = await seenIn(root, { paths, cache });
      return [isKnown, seen.findings.find(({ file }) => file === 'src/link.ts')?.client];
    };
    expect(await clientIn()).toEqual([false, 'unknown']);
    expect(await clientIn()).toEqual([true, 'unknown']);
    put(root, { 'gen/http.ts': PROJECT['lib/http.ts'] });
    expect(await clientIn()).toEqual([false, 'axios']);
  });
});

test('runs that ask for something else have results of their own', async () => {
  const { root, cache } = projectWithCache();
  const asked = [
    {},
    { paths: ['src'] },
    { wholeRepository: true },
    { confidence: 'certain' },
    { fixes: true },
  ] as const;
  for (const options of asked) await seenIn(root, { ...options, cache });
  for (const options of asked)
    expect(await seenIn(root, { ...options, cache })).toEqual({
      ...(await seenIn(root, options)),
      isKnown: true,
      isUnread: true,
    });
});

test('of many different runs the latest are kept', async () => {
  const { root, cache } = projectWithCache();
  const files = ['paths', 'status', 'link', 'plain', 'other/user'];
  const asked = files.flatMap((one) => files.slice(0, 3).map((two) => [`src/${one}.ts`, `src/${two}.ts`]));
  for (const paths of asked) await seenIn(root, { paths, cache });
  expect((await seenIn(root, { paths: asked.at(-1) ?? [], cache })).isKnown).toBe(true);
  expect((await seenIn(root, { paths: asked[0] ?? [], cache })).isKnown).toBe(false);
});

test('a file that was changed a moment before it was read is read again', async () => {
  const { root, cache } = projectWithCache();
  const timesWith = async (now: () => number): Promise<unknown> => {
    const opened = openCache(cache, 'test', now);
    await look([], { cwd: root, loaded: { config: {}, root, file: undefined }, cache: opened });
    opened.save();
    return readStored(cache, TOOL).facts()['src/link.ts']?.slice(1, 3);
  };
  expect(await timesWith(Date.now)).toEqual([-1, -1]);
  const { mtimeMs, ctimeMs } = statSync(join(root, 'src/link.ts'));
  expect(await timesWith(() => Date.now() + 3000)).toEqual([mtimeMs, ctimeMs]);
});

describe('a damaged cache', () => {
  test.each<[string, (path: string) => void]>([
    ['empty', (path) => writeFileSync(path, '')],
    ['cut off', (path) => writeFileSync(path, readFileSync(path).subarray(0, 500))],
    ...[0, 70, 700, -700, -7].map((at): [string, (path: string) => void] => [
      `one byte of another value (${at})`,
      (path) => {
        const bytes = readFileSync(path);
        const place = at < 0 ? bytes.length + at : at;
        bytes[place] = (bytes[place] ?? 0) ^ 1;
        writeFileSync(path, bytes);
      },
    ]),
    ['not ours', (path) => writeFileSync(path, '{"files":{}}\n')],
    [
      'of another version',
      (path) => writeSections(path, TOOL.replace('test', 'other'), readSections(path, TOOL)),
    ],
  ])('%s: as without one, and made anew', async (_, damage) => {
    const { root, cache } = projectWithCache();
    const { seen } = await seenIn(root, { cache });
    damage(cache);
    expect(await seenIn(root, { cache })).toEqual({ seen, isKnown: false, isUnread: false });
    expect(await seenIn(root, { cache })).toEqual({ seen, isKnown: true, isUnread: true });
  });
});

/** What people do to a project, at random, but the same on every run. */
test('whatever is done to a project, a run with the cache sees what one without sees', async () => {
  const { root, cache } = projectWithCache();
  const next = randomFrom(20_261_128);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const names = [
    ...Object.keys(PROJECT),
    'src/new.ts',
    'src/other/link.ts',
    'gen/paths.ts',
    'src/.gitignore',
  ];
  const texts = [
    ...Object.values(PROJECT),
    'link.ts\n',
    'document/generate',
    '{"main":"./src/link.ts"}',
    '}',
    '',
  ];
  const isConfig = (name: string): boolean => name.endsWith('.json');
  let unread = 0;
  for (let step = 0; step < 150; step++) {
    const [one, other] = [pick(names), pick(names)];
    const kind = next();
    if (kind < 0.5)
      put(root, { [one]: isConfig(one) ? pick(['{}\n', PROJECT['tsconfig.json']]) : pick(texts) });
    else if (kind < 0.7) rmSync(join(root, one), { force: true });
    else if (kind < 0.9) put(root, { [one]: PROJECT[one as keyof typeof PROJECT] ?? '' });
    else if (existsSync(join(root, one)) && !isConfig(one) && !isConfig(other))
      put(root, { [other]: read(root, one) });
    // A config that is no config fails with and without.
    put(root, { 'akepa.config.json': pick(['{}', '{"exclude":["lib"]}', '{"include":["src"]}']) });
    const paths = pick([[], ['src'], ['src/link.ts', 'src/status.ts']]);
    const missing = paths.some((path) => !existsSync(join(root, path)));
    const { seen } = await seenIn(root, { paths, cache });
    const at = `step ${step}${missing ? ', a path is missing' : ''}`;
    expect(seen, at).toEqual((await seenIn(root, { paths })).seen);
    const again = await seenIn(root, { paths, cache });
    expect(again, `again, ${at}`).toMatchObject({ seen, isKnown: true });
    unread += Number(again.isUnread);
  }
  // Where no path is missing, whatever the paths were.
  expect(unread).toBeGreaterThan(50);
});
