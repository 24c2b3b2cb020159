import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';

import type { Files } from '../support/folder.js';
import { consumer, PACKAGE } from './consumer.js';

interface Result {
  readonly filePath: string;
  readonly messages: readonly { readonly line: number }[];
}

const ESLINTS = [
  ['10', join(PACKAGE, 'node_modules/eslint/bin/eslint.js')],
  ['9', join(PACKAGE, 'node_modules/eslint9/bin/eslint.js')],
] as const;
const PAGE = join(PACKAGE, 'docs/rules/no-legacy-endpoint.md');
const PLAIN = "import akepa from 'akepa-migrate/eslint';\nexport default [akepa.configs.recommended];\n";
const LEGACY = "export const LINK = '/customer/kyc/document-link';\n";
const FILES: Files = {
  'urls.js': LEGACY,
  'kyc.js': `import axios from 'axios';
import { LINK } from './urls.js';

export const link = (body) => axios.post(LINK, body);
export const init = (body) => axios.post('https://one.example/customer/kyc/init', body);
`,
  'akepa.config.mjs': "export default { baseUrls: ['https://one.example'] };\n",
};

/** The lines of kyc.js that a run with a cache reports. */
async function lint(eslint: string, cwd: string): Promise<number[]> {
  const args = [eslint, '--cache', '--cache-strategy', 'content', '--format', 'json', 'kyc.js'];
  const run = promisify(execFile)(process.execPath, args, { cwd });
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  const [result] = JSON.parse(stdout) as readonly Result[];
  return (result?.messages ?? []).map(({ line }) => line);
}

test.each(ESLINTS)(
  'ESLint %s --cache, as documented: without other files a result depends on nothing that the cache does not see',
  async (_, eslint) => {
    const [, config = ''] = /^```js cache\n(.*?)^```/ms.exec(readFileSync(PAGE, 'utf8')) ?? [];
    const cwd = consumer({ ...FILES, 'eslint.config.mjs': config });
    expect(await lint(eslint, cwd)).toEqual([5]);
    writeFileSync(join(cwd, 'urls.js'), "export const LINK = '/akepa/update';\n");
    expect(await lint(eslint, cwd)).toEqual([5]);
    // The config is a part of ESLint's own, which is a part of the cache's key.
    writeFileSync(join(cwd, 'akepa.config.mjs'), "export default { baseUrls: ['https://two.example'] };\n");
    expect(await lint(eslint, cwd)).toEqual([]);
  },
);

test.each(ESLINTS)(
  'ESLint %s --cache, a known limit: with other files it answers what was so before they changed',
  async (_, eslint) => {
    const cwd = consumer({ ...FILES, 'eslint.config.mjs': PLAIN });
    expect(await lint(eslint, cwd)).toEqual([4, 5]);
    writeFileSync(join(cwd, 'urls.js'), "export const LINK = '/akepa/update';\n");
    expect(await lint(eslint, cwd)).toEqual([4, 5]);
    // It is the cache: another text of the file itself is looked at with what the other file says now.
    writeFileSync(join(cwd, 'kyc.js'), `${String(FILES['kyc.js'])}// changed\n`);
    expect(await lint(eslint, cwd)).toEqual([5]);
  },
);
