import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './cli.js';
import { type Files, folder } from './folder.js';

/** The fenced blocks of a language in a Markdown text, in order. */
export function blocksOf(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, code = '']) => code,
  );
}

/** A project beside which the package is installed. */
export function project(files: Files): string {
  const path = folder({ 'package.json': '{ "type": "module" }', ...files });
  mkdirSync(join(path, 'node_modules'));
  symlinkSync(ROOT, join(path, 'node_modules/akepa-migrate'));
  symlinkSync(join(ROOT, 'node_modules/ts-morph'), join(path, 'node_modules/ts-morph'));
  return path;
}
