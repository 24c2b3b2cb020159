import { dirname, join } from 'node:path';

import type { Formatting } from '../syntax/style.js';
import { editorOptions, type FormatterOptions, plainValue } from './editor-config.js';
import type { Outside } from './outside.js';

/** What Prettier does where its config does not say. */
const DEFAULTS: FormatterOptions = {
  ...{ printWidth: 80, tabWidth: 2, useTabs: false },
  ...{ semi: true, singleQuote: false, trailingComma: 'all' },
};
const CONFIGS = ['', '.json', '.yaml', '.yml', '.toml'].map((ending) => `.prettierrc${ending}`);
/** They would have to be run. */
const PROGRAMS = ['.prettierrc', 'prettier.config'].flatMap((name) =>
  ['js', 'cjs', 'mjs', 'ts', 'cts', 'mts'].map((ending) => `${name}.${ending}`),
);
/** `key: value` of YAML and `key = value` of TOML, of the config itself and not of an override. */
const ENTRY = /^(\w+)[ \t]*[:=][ \t]*['"]?([\w-]+)/gm;

/**
 * What a file's project tells Prettier: its nearest config, or else its defaults where the project has Prettier, and the
 * .editorconfig files. A config that is a program is not run, and tells nothing.
 *
 * @param path of the file, absolute
 */
export function formattingOf(path: string, textAt: Outside['textAt']): Formatting {
  const own = configFor(path, textAt);
  if (!own) return {};
  const told: FormatterOptions = { ...DEFAULTS, ...editorOptions(path, textAt), ...own };
  const { printWidth, tabWidth, useTabs, semi, singleQuote, trailingComma } = told;
  const width = typeof printWidth === 'number' ? { width: printWidth } : {};
  const tab = typeof tabWidth === 'number' ? { tabWidth, indent: ' '.repeat(tabWidth) } : {};
  const isKnown = trailingComma === 'all' || trailingComma === 'es5' || trailingComma === 'none';
  return {
    quote: singleQuote === true ? "'" : '"',
    semicolons: semi !== false,
    ...width,
    ...tab,
    ...(useTabs === true && { indent: '\t' }),
    ...(isKnown && { commas: trailingComma }),
  };
}

/** The options of the nearest config; undefined where there is none that can be read. */
function configFor(path: string, textAt: Outside['textAt']): FormatterOptions | undefined {
  let isInstalled = false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const manifest = jsonOf(textAt(join(folder, 'package.json')) ?? '');
    const inManifest = manifest['prettier'];
    if (isObject(inManifest)) return inManifest;
    for (const name of CONFIGS) {
      const text = textAt(join(folder, name));
      if (text !== undefined) return optionsOf(text);
    }
    if (PROGRAMS.some((name) => textAt(join(folder, name)) !== undefined)) return undefined;
    isInstalled ||= ['dependencies', 'devDependencies'].some((key) => {
      const list = manifest[key];
      return isObject(list) && 'prettier' in list;
    });
    if (dirname(folder) === folder) return isInstalled ? {} : undefined;
  }
}

function optionsOf(text: string): FormatterOptions {
  if (text.trimStart().startsWith('{')) return jsonOf(text);
  const entries = [...text.matchAll(ENTRY)].map(
    ([, key = '', value = '']) => [key, plainValue(value)] as const,
  );
  return Object.fromEntries(entries);
}

function jsonOf(text: string): FormatterOptions {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    // None, or JSON with comments: it tells nothing.
    return {};
  }
}

function isObject(value: unknown): value is FormatterOptions {
  return typeof value === 'object' && value !== null;
}
