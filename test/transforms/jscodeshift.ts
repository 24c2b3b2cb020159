import { execFile } from 'node:child_process';
import { join } from 'node:path';

import { type Files, folder } from '../support/folder.js';
import { type Answer, CLEAN_ENV, ROOT } from '../support/cli.js';
import { SAMPLE_FILES, samplesIn, type Sample } from './samples.js';

const JSCODESHIFT = join(ROOT, 'node_modules/jscodeshift/bin/jscodeshift.js');
const TRANSFORM = join(ROOT, 'dist/transforms/jscodeshift.js');
/** jscodeshift starts one worker less than there are processors, and never more. */
const FOUR_CPUS =
  "const os = require('node:os'); const [cpu] = os.cpus(); os.cpus = () => Array(4).fill(cpu);\n";

export const BOM = '\uFEFF';
export const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

/** Runs jscodeshift with our transform, as a user does, as if the machine had four processors. */
export function jscodeshift(
  cwd: string,
  args: readonly string[],
  transform: string = TRANSFORM,
): Promise<Answer> {
  const preload = join(folder({ 'four-cpus.cjs': FOUR_CPUS }), 'four-cpus.cjs');
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [JSCODESHIFT, '-t', transform, ...args],
      // Babel's cache of what it compiled is the machine's, not the user's.
      { cwd, env: { ...CLEAN_ENV, NODE_OPTIONS: `--require ${preload}` }, maxBuffer: 64 * 1024 * 1024 },
      (_error, out, err) => resolve({ code: child.exitCode, out, err }),
    );
  });
}

/** The counts that jscodeshift prints at the end. */
export function countsOf({ out }: Answer): Record<string, number> {
  const [, results = ''] = out.split('Results: \n');
  const pairs = [...results.matchAll(/^(\d+) (errors|unmodified|skipped|ok)$/gm)];
  const stats = [...results.matchAll(/^(rewritten|todo|left): (\d+)$/gm)];
  return Object.fromEntries([
    ...pairs.map(([, count, name = '']) => [name, Number(count)] as const),
    ...stats.map(([, name = '', count]) => [name, Number(count)] as const),
  ]);
}

/** The samples of all recipes with one config, as files of a project: each as it is, and as an editor on Windows saves it. */
export interface SampleProject {
  readonly files: Files;
  /** What each file is to become. */
  readonly after: Files;
}

/** Every sample, in one project for each config. */
export function sampleProjects(): SampleProject[] {
  const samples = SAMPLE_FILES.flatMap(samplesIn);
  const configs = new Set(samples.map(({ config }) => JSON.stringify(config)));
  return [...configs].map((config) => {
    const group = samples.filter((sample) => JSON.stringify(sample.config) === config);
    const entries = group.flatMap((sample, index) => variantsOf(sample, String(index)));
    return {
      files: {
        'akepa.config.json': config,
        ...Object.fromEntries(entries.map(({ file, before }) => [file, before])),
      },
      after: Object.fromEntries(entries.map(({ file, after }) => [file, after])),
    };
  });
}

function variantsOf(
  { file, before, after }: Sample,
  id: string,
): { readonly file: string; readonly before: string; readonly after: string }[] {
  const ending = file.slice(file.lastIndexOf('.'));
  const windows = (text: string): string => BOM + crlf(`#!/usr/bin/env node\n${text}`);
  return [
    { file: `src/kyc-${id}${ending}`, before, after },
    { file: `src/windows-${id}${ending}`, before: windows(before), after: windows(after) },
  ];
}
