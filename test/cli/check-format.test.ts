import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';

import { CHECK_FORMATS } from '../../src/reporters/formats.js';
import { akepa, linesOf } from '../support/cli.js';
import { folder, put, read, repository } from '../support/folder.js';
import { CALLER, CONFIG, STUCK } from '../support/sources.js';

const FILES = { 'src/a.ts': CALLER, 'akepa.config.json': CONFIG };

const check = (cwd: string, ...formats: string[]): ReturnType<typeof akepa> =>
  akepa(['check', 'src', ...formats.flatMap((format) => ['--format', format])], { cwd });

test.concurrent(
  'every format at once: one to standard output, the others into files and new folders',
  async () => {
    const cwd = folder(FILES);
    const names = Object.keys(CHECK_FORMATS).filter((name) => name !== 'pretty');
    const { code, out, err } = await check(
      cwd,
      ...names.map((name) => `${name}:reports/deep/${name}`),
      'pretty',
    );
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('1 legacy call in 1 file');
    // Nothing of how they were written stays behind.
    expect(readdirSync(join(cwd, 'reports/deep')).toSorted()).toEqual(names.toSorted());
    for (const name of names) expect(read(cwd, `reports/deep/${name}`)).toMatch(/AK202/);
    const log = JSON.parse(read(cwd, 'reports/deep/sarif')) as Log;
    expect(log.runs[0]?.results?.map(({ fixes }) => fixes?.length)).toEqual([1]);
  },
);

test.concurrent('- is standard output, too', async () => {
  const { out } = await check(folder(FILES), 'checkstyle:-');
  expect(out).toMatch(/^<\?xml [^]+<\/checkstyle>\n$/);
});

test.concurrent('a Windows path names its drive with a colon', async () => {
  const cwd = folder(FILES);
  // On other systems it is a name like any other.
  expect((await check(cwd, 'jsonl:C:\\out.jsonl')).code).toBe(1);
  expect(linesOf(read(cwd, 'C:\\out.jsonl'))).toHaveLength(1);
});

test.concurrent('a file that is there is replaced, and keeps its mode', async () => {
  const cwd = folder({ ...FILES, 'out.json': 'old' });
  chmodSync(join(cwd, 'out.json'), 0o640);
  await check(cwd, 'json:out.json');
  expect(JSON.parse(read(cwd, 'out.json'))).toHaveProperty('version', 1);
  expect(statSync(join(cwd, 'out.json')).mode & 0o777).toBe(0o640);
});

test.concurrent('a pipe is written to, and stays one', async () => {
  const cwd = folder(FILES);
  execFileSync('mkfifo', ['pipe'], { cwd });
  const [{ code }, text] = await Promise.all([
    check(cwd, 'json:pipe'),
    new Promise<string>((resolve) => execFile('cat', ['pipe'], { cwd }, (_, out) => resolve(out))),
  ]);
  expect(code).toBe(1);
  expect(JSON.parse(text)).toHaveProperty('version', 1);
  expect(statSync(join(cwd, 'pipe')).isFIFO()).toBe(true);
});

describe('what can not be done is said, and is exit code 2', () => {
  test.concurrent.each([
    [
      ['pretty', 'json'],
      'only one --format can go to standard output; give the others a file, as in --format json:FILE',
    ],
    [['json:x', 'jsonl:./x'], /^two --format go to one file, .+x$/],
    [['sarif:'], '--format sarif: names no file'],
    [['sarf:x'], /^--format takes pretty, json, .+, not sarf; did you mean sarif\?$/],
    [['json:src'], '--format json: src can not be written: it is a folder'],
    [['json:src/a.ts/x'], '--format json: src/a.ts/x can not be written: a part of its path is a file'],
  ])('%j', async (formats, message) => {
    const cwd = folder(FILES);
    const { code, out, err } = await check(cwd, ...formats);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const [, said = ''] = /^akepa-migrate: (.*)\n$/.exec(err) ?? [];
    if (typeof message === 'string') expect(said).toBe(message);
    else expect(said).toMatch(message);
    expect(read(cwd, 'src/a.ts')).toBe(CALLER);
  });
});

test.concurrent(
  'code hosts get paths from the root of the repository, whatever the working directory',
  async () => {
    const root = repository({ 'packages/kyc/src/a.ts': CALLER, 'packages/kyc/akepa.config.json': CONFIG });
    const cwd = join(root, 'packages/kyc');
    expect((await check(cwd, 'github')).out).toContain('::error file=packages/kyc/src/a.ts,line=4,');
    const [run] = (JSON.parse((await check(cwd, 'sarif')).out) as Log).runs;
    const location = run?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
    expect(location?.uri).toBe('packages/kyc/src/a.ts');
    expect(run?.originalUriBaseIds?.['SRCROOT']?.uri).toBe(`file://${root}/`);
  },
);

test.concurrent('what is in the baseline or suppressed is in no failure', async () => {
  const cwd = folder({ 'src/a.ts': CALLER, 'src/b.ts': STUCK });
  await akepa(['check', 'src/a.ts', '--write-baseline'], { cwd });
  put(cwd, {
    'src/b.ts': STUCK.replace(/^( +)(const res)/m, '$1// akepa-ignore-next-line kyc-status -- later\n$1$2'),
  });
  const [run] = (JSON.parse((await check(cwd, 'sarif')).out) as Log).runs;
  expect(
    run?.results?.map(({ baselineState, suppressions }) => [baselineState, suppressions?.length]),
  ).toEqual([
    ['unchanged', 0],
    ['new', 1],
  ]);
  const { code, out } = await check(cwd, 'junit');
  expect(code).toBe(0);
  expect(out).toMatch(/<testsuites .+ tests="2" failures="0" errors="0"/);
  expect(out.match(/<skipped>/g)).toHaveLength(2);
  expect((await check(cwd, 'github')).out).toBe(
    '::notice title=akepa-migrate::Not annotated: 1 known, 1 suppressed.\n',
  );
});

test.concurrent(
  'a file that does not parse is in every report of a code host, and the exit code is 3',
  async () => {
    const cwd = folder({ 'src/broken.ts': "const document = ('/customer/kyc/init'" });
    const github = await check(cwd, 'github');
    expect(github.code).toBe(3);
    expect(github.out).toMatch(
      /^::error file=src\/broken\.ts,title=akepa-migrate could not process this file::/,
    );
    const [run] = (JSON.parse((await check(cwd, 'sarif')).out) as Log).runs;
    expect(run?.invocations?.[0]?.executionSuccessful).toBe(false);
  },
);
