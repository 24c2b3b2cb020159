import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { akepa } from '../support/cli.js';
import { bytesOf, commit, type Files, folder, git, read, repository } from '../support/folder.js';
import { BOM, CALLER, CONFIG, crlf, MOVED, STUCK } from '../support/sources.js';

/** A file that a diff has to be careful with: two hunks, and lines that look like a diff's own. */
const TRICKY = `let i = 9;
-- i;  
++ i;
${CALLER}
${'// far away\n'.repeat(12)}${STUCK.trimEnd()}`;

const PROJECTS: Readonly<Record<string, Files>> = {
  'one call': { 'src/a.ts': CALLER },
  'several files and folders': {
    'src/a.ts': CALLER,
    'lib/deep/b.js': CALLER.replaceAll(/: (?:string|Promise<void>)/g, ''),
    'c.ts': STUCK,
  },
  CRLF: { 'a.ts': crlf(CALLER), 'b.ts': crlf(TRICKY) },
  'mixed line ends': { 'a.ts': `// one\r\n// two\n${CALLER}// three\r\n` },
  'a byte order mark': { 'a.ts': BOM + CALLER, 'b.ts': BOM + crlf(STUCK) },
  'no newline at the end': { 'a.ts': CALLER.trimEnd(), 'b.ts': STUCK.trimEnd() },
  'lines like those of a diff': { 'a.ts': TRICKY, 'b.ts': crlf(TRICKY) },
  'names with spaces and umlauts': { 'my app/a b.ts': CALLER, 'für/日本.ts': CALLER, '[id]/(x).ts': CALLER },
  'a stale annotation': { 'a.ts': `// TODO(akepa-migrate AK301): gone. Gone.\n${CALLER}` },
};

test.concurrent.each(Object.keys(PROJECTS))(
  'git applies the diff, and gets what --write writes: %s',
  async (name) => {
    const files = { ...PROJECTS[name], 'akepa.config.json': CONFIG };
    const applied = repository(files);
    const before = bytesOf(applied, Object.keys(files));
    const { out, err, code } = await akepa(['migrate'], { cwd: applied });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(bytesOf(applied, Object.keys(files))).toEqual(before);
    expect(git(applied, 'status', '--porcelain')).toBe('');

    // All of standard output: what follows the diff must not be in git's way.
    writeFileSync(join(applied, '.git/p.patch'), out);
    git(applied, 'apply', '--whitespace=nowarn', '.git/p.patch');
    const written = repository(files);
    await akepa(['migrate', '--write'], { cwd: written });
    const after = bytesOf(written, Object.keys(files));
    expect(bytesOf(applied, Object.keys(files))).toEqual(after);
    expect(after).not.toEqual(before);
  },
);

test.concurrent('the diff is a unified one, and says that nothing was changed', async () => {
  const cwd = folder({ 'src/a.ts': CALLER, 'akepa.config.json': CONFIG });
  const { out } = await akepa(['migrate'], { cwd });
  const removed = CALLER.split('\n')[3] ?? '';
  expect(out).toMatch(
    `--- a/src/a.ts
+++ b/src/a.ts
@@ -1,5 +1,8 @@
 import axios from 'axios';
 
 export async function beat(customerId: string): Promise<void> {
-${removed}
${MOVED.trimEnd().replaceAll(/^/gm, '+')}
 }
`,
  );
  expect(out).toContain('1 legacy call: 1 rewritten, 0 with a TODO, 0 left. Would write');
  expect(out).toContain('Nothing was changed; --write writes it.');
});

test.concurrent('the diff of a folder applies in that folder', async () => {
  const cwd = repository({ 'packages/a/src/a.ts': CALLER, 'akepa.config.json': CONFIG });
  const inner = join(cwd, 'packages/a');
  const { out } = await akepa(['migrate'], { cwd: inner });
  expect(out).toContain('--- a/src/a.ts\n');
  writeFileSync(join(cwd, '.git/p.patch'), out);
  git(inner, 'apply', join(cwd, '.git/p.patch'));
  expect(read(inner, 'src/a.ts')).toContain(MOVED);
});

test.concurrent('the diff of a link is the diff of the file that it leads to', async () => {
  const cwd = repository({ 'real/a.ts': CALLER, 'akepa.config.json': CONFIG });
  mkdirSync(join(cwd, 'src'));
  symlinkSync('../real/a.ts', join(cwd, 'src/link.ts'));
  commit(cwd);
  const { out } = await akepa(['migrate', 'src/link.ts'], { cwd });
  writeFileSync(join(cwd, '.git/p.patch'), out);
  git(cwd, 'apply', '.git/p.patch');
  expect(read(cwd, 'real/a.ts')).toContain(MOVED);
});
