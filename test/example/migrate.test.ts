import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Project } from 'ts-morph';
import { expect, test } from 'vitest';

import type { CheckResult } from '../../src/check.js';
import { validateConfig } from '../../src/config/validate.js';
import type { MigrateReport } from '../../src/migrate.js';
import { migrateProject } from '../../transforms/ts-morph.js';
import { akepa, akepaJson, ROOT } from '../support/cli.js';
import { bytesOf, read } from '../support/folder.js';
import { CALLS } from './calls.js';
import { copy, EXAMPLE } from './copy.js';

/** It is handed the status that `waitForKyc` asks for. */
const READER = 'src/server.ts';

function sourcesOf(cwd: string): string[] {
  return ['src', 'akepa'].flatMap((name) => readdirSync(join(cwd, name)).map((file) => `${name}/${file}`));
}

function compile(cwd: string): void {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', cwd], { cwd, encoding: 'utf8' });
}

test.concurrent(
  'every call is rewritten or carries a TODO right above its statement, as do readers that hold it, and it compiles',
  async () => {
    const cwd = copy();
    compile(cwd);
    const { code, err } = await akepa(['migrate', '--write'], { cwd });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    compile(cwd);

    const { findings, todos } = await akepaJson<CheckResult>(['check'], { cwd });
    for (const { file, line, todos } of findings) {
      const lines = read(cwd, file).split('\n');
      const codes = codesAbove(lines, line - 1);
      expect(codes).not.toEqual([]);
      const own = todos.map((todo) => todo.code);
      expect({ file, line, strange: codes.filter((item) => !own.includes(item)) }).toEqual({
        file,
        line,
        strange: [],
      });
    }
    // Every one is there, and nothing carries one that has no call; the reader of one answer is in another file.
    const wanted = findings.flatMap(({ file, todos }) =>
      todos.map((todo) => {
        const isReader = file === 'src/wait-for-kyc.ts' && todo.code === 'AK321';
        return `${isReader ? READER : file}: ${todo.code} ${todo.text}`;
      }),
    );
    expect(new Set(todos.map(({ file, code, text }) => `${file}: ${code} ${text}`))).toEqual(new Set(wanted));
  },
);

test.concurrent('what was rewritten calls akepa, once for each call, and is reported no longer', async () => {
  const cwd = copy();
  const { calls, errors } = await akepaJson<MigrateReport>(['migrate', '--write'], { cwd });
  expect(errors).toEqual([]);
  expect(calls.map(({ file, line, endpoint, client }) => [file, line, endpoint, client])).toEqual(CALLS);
  const rewritten = calls.filter(({ outcome }) => outcome === 'rewritten');
  expect(rewritten.length).toBeGreaterThan(0);
  const { findings } = await akepaJson<CheckResult>(['check'], { cwd });
  const count = (file: string): number =>
    calls.filter((call) => call.file === file && call.outcome === 'todo').length;
  for (const file of new Set(CALLS.map(([name]) => name))) {
    expect([file, findings.filter((finding) => finding.file === file).length]).toEqual([file, count(file)]);
    // An annotation names the successor too.
    const code = read(cwd, file).replaceAll(/^\s*\/\/.*$/gm, '');
    const akepaPaths = code.match(/\/akepa\/(?:document|identification|status|update)\b/g) ?? [];
    expect([file, akepaPaths.length]).toEqual([file, rewritten.filter((call) => call.file === file).length]);
  }
});

test.concurrent('a second run changes no byte', async () => {
  const cwd = copy();
  await akepa(['migrate', '--write'], { cwd });
  const after = bytesOf(cwd, sourcesOf(cwd));
  expect(after).not.toEqual(bytesOf(EXAMPLE, sourcesOf(EXAMPLE)));
  await akepa(['migrate', '--write'], { cwd });
  expect(bytesOf(cwd, sourcesOf(cwd))).toEqual(after);
});

test.concurrent('files without a call, and that read no answer, stay as they are', async () => {
  const cwd = copy();
  await akepa(['migrate', '--write'], { cwd });
  const called = new Set(CALLS.map(([file]) => file));
  const others = sourcesOf(cwd).filter((file) => !called.has(file) && file !== READER);
  expect(others).toContain('src/connectfi.ts');
  expect(bytesOf(cwd, others)).toEqual(bytesOf(EXAMPLE, others));
  expect(readFileSync(join(cwd, 'package.json'))).toEqual(readFileSync(join(EXAMPLE, 'package.json')));
});

/** The codes of the annotations above the statement that the call at `index` is part of; the lines of one statement may precede the call. */
function codesAbove(lines: readonly string[], index: number): string[] {
  const codes: string[] = [];
  let at = index;
  // Up to the statement's first line: an indentation less than the call's own would leave the block.
  while (at > 0 && !/TODO\(akepa-migrate/.test(lines[at - 1] ?? '') && !/[;{}]\s*$/.test(lines[at - 1] ?? ''))
    at--;
  for (; at > 0; at--) {
    const [, code] = /^\s*\/\/ TODO\(akepa-migrate (AK\d{3})\): .+\. .+\.$/.exec(lines[at - 1] ?? '') ?? [];
    if (code === undefined) return codes;
    codes.unshift(code);
  }
  return codes;
}

test.concurrent('the ts-morph transform writes the same bytes as the command line', async () => {
  const cwd = copy();
  const project = new Project({ tsConfigFilePath: join(cwd, 'tsconfig.json') });
  const config = validateConfig(JSON.parse(read(cwd, 'akepa.config.json')), 'akepa.config.json');
  const { calls, files } = migrateProject(project, { config, root: cwd, cwd });
  const report = await akepaJson<MigrateReport>(['migrate', '--write'], { cwd });
  expect(calls).toEqual(report.calls);
  expect(files.map(({ file, edits }) => ({ file, edits }))).toEqual(report.files);
  for (const { file, sourceFile } of files) expect(sourceFile.getFullText()).toBe(read(cwd, file));
});
