import { chmodSync, readFileSync } from 'node:fs';
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { COMMANDS } from '../../src/cli/commands/index.js';
import { akepa, CLEAN_ENV, CLI, linesOf, ROOT } from '../support/cli.js';
import { folder } from '../support/folder.js';
import { CALLER, CONFIG } from '../support/sources.js';

const VERBS = Object.keys(COMMANDS);

test.concurrent.each([
  [['chekc'], 'unknown command chekc; did you mean check?'],
  [['migrat', '--write'], 'unknown command migrat; did you mean migrate?'],
  [['src'], 'unknown command src'],
  [['constructor'], 'unknown command constructor'],
  [['help', 'chekc'], 'unknown command chekc; did you mean check?'],
  [['help', 'toString'], 'unknown command toString'],
  [['--verison'], 'unknown option --verison; did you mean --version?'],
  [['check', '--fromat', 'json'], 'unknown option --fromat; did you mean --format?'],
  [['check', '--write'], 'unknown option --write'],
  [['check', '-x'], 'unknown option -x'],
  [['migrate', '--wirte'], 'unknown option --wirte; did you mean --write?'],
  [['explain', '--format', 'json'], 'unknown option --format'],
  [
    ['check', '--format', 'xml'],
    '--format takes pretty, json, jsonl, sarif, github, gitlab, junit, checkstyle, markdown, not xml',
  ],
  [['check', '--confidence', 'high'], '--confidence takes certain, likely, possible, not high'],
  [['explain', 'AK301', 'AK302'], 'explain takes one code'],
  [['migrate', '--only', 'kyc-statsu'], 'there is no endpoint kyc-statsu; did you mean kyc-status?'],
  [['migrate', '--verify', 'hope'], '--verify takes types, run, not hope'],
  [['migrate', '--verify', 'run', '--before', 'x'], '--verify run takes --before and --after'],
  [['migrate', '--after', 'x'], '--after goes with --verify run'],
  [
    ['migrate', '--summary', '-', '--format', 'json'],
    '--summary - and --format json both take standard output',
  ],
  [['undo', 'src'], 'undo takes no paths, such as src'],
  [['undo'], 'there is nothing to undo: no `migrate --write` ran here'],
])('%o: one line, exit code 2, nothing on standard output', async (args, message) => {
  const { code, out, err } = await akepa(args, { cwd: folder({ 'a.ts': CALLER }) });
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: `akepa-migrate: ${message}\n` });
});

test.concurrent.each([
  [['check', '--config', '--format', 'json'], /--config.* is ambiguous/],
  [['check', '--config'], /--config.* argument missing/],
  [['migrate', '--write=yes'], /--write.* does not take an argument/],
])('%o: what Node says of it, in one line', async (args, message) => {
  const { code, out, err } = await akepa(args, { cwd: folder({ 'a.ts': CALLER }) });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(linesOf(err)).toEqual([expect.stringMatching(message)]);
});

test.concurrent('--version is the version of package.json', async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  for (const flag of ['--version', '-v']) {
    const answer = await akepa([flag], { cwd: folder() });
    expect(answer).toEqual({ code: 0, out: `${version}\n`, err: '' });
  }
});

test.concurrent('the overview names every verb; without a verb it answers 2', async () => {
  const cwd = folder();
  const { code, out, err } = await akepa(['--help'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const verb of VERBS) expect(out).toMatch(new RegExp(`^  ${verb} +\\S`, 'm'));
  for (const args of [['-h'], ['help']]) expect(await akepa(args, { cwd })).toEqual({ code, out, err });
  expect(await akepa([], { cwd })).toEqual({ code: 2, out, err: '' });
});

test.concurrent.each(VERBS)('%s --help: usage, options that exist, examples', async (verb) => {
  const cwd = folder({ 'a.ts': CALLER });
  const { code, out, err } = await akepa([verb, '--help'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.startsWith(`akepa-migrate ${verb} [`)).toBe(true);
  expect(out).toContain('\nExamples\n');
  expect(await akepa([verb, '-h'], { cwd })).toEqual({ code, out, err });
  expect(await akepa(['help', verb], { cwd })).toEqual({ code, out, err });
  // Each option that the text names is taken: the complaint is about its value, or the option after it.
  const named = new Set([...out.matchAll(/--[a-z]+(?:-[a-z]+)*/g)].map(([option]) => option));
  for (const option of named) {
    const answer = await akepa([verb, option, '--no-such-option'], { cwd });
    expect(answer.err).not.toContain(`unknown option ${option}\n`);
    expect(answer.err).not.toContain(`unknown option ${option};`);
  }
});

test.concurrent('every example command of the help texts runs', () => {
  const bin = folder({ 'akepa-migrate': `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n` });
  chmodSync(join(bin, 'akepa-migrate'), 0o755);
  const env = { ...CLEAN_ENV, PATH: `${bin}:${CLEAN_ENV['PATH'] ?? ''}` };
  const help = ['', ...VERBS].map((verb) =>
    execFileSync('akepa-migrate', [verb, '--help'].filter(Boolean), { env, encoding: 'utf8' }),
  );
  const examples = help.flatMap((text) =>
    linesOf(text.slice(text.indexOf('\nExamples\n') + '\nExamples\n'.length)).map((line) => line.trim()),
  );
  // Beside a command the overview says what it does.
  const commands = examples.map((line) => line.split(/ {3,}/)[0] ?? '');
  expect(commands.length).toBeGreaterThanOrEqual(VERBS.length * 2);
  for (const command of commands) {
    // Runs until it is stopped, or runs programs: see reference.test.ts and compare.test.ts.
    if (/^akepa-migrate (?:reference|compare)/.test(command)) continue;
    const cwd = folder({
      'src/a.ts': CALLER,
      'packages/one/src/b.ts': CALLER,
      'akepa.config.json': CONFIG,
    });
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd, env, encoding: 'utf8' });
    expect({ command, stderr }).toEqual({ command, stderr: '' });
    expect([0, 1]).toContain(status);
  }
});
