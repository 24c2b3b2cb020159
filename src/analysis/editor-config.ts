import { basename, dirname, join, relative, sep } from 'node:path';

import type { Outside } from './outside.js';

/** Prettier's options, as far as a config says them in plain values. */
export type FormatterOptions = Readonly<Record<string, unknown>>;

/**
 * What the .editorconfig files around a file mean to Prettier.
 *
 * @param path of the file, absolute
 */
export function editorOptions(path: string, textAt: Outside['textAt']): FormatterOptions {
  const entries = entriesFor(path, textAt);
  const size = entries.get('indent_size') ?? entries.get('tab_width');
  const style = entries.get('indent_style');
  const most = entries.get('max_line_length');
  return {
    ...(typeof size === 'number' && { tabWidth: size }),
    ...(style !== undefined && { useTabs: style === 'tab' }),
    ...(typeof most === 'number' && { printWidth: most }),
  };
}

/** The entries of the sections that match the file: nearer files, and later sections, go before the others. */
function entriesFor(path: string, textAt: Outside['textAt']): Map<string, string | number | boolean> {
  const texts: [folder: string, text: string][] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const text = textAt(join(folder, '.editorconfig'));
    if (text !== undefined) texts.unshift([folder, text]);
    if (dirname(folder) === folder || /^\s*root\s*=\s*true/im.test(text ?? '')) break;
  }
  const entries = new Map<string, string | number | boolean>();
  for (const [folder, text] of texts) {
    let isMatching = false;
    for (const line of text.split(/\r?\n/)) {
      const section = /^\s*\[(.+)\]\s*$/.exec(line)?.[1];
      if (section !== undefined) isMatching = isFor(section, relative(folder, path).split(sep).join('/'));
      const [, key = '', value = ''] = /^\s*(\w+)\s*=\s*([\w-]+)/.exec(line) ?? [];
      if (isMatching && key !== '') entries.set(key.toLowerCase(), plainValue(value.toLowerCase()));
    }
  }
  return entries;
}

/** A pattern without a slash is one of names; `*`, `**` and `{a,b}` are all that sections are made of. */
function isFor(pattern: string, file: string): boolean {
  const source = pattern
    .replace(/^\//, '')
    .replaceAll(/[.+?^$()|[\]\\]/g, '\\$&')
    .replaceAll(/\{([^{}]*)\}/g, (_, words: string) => `(?:${words.replaceAll(/\s*,\s*/g, '|')})`)
    .replaceAll(/\*+/g, (stars) => (stars.length > 1 ? '.*' : '[^/]*'));
  return new RegExp(`^${source}$`).test(pattern.includes('/') ? file : basename(file));
}

/** `80`, `true`, `none` */
export function plainValue(text: string): string | number | boolean {
  if (/^\d+$/.test(text)) return Number(text);
  return text === 'true' || text === 'false' ? text === 'true' : text;
}
