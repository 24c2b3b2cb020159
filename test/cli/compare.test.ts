import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';

import type { Comparison } from '../../src/compare/index.js';
import { COMPARE_SCHEMA } from '../../src/reporters/schema.js';
import { akepa, type Answer, CLEAN_ENV, CLI, ROOT } from '../support/cli.js';
import { type Files, folder, read } from '../support/folder.js';

const PROGRAMS = `${ROOT}test/compare/programs`;
const OLD = `node "${PROGRAMS}/old.mjs"`;
const NEW = `node "${PROGRAMS}/new.mjs"`;
const HAPPY = ['--scenario', 'happy-path'];
/** Makes one call, so that it counts as a program. */
const CALL = `await fetch(process.env.CONNECTFI_BASE_URL + '/document/generate', {
  method: 'POST',
  headers: { 'x-connectfi-token': process.env.CONNECTFI_TOKEN },
});
`;
/** Starts a process that listens until it is killed, and tells its port. */
const LISTENING = `import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
const code = \`require('node:net').createServer().listen(0, '127.0.0.1', function () {
  require('node:fs').writeFileSync('port.tmp', String(this.address().port));
  require('node:fs').renameSync('port.tmp', 'port');
})\`;
const child = spawn(process.execPath, ['-e', code], { stdio: 'inherit' });
while (!existsSync('port')) await setTimeout(10);
`;

function run(args: readonly string[], files: Files = {}): Promise<Answer> {
  return akepa(['compare', ...args], { cwd: folder(files) });
}

function pair(before: string, after: string): string[] {
  return ['--before', before, '--after', after];
}

describe.concurrent('exit codes', () => {
  test('0 for a right migration in every scenario, with fetch and with axios', async () => {
    for (const client of ['fetch', 'axios']) {
      const { code, out, err } = await run(pair(`${OLD} ${client}`, `${NEW} ${client}`));
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/\n12 scenarios: \d the same, \d+ with documented differences, 0 regressions\./);
    }
  });

  test('1 for a regression', async () => {
    const { code, out, err } = await run([...pair(OLD, 'node new.mjs'), ...HAPPY], { 'new.mjs': CALL });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^happy-path {2}regression {2}documents, decision, output changed\n/);
    expect(out).toMatch(/\n1 scenario: 0 the same, 0 with documented differences, 1 regression\.\n$/);
  });
});

test.concurrent.each<[string, string[], string | RegExp]>([
  ['no --before', ['--after', 'x'], 'compare takes --before and --after'],
  ['no --after', ['--before', 'x'], 'compare takes --before and --after'],
  ['a path', [...pair('x', 'y'), 'src'], 'compare takes no paths, such as src'],
  ['a bad --timeout', [...pair('x', 'y'), '--timeout', 'soon'], '--timeout takes seconds, not soon'],
  ['--timeout 0', [...pair('x', 'y'), '--timeout', '0'], '--timeout takes seconds, not 0'],
  ['an unknown option', [...pair('x', 'y'), '--scenarios', 'a'], /--scenarios/],
  ['a bad --format', [...pair('x', 'y'), '--format', 'xml'], /xml/],
  [
    'an unknown scenario',
    [...pair('x', 'y'), '--scenario', 'hapy-path'],
    /there is no scenario hapy-path; there are happy-path, .*hyphenated-ids/,
  ],
  [
    'an unknown command',
    [...pair(OLD, 'nosuchcommand'), ...HAPPY],
    /`nosuchcommand` could not be started: .*not found/,
  ],
  [
    'a missing script',
    [...pair(OLD, 'node missing.mjs'), ...HAPPY],
    /the after program called CONNECTFI_BASE_URL in no scenario: Error: Cannot find module '.*missing\.mjs'/,
  ],
  [
    'a syntax error',
    [...pair('node broken.mjs', NEW), ...HAPPY],
    /the before program called CONNECTFI_BASE_URL in no scenario: SyntaxError: /,
  ],
  [
    'a program that never calls',
    [...pair(OLD, 'node idle.mjs'), ...HAPPY],
    /the after program called CONNECTFI_BASE_URL in no scenario\n/,
  ],
  [
    'a program that never calls, and prints its token',
    [...pair(OLD, 'node leak.mjs'), ...HAPPY],
    /in no scenario: token <token>\n/,
  ],
  [
    'a program that hangs',
    [...pair(OLD, 'node hang.mjs'), ...HAPPY, '--timeout', '5'],
    /happy-path: `node hang\.mjs` did not end within 5 s/,
  ],
])('2 for %s', async (_, args, message) => {
  const { code, out, err } = await run(args, {
    'broken.mjs': 'await (',
    'idle.mjs': '',
    'hang.mjs': `${CALL}setInterval(() => {}, 1000);`,
    'leak.mjs': 'console.error(`token ${process.env.CONNECTFI_TOKEN}`);',
  });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(message);
  expect(err).not.toContain('    at ');
});

test.concurrent('a time limit beyond what a timer takes is no limit of a millisecond', async () => {
  const { code } = await run([...pair(OLD, NEW), ...HAPPY, '--timeout', '99999999']);
  expect(code).toBe(0);
});

describe.concurrent('nothing is left behind', () => {
  test.each([
    ['a program that ends before its child', 'process.exit(0);', [], 0],
    [
      'a program that hangs with its child',
      'await new Promise(() => setInterval(() => {}, 1000));',
      ['--timeout', '5'],
      2,
    ],
  ])('by %s', async (_, end, args, expected) => {
    const cwd = folder({ 'a.mjs': `${LISTENING}${CALL}${end}` });
    const { code } = await akepa(['compare', ...pair('node a.mjs', 'node a.mjs'), ...HAPPY, ...args], {
      cwd,
    });
    expect(code).toBe(expected);
    expect(await isListening(Number(read(cwd, 'port')))).toBe(false);
  });
});

test.concurrent('Ctrl+C ends the comparison and the program that runs, and removes its files', async () => {
  const cwd = folder({
    'a.mjs': `${LISTENING}import { writeFileSync } from 'node:fs';
writeFileSync('files', process.env.CONNECTFI_FILES);
setInterval(() => {}, 1000);`,
  });
  const args = [CLI, 'compare', ...pair('node a.mjs', 'node a.mjs'), ...HAPPY];
  const child = spawn(process.execPath, args, { cwd, env: CLEAN_ENV });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  while (!existsSync(join(cwd, 'files')) || read(cwd, 'files') === '') await delay(20);
  child.kill('SIGINT');
  await once(child, 'close');
  expect({ code: child.exitCode, err }).toEqual({
    code: 2,
    err: 'akepa-migrate: the comparison was stopped\n',
  });
  expect(await isListening(Number(read(cwd, 'port')))).toBe(false);
  const [file = ''] = JSON.parse(read(cwd, 'files')) as string[];
  expect(existsSync(dirname(file))).toBe(false);
});

test.concurrent('a program that is killed by a signal is a regression, not an error', async () => {
  const { code, out } = await run([...pair(OLD, 'node a.mjs'), ...HAPPY], {
    'a.mjs': `${CALL}process.kill(process.pid, 'SIGKILL');`,
  });
  expect(code).toBe(1);
  // Some shells stay, and answer 137 for it.
  expect(out).toMatch(/regression {2}exit code\n {6}before {2}0\n {6}after {3}(?:signal SIGKILL|137)\n/);
});

test.concurrent('5 MB of output are compared to their end', async () => {
  const print = (end: string): string => `${CALL}process.stdout.write('x'.repeat(5_000_000) + '${end}');`;
  const files = { 'a.mjs': print('a'), 'b.mjs': print('b') };
  const same = await run([...pair('node a.mjs', 'node a.mjs'), ...HAPPY], files);
  expect(same.code).toBe(0);
  const other = await run([...pair('node a.mjs', 'node b.mjs'), ...HAPPY], files);
  expect(other.code).toBe(1);
  expect(other.out.length).toBeLessThan(10_000);
});

test.concurrent('commands run in the working directory, paths with spaces included', async () => {
  const { code } = await run([...pair('node "old flow/a b.mjs"', "node 'old flow/a b.mjs'"), ...HAPPY], {
    'old flow/a b.mjs': CALL,
  });
  expect(code).toBe(0);
});

test.concurrent('--scenario may be repeated, and the environment is all there', async () => {
  const cwd = folder({
    'a.mjs': `import { appendFileSync } from 'node:fs';
${CALL}const { env } = process;
const ours = Object.entries(env).filter(([name]) => name.startsWith('CONNECTFI_'));
appendFileSync('seen', JSON.stringify({ ...Object.fromEntries(ours), OWN: env.OWN }) + '\\n');`,
  });
  const scenarios = ['--scenario', 'business-representative', '--scenario', 'pdf-upload'];
  const args = ['compare', ...pair('node a.mjs', 'node a.mjs'), ...scenarios];
  const { code, out } = await akepa(args, { cwd, env: { OWN: 'kept' } });
  expect(code).toBe(0);
  expect(out).toMatch(/^business-representative {2}same .*\npdf-upload {15}same /);
  const seen = read(cwd, 'seen')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);
  expect(seen).toHaveLength(4);
  const [business, , pdf] = seen;
  expect(business).toEqual({
    OWN: 'kept',
    CONNECTFI_BASE_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
    CONNECTFI_TOKEN: expect.stringMatching(/^\w{22}$/) as string,
    CONNECTFI_CUSTOMER_ID: expect.stringMatching(/^cstab_\w{22}$/) as string,
    CONNECTFI_ENTITY_ID: expect.stringMatching(/^cstar_\w{22}$/) as string,
    CONNECTFI_APPLICATION_ID: expect.stringMatching(/^iapp_\w{22}$/) as string,
    CONNECTFI_SLOT_IDS: expect.stringMatching(/^\["doc-\w{22}","doc-\w{22}"\]$/) as string,
    CONNECTFI_FILES: expect.stringMatching(/^\["[^"]*\/front\.jpg","[^"]*\/back\.jpg"\]$/) as string,
    CONNECTFI_SCENARIO: 'business-representative',
  });
  expect(pdf?.['CONNECTFI_FILES']).toMatch(/^\["[^"]*\/front\.pdf","[^"]*\/back\.pdf"\]$/);
});

test.concurrent('--format json is one document of its schema, without tokens or bytes', async () => {
  const leak = `${CALL}const { env } = process;
import { readFileSync } from 'node:fs';
console.log(env.CONNECTFI_TOKEN);
console.error(new Error(env.CONNECTFI_TOKEN));
const answer = await fetch(env.CONNECTFI_BASE_URL + '/auth/get-token', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ user: { login: 'shop', password: 'secret' } }),
});
const { data } = await answer.json();
console.log('token', data.token);
const cause = Object.assign(new Error('no'), { sent: readFileSync(JSON.parse(env.CONNECTFI_FILES)[0]) });
console.log(cause);`;
  const cwd = folder({ 'a.mjs': leak });
  const args = ['compare', ...pair('node a.mjs', NEW), '--format', 'json'];
  const { code, out } = await akepa([...args, ...HAPPY, '--scenario', 'expired-token'], { cwd });
  expect(code).toBe(1);
  const comparison = JSON.parse(out) as Comparison;
  const validate = new Ajv({ strict: false, allErrors: true }).compile(COMPARE_SCHEMA);
  expect(validate(comparison) ? [] : validate.errors).toEqual([]);
  const output = comparison.scenarios[0]?.rows.find(({ observable }) => observable === 'output');
  expect(output?.before).toBe('<token>\ntoken <token>\nError: no');
  expect(out).not.toMatch(/Buffer|secret|ff d8/);
});

test('the schema refuses what lacks a field, or holds another word', () => {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(COMPARE_SCHEMA);
  const comparison = { version: 1, scenarios: [], differences: [] };
  expect(validate(comparison)).toBe(true);
  expect(validate({ ...comparison, version: 2 })).toBe(false);
  expect(validate({ ...comparison, scenarios: [{}] })).toBe(false);
  expect(validate.errors).toHaveLength(8);
  const row = { observable: 'documents', verdict: 'fine', before: '', after: '', differences: [] };
  const scenario = { name: '', title: '', task: '', isExercised: true, before: [], after: [] };
  const one = { ...scenario, verdict: 'same', rows: [row] };
  expect(validate({ ...comparison, scenarios: [one] })).toBe(false);
  expect(validate.errors?.map(({ instancePath }) => instancePath)).toEqual(['/scenarios/0/rows/0/verdict']);
});

/** Whether a connection is taken. */
function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
