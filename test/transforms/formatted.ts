import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { format, type Options } from 'prettier';

import type { AkepaConfig } from '../../src/config/types.js';
import { migrate } from '../../transforms/migrate.js';
import { parseFiles } from '../../transforms/parse-files.js';
import { folder } from '../support/folder.js';

/** A way to use Prettier. */
export interface FormatStyle {
  readonly name: string;
  readonly options: Options;
  /** The project has the options in its `.prettierrc`. */
  readonly isTold: boolean;
}

/** What became of a text. */
export interface Formatted {
  readonly text: string;
  /** `kyc-status rewritten`, in the order of the text. */
  readonly outcomes: readonly string[];
}

/** Prettier's defaults, and what the options that change lines and words do otherwise. */
export const STYLES: readonly FormatStyle[] = [
  { name: 'by default', options: {}, isTold: true },
  {
    name: 'without semicolons, in single quotes',
    options: { semi: false, singleQuote: true },
    isTold: true,
  },
  { name: 'in tabs, 100 columns wide', options: { useTabs: true, printWidth: 100 }, isTold: true },
  {
    name: 'without last commas, in four spaces',
    options: { trailingComma: 'none', arrowParens: 'avoid', tabWidth: 4 },
    isTold: true,
  },
];

/** A folder in which files are written in a style. */
export function projectIn({ options, isTold }: FormatStyle): string {
  const cwd = folder();
  mkdirSync(join(cwd, 'src'));
  if (isTold) writeFileSync(join(cwd, '.prettierrc'), JSON.stringify(options));
  return cwd;
}

/** The text as Prettier writes it. */
export function formatted(file: string, text: string, { options }: FormatStyle): Promise<string> {
  return format(text, { ...options, parser: /\.[cm]?tsx?$/.test(file) ? 'typescript' : 'babel' });
}

/** Migrates the text of one file of `src`, as the command line does. */
export function migratedIn(cwd: string, file: string, text: string, config: AkepaConfig): Formatted {
  const path = join(cwd, 'src', file);
  const { files, errors } = parseFiles([{ file: `src/${file}`, path, text }], { baseUrls: config.baseUrls });
  const migration = migrate(files, { config, root: cwd });
  const [error] = [...errors, ...migration.errors];
  if (error) throw new Error(error.message);
  return {
    text: migration.files[0]?.text ?? text,
    outcomes: migration.calls.map(({ call, outcome }) => `${call.match.endpoint.id} ${outcome}`),
  };
}
