import { readdirSync, readFileSync } from 'node:fs';

import type { AkepaConfig } from '../../src/config/types.js';

/** One titled pair of a samples file. */
export interface Sample {
  readonly title: string;
  /** Name of the file that the code stands in. */
  readonly file: string;
  readonly config: AkepaConfig;
  readonly before: string;
  /** Equal to `before` when the sample has no `after` block. */
  readonly after: string;
  /** The title says that nothing is rewritten. */
  readonly isLeft: boolean;
  /** How the code is driven when it runs; by what it exports where there is none. */
  readonly run: string | undefined;
  /** Why it can't run; undefined when it can. */
  readonly notRun: string | undefined;
}

interface Block {
  readonly language: string;
  readonly role: 'config' | 'before' | 'after' | 'run';
  readonly text: string;
}

const FOLDER = new URL('../samples/', import.meta.url);
/** Names of the samples files: one for each recipe and for what they share, and in `clients/` one for each client. */
export const SAMPLE_FILES: readonly string[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .sort();

/** The samples of one of {@link SAMPLE_FILES}. */
export function samplesIn(name: string): Sample[] {
  return readSamples(new URL(name, FOLDER));
}

/** What a title begins with when nothing is rewritten. */
const LEFT = /^leaves alone /;
const LANGUAGES = ['ts', 'tsx', 'js', 'jsx', 'cjs', 'mjs'];
/** A line of its own. */
const NOT_RUN = /^Not run: (.+)\.$/m;
const FENCE = /^```(.*)$/;

/**
 * Reads a samples file: a config for all, then `## title` with blocks ```` ```ts before ````, ```` ```ts after ```` and
 * ```` ```json config ````, and ```` ```js run ```` for what drives it (`kyc` is the module). What is no such block, or is missing, is an error.
 */
export function readSamples(path: URL): Sample[] {
  return parseSamples(readFileSync(path, 'utf8'));
}

export function parseSamples(text: string): Sample[] {
  const [head = '', ...sections] = text.split(/^## /m);
  const [shared, ...more] = blocksOf(head, 'the head');
  if (shared?.role !== 'config' || more.length > 0) throw new Error('The head must hold one config block');
  const titles = new Set<string>();
  return sections.map((section) => {
    const sample = sampleOf(section, shared);
    if (titles.has(sample.title)) throw new Error(`"${sample.title}" is there twice`);
    titles.add(sample.title);
    return sample;
  });
}

function sampleOf(section: string, shared: Block): Sample {
  const [title = '', ...lines] = section.split('\n');
  const isLeft = LEFT.test(title);
  if (!isLeft && !/^[a-z`]/.test(title)) throw new Error(`"${title}" does not begin in lower case`);
  if (/^leave/.test(title) && !isLeft) throw new Error(`"${title}" is misspelled`);
  const blocks = blocksOf(lines.join('\n'), title);
  const roles = blocks.map(({ role }) => role).join(' ');
  if (!/^(?:config )?before(?: after(?: run)?)?$/.test(roles))
    throw new Error(`"${title}" has the blocks: ${roles}`);
  const find = (wanted: Block['role']): Block | undefined => blocks.find(({ role }) => role === wanted);
  const [before, after] = [find('before'), find('after')];
  if (!before) throw new Error(`"${title}" has no code`);
  if (!isLeft && !after) throw new Error(`"${title}" is rewritten to nothing`);
  if (after && after.language !== before.language) throw new Error(`"${title}" changes its language`);
  if (after?.text === before.text) throw new Error(`"${title}" has an after block that says nothing`);
  const config = JSON.parse((find('config') ?? shared).text) as AkepaConfig;
  const file = `kyc.${before.language}`;
  return {
    title,
    file,
    config,
    before: before.text,
    after: (after ?? before).text,
    isLeft,
    run: find('run')?.text,
    notRun: NOT_RUN.exec(section)?.[1],
  };
}

function blocksOf(text: string, title: string): Block[] {
  const blocks: Block[] = [];
  let open: { info: string; lines: string[] } | undefined;
  for (const line of text.split('\n')) {
    const info = FENCE.exec(line)?.[1];
    if (info === undefined) open?.lines.push(line);
    else if (open && info === '') {
      blocks.push(blockOf(open.info, open.lines, title));
      open = undefined;
    } else if (open) throw new Error(`"${title}" opens a block in a block`);
    else open = { info, lines: [] };
  }
  if (open) throw new Error(`"${title}" does not close a block`);
  return blocks;
}

function blockOf(info: string, lines: readonly string[], title: string): Block {
  const [language = '', role = ''] = info.split(' ');
  const text = lines.map((line) => `${line}\n`).join('');
  if (role === 'config' && language === 'json') return { language, role, text };
  if (role === 'run' && language === 'js') return { language, role, text };
  if ((role === 'before' || role === 'after') && LANGUAGES.includes(language))
    return { language, role, text };
  throw new Error(`"${title}" has an unknown block: ${info}`);
}
