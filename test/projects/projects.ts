import { readFileSync } from 'node:fs';

import type { AkepaConfig } from '../../src/config/types.js';

/** One titled project of several files, before and after. */
export interface SampleProject {
  readonly title: string;
  readonly config: AkepaConfig;
  readonly before: Readonly<Record<string, string>>;
  /** Every file; those without an `after` block as they were. */
  readonly after: Readonly<Record<string, string>>;
  /** `src/kyc.ts document-generate rewritten`, `src/kyc.ts kyc-status AK317`, in the order of the files and their text. */
  readonly outcomes: readonly string[];
}

const FENCE = /^```(.*)$/;

/**
 * Reads a file of projects: a `json config` block for all, then `## title` with a block per file (```` ```ts src/a.ts ````),
 * one per file that changes (```` ```ts src/a.ts after ````), and ```` ```txt outcomes ````. What is no such block, or is
 * missing, is an error.
 */
export function readProjects(path: URL): SampleProject[] {
  const [head = '', ...sections] = readFileSync(path, 'utf8').split(/^## /m);
  const shared = blocksOf(head).get('config');
  if (shared === undefined) throw new Error('The head must hold a config block');
  return sections.map((section) => projectOf(section, shared));
}

function projectOf(section: string, shared: string): SampleProject {
  const [title = '', ...lines] = section.split('\n');
  const blocks = blocksOf(lines.join('\n'));
  const config = JSON.parse(blocks.get('config') ?? shared) as AkepaConfig;
  const outcomes = blocks.get('outcomes')?.trimEnd().split('\n');
  if (!outcomes) throw new Error(`"${title}" has no outcomes`);
  const names = [...blocks.keys()].filter((name) => name !== 'config' && name !== 'outcomes');
  const before = names.filter((name) => !name.endsWith(' after'));
  for (const name of names) {
    const own = name.replace(/ after$/, '');
    if (!before.includes(own)) throw new Error(`"${title}" has ${own} after, but not before`);
    if (own !== name && blocks.get(own) === blocks.get(name))
      throw new Error(`"${title}" changes nothing in ${own}`);
  }
  return {
    title,
    config,
    outcomes,
    before: Object.fromEntries(before.map((name) => [name, blocks.get(name) ?? ''])),
    after: Object.fromEntries(
      before.map((name) => [name, blocks.get(`${name} after`) ?? blocks.get(name) ?? '']),
    ),
  };
}

/** The blocks by what stands behind their language. */
function blocksOf(text: string): Map<string, string> {
  const blocks = new Map<string, string>();
  let open: { name: string; lines: string[] } | undefined;
  for (const line of text.split('\n')) {
    const info = FENCE.exec(line)?.[1];
    if (info === undefined) open?.lines.push(line);
    else if (open && info === '') {
      if (blocks.has(open.name)) throw new Error(`There are two blocks ${open.name}`);
      blocks.set(open.name, open.lines.map((item) => `${item}\n`).join(''));
      open = undefined;
    } else if (open) throw new Error(`A block opens in ${open.name}`);
    else open = { name: info.split(' ').slice(1).join(' '), lines: [] };
  }
  if (open) throw new Error(`${open.name} does not close`);
  return blocks;
}
