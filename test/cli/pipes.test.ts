import { spawnSync } from 'node:child_process';

import { expect, test } from 'vitest';

import { CLEAN_ENV, CLI } from '../support/cli.js';
import { folder, read } from '../support/folder.js';
import { CALLER, CONFIG, MOVED } from '../support/sources.js';

/** More output than a pipe holds. */
const MANY = Object.fromEntries(
  Array.from({ length: 300 }, (_, index) => [`src/a${String(index).padStart(3, '0')}.ts`, CALLER]),
);

/** Runs a pipeline in bash: its output, what went to standard error, and the exit code of its first command. */
function pipeline(command: string, cwd: string): { out: string; err: string; first: number } {
  const script = `${command}; printf '\\n%s' "\${PIPESTATUS[0]}"`;
  const env = { ...CLEAN_ENV, NODE: process.execPath, CLI };
  const { stdout, stderr } = spawnSync('bash', ['--norc', '--noprofile', '-c', script], {
    cwd,
    env,
    encoding: 'utf8',
    timeout: 45_000,
  });
  const at = stdout.lastIndexOf('\n');
  return { out: stdout.slice(0, at), err: stderr, first: Number(stdout.slice(at + 1)) };
}

test.each(['check', 'check --format json', 'migrate'])(
  '%s | head -1: one line, no complaint, the verdict',
  (verb) => {
    const cwd = folder({ ...MANY, 'akepa.config.json': CONFIG });
    const { out, err, first } = pipeline(`"$NODE" "$CLI" ${verb} | head -1`, cwd);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(err).toBe('');
    // A reader that had enough does not make the findings go away.
    expect(first).toBe(1);
  },
);

test('a closed standard error is no reason to stop', () => {
  const cwd = folder({ ...MANY, 'broken.ts': 'const kyc = (', 'akepa.config.json': CONFIG });
  const { first } = pipeline('"$NODE" "$CLI" migrate --write nope.ts . 2>&1 >/dev/null | true', cwd);
  expect(first).toBe(3);
  for (const file of Object.keys(MANY)) expect(read(cwd, file)).toContain(MOVED);
});
