import { join } from 'node:path';

import { expect, test, vi } from 'vitest';

import type { parseModule } from '../../src/syntax/parse.js';
import { parseFiles } from '../../transforms/parse-files.js';
import { folder } from '../support/folder.js';

const parsed = vi.hoisted((): string[] => []);

vi.mock('../../src/syntax/parse.js', async (load) => {
  const original = await load<{ readonly parseModule: typeof parseModule }>();
  const counted: typeof parseModule = (file, text) => {
    parsed.push(file);
    return original.parseModule(file, text);
  };
  return { ...original, parseModule: counted };
});

const MANY = Array.from({ length: 50 }, (_, index) => `user${index}.ts`);

test('files that import another one of the same name are not parsed', () => {
  const files = {
    'kyc/index.ts': "export const START = '/customer/kyc/init';\n",
    'other/kyc/index.ts': 'export const A = 1;\n',
    'start.ts': "import { START } from './kyc';\nfetch(START, { method: 'POST' });\n",
    ...Object.fromEntries(MANY.map((name) => [name, "import { A } from './other/kyc';\nfetch(A);\n"])),
  };
  const cwd = folder(files);
  const texts = Object.entries(files).map(([file, text]) => ({ file, path: join(cwd, file), text }));
  const [carrier, , ...others] = texts;
  const { files: seen } = parseFiles(carrier ? [carrier] : [], {
    baseUrls: undefined,
    importersOf: () => others,
  });
  const calls = seen.flatMap(({ analysis }) => analysis.calls.map(() => analysis.module.file));
  expect({ calls, parsed }).toEqual({ calls: ['start.ts'], parsed: ['kyc/index.ts', 'start.ts'] });
});
