import { dirname } from 'node:path';

import type { Rule } from 'eslint';

import { nearestConfig } from '../src/config/load-sync.js';
import type { AkepaConfig } from '../src/config/types.js';
import { ConfigError, validateConfig } from '../src/config/validate.js';

/** The config that holds for a file, or what is wrong with it. */
export type FileConfig =
  | {
      readonly config: AkepaConfig;
      /** Absolute folder that its globs and imports start from. */
      readonly root: string;
    }
  | { readonly problem: string };

type Checked = { readonly config: AkepaConfig } | { readonly problem: string };

const SETTING = 'settings.akepa';

/** ESLint hands over the same settings object for every file that the same config applies to. */
const checkedSettings = new WeakMap<object, Checked>();

/**
 * `settings.akepa`, or the nearest akepa.config above the file.
 *
 * @param path absolute path of the file
 * @param isAlone no other file is read, and so no akepa.config
 */
export function configOf({ settings, cwd }: Rule.RuleContext, path: string, isAlone: boolean): FileConfig {
  const setting: unknown = settings['akepa'];
  if (setting !== undefined) return { root: cwd, ...checked(setting) };
  if (isAlone) return { config: {}, root: cwd };
  return orProblem(() => nearestConfig(dirname(path)) ?? { config: {}, root: cwd });
}

function checked(setting: unknown): Checked {
  const check = (): Checked => orProblem(() => ({ config: validateConfig(setting, SETTING) }));
  if (typeof setting !== 'object' || setting === null) return check();
  const before = checkedSettings.get(setting) ?? check();
  checkedSettings.set(setting, before);
  return before;
}

function orProblem<T>(read: () => T): T | { readonly problem: string } {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { problem: error.message };
  }
}
