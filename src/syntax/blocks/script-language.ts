import type { Language } from './script-block.js';

/** Types of `<script>` by which it is code; every other one makes it data. */
const TYPES: Readonly<Record<string, Language | 'by lang'>> = {
  '': 'by lang',
  module: 'by lang',
  'application/ecmascript': 'by lang',
  'application/javascript': 'by lang',
  'application/x-javascript': 'by lang',
  'text/ecmascript': 'by lang',
  'text/javascript': 'by lang',
  'text/jsx': 'jsx',
  'text/babel': 'jsx',
  'application/typescript': 'ts',
  'text/typescript': 'ts',
  'text/tsx': 'tsx',
};

const LANGS: Readonly<Record<string, Language>> = {
  '': 'jsx',
  javascript: 'jsx',
  js: 'jsx',
  jsx: 'jsx',
  ts: 'ts',
  tsx: 'tsx',
  typescript: 'ts',
};

/** The language of a `<script>`'s own code; undefined when it is data, another language, or lies in another file. */
export function scriptLanguage(attributes: ReadonlyMap<string, string>): Language | undefined {
  if (attributes.has('src')) return undefined;
  // `language="VBScript"` is how old pages said it.
  const old = attributes.get('language');
  const type = attributes.get('type') ?? (old ? `text/${old}` : '');
  const language = own(TYPES, type);
  return language === 'by lang' ? own(LANGS, attributes.get('lang') ?? '') : language;
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
