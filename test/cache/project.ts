import { join } from 'node:path';

import { openCache } from '../../src/cache/index.js';
import { loadConfig } from '../../src/config/load.js';
import { look, type LookOptions, type Untimed } from '../../src/look.js';
import { folder } from '../support/folder.js';

/** Callers through a constant, a tsconfig path, a module outside of `src`, and some that call nothing. */
export const PROJECT = {
  'akepa.config.json': '{}\n',
  'package.json': '{ "name": "own", "private": true }\n',
  'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }\n',
  'src/paths.ts': "export const STATUS = '/customer/kyc/status/';\n",
  'src/status.ts':
    "import axios from 'axios';\nimport { STATUS } from '@/paths';\nexport const status = (id: string) => axios.get(STATUS + id);\n",
  'src/link.ts':
    "import { post } from '../lib/http';\nexport const link = (id: string) => post('/customer/kyc/document-link', { id });\n",
  'lib/http.ts':
    "import axios from 'axios';\nexport const post = (path: string, body: object) => axios.post(path, body);\n",
  'src/plain.ts': 'export const plain = 1;\n',
  'src/other/user.ts': "import { plain } from '../plain';\nexport const user = plain;\n",
};

/** What a run is asked for; `cache` is the absolute path of a cache file. */
interface Asked extends Omit<Partial<LookOptions>, 'cache'> {
  readonly paths?: readonly string[];
  readonly cache?: string;
}

export type Seen = Omit<Untimed, 'stats' | 'files'> & {
  readonly files: readonly string[];
  readonly stats: object;
};

/**
 * What a run sees; with a cache, also whether it said all of it, and whether it did so without a look at the files.
 */
export async function seenIn(
  root: string,
  { paths = [], cache, ...options }: Asked = {},
): Promise<{ seen: Seen; isKnown: boolean; isUnread: boolean }> {
  const loaded = await loadConfig(root);
  // Far from now: what was written a moment ago is settled.
  const opened = cache === undefined ? undefined : openCache(cache, 'test', () => Date.now() + 3_600_000);
  let isKnown = false;
  let isUnread = false;
  const noting = opened && {
    ...opened,
    begin(...args: Parameters<typeof opened.begin>) {
      const run = opened.begin(...args);
      return {
        ...run,
        async unchanged(...asked: Parameters<typeof run.unchanged>) {
          const before = await run.unchanged(...asked);
          isKnown = isUnread = before !== undefined;
          return before;
        },
        async before(...asked: Parameters<typeof run.before>) {
          const before = await run.before(...asked);
          isKnown = before !== undefined;
          return before;
        },
      };
    },
  };
  const { stats, files, ...looked } = await look(paths, { ...options, cwd: root, loaded, cache: noting });
  opened?.save();
  const { ms: _, ...counts } = stats;
  // As it comes back from a file.
  return {
    seen: JSON.parse(JSON.stringify({ ...looked, files: files(), stats: counts })) as Seen,
    isKnown,
    isUnread,
  };
}

/** A project, and where its cache lies. */
export function projectWithCache(files: Readonly<Record<string, string>> = PROJECT): {
  root: string;
  cache: string;
} {
  return { root: folder(files), cache: join(folder(), 'cache', 'check.json') };
}
