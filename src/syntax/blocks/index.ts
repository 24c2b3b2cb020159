import type { Module } from '../module.js';
import { astroBlocks } from './astro.js';
import { htmlBlocks } from './html.js';
import type { ScriptBlock } from './script-block.js';
import { svelteBlocks } from './svelte.js';
import { vueBlocks } from './vue.js';

/** What finds the scripts of a file, by its ending. */
const KINDS: Readonly<Record<string, (text: string) => ScriptBlock[]>> = {
  astro: astroBlocks,
  htm: htmlBlocks,
  html: htmlBlocks,
  svelte: svelteBlocks,
  vue: vueBlocks,
};

/** The endings of the files that scripts are only a part of. */
export const MARKUP_ENDINGS: readonly string[] = Object.keys(KINDS);

/** The scripts in a file, in the order of its text; undefined when the whole file is one. */
export function scriptBlocks(file: string, text: string): ScriptBlock[] | undefined {
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(KINDS, ending) ? KINDS[ending]?.(text) : undefined;
}

/** The script that `offset` lies in; undefined when the whole file is one. */
export function blockAround(
  offset: number,
  { file, text }: Pick<Module, 'file' | 'text'>,
): ScriptBlock | undefined {
  return scriptBlocks(file, text)?.find(({ range: [start, end] }) => start <= offset && offset <= end);
}

/** The file's text with spaces for all that is no script: the same length, the same lines. */
export function scriptText({ file, text }: Pick<Module, 'file' | 'text'>): string {
  const blocks = scriptBlocks(file, text);
  if (!blocks) return text;
  let result = '';
  for (const { range } of blocks)
    result += blanked(text.slice(result.length, range[0])) + text.slice(...range);
  return result + blanked(text.slice(result.length));
}

function blanked(text: string): string {
  return text.replaceAll(/[^\r\n]/g, ' ');
}
