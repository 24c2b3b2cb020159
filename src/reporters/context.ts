import { resolve } from 'node:path';

import { nameIn } from '../project/name.js';
import type { PrettyOptions } from './pretty-check.js';

/** What a reporter of `check` may know besides the result. */
export interface ReportContext extends PrettyOptions {
  /** Absolute; what the result's files are relative to. */
  readonly cwd: string;
  /** Absolute: the repository that `cwd` lies in, or `cwd`. */
  readonly root: string;
  /** Of akepa-migrate. */
  readonly version: string;
}

/** How a code host names a file: from the root of the repository. */
export function hostedName(file: string, { cwd, root }: Pick<ReportContext, 'cwd' | 'root'>): string {
  return nameIn(root, resolve(cwd, file));
}
