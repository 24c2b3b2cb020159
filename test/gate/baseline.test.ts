import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { akepa, linesOf } from '../support/cli.js';
import { commit, folder, git, put, read, repository } from '../support/folder.js';
import { schemaErrors } from '../support/schema.js';
import { CALLER, CONFIG } from '../support/sources.js';
import { BASELINE, gate, gitAs, GREEN, verdict } from './gate.js';
import { IMPORT, initIn, statusIn } from './source.js';

const BEAT = { 'src/kyc.ts': IMPORT + statusIn('beat') };

/** A repository with a baseline of what is in it. */
async function withBaseline(files: Record<string, string> = BEAT): Promise<string> {
  const cwd = repository(files);
  const { code } = await akepa(['check', '--write-baseline'], { cwd });
  expect(code).toBe(0);
  commit(cwd);
  return cwd;
}

/** The entries of a baseline. */
function entriesOf(cwd: string): Record<string, unknown>[] {
  return linesOf(read(cwd, BASELINE))
    .slice(1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Adds to the entry of a file. */
function annotate(cwd: string, file: string, fields: object): void {
  const lines = linesOf(read(cwd, BASELINE)).map((line) =>
    line.includes(`"file":"${file}"`) ? JSON.stringify({ ...(JSON.parse(line) as object), ...fields }) : line,
  );
  writeFileSync(join(cwd, BASELINE), `${lines.join('\n')}\n`);
}

test.concurrent('what is in the baseline does not fail, and everything else does', async () => {
  const cwd = repository(BEAT);
  expect(await verdict(cwd)).toEqual({ code: 1, fails: ['src/kyc.ts:4 kyc-status'] });
  const { code, out, err } = await akepa(['check', '--write-baseline'], { cwd });
  expect({ code, err }).toEqual({
    code: 0,
    err: `akepa-migrate: wrote ${BASELINE}: 1 finding, 1 new, 0 gone\n`,
  });
  expect(out).toContain('Not shown: 1 known.');
  const after = await gate(cwd);
  expect(schemaErrors('check', after.result)).toEqual([]);
  expect(after.result.findings).toMatchObject([{ known: true, fails: false }]);
  expect(after.code).toBe(0);
  put(cwd, { 'src/new.ts': IMPORT + initIn('start') });
  expect(await verdict(cwd)).toEqual({ code: 1, fails: ['src/new.ts:4 kyc-init'] });
});

test.concurrent('one line an entry, in the order of the files, the same whatever is run twice', async () => {
  const cwd = await withBaseline({
    'src/b.ts': IMPORT + initIn('start') + statusIn('beat'),
    'src/a.ts': IMPORT + statusIn('beat'),
  });
  expect(linesOf(read(cwd, BASELINE))[0]).toBe('{"version":1}');
  const call = expect.stringMatching(/^[0-9a-f]{16}$/) as unknown;
  expect(entriesOf(cwd)).toEqual([
    { file: 'src/a.ts', endpoint: 'kyc-status', method: 'GET', symbol: 'beat', call },
    { file: 'src/b.ts', endpoint: 'kyc-init', method: 'POST', symbol: 'start', call },
    { file: 'src/b.ts', endpoint: 'kyc-status', method: 'GET', symbol: 'beat', call },
  ]);
  const before = read(cwd, BASELINE);
  await akepa(['check', '--write-baseline'], { cwd });
  expect(read(cwd, BASELINE)).toBe(before);
});

describe('what the count does not see', () => {
  test.concurrent('fix one, add one: the swap fails', async () => {
    const cwd = await withBaseline();
    put(cwd, { 'src/kyc.ts': IMPORT + statusIn('other') });
    const swapped = await gate(cwd);
    expect(swapped.result.findings).toHaveLength(1);
    expect(swapped.code).toBe(1);
    expect(swapped.result.gate.reasons).toEqual([`1 finding not in ${BASELINE}`]);
  });

  test.concurrent('nor within one function: another body is another call', async () => {
    const cwd = await withBaseline({ 'src/kyc.ts': IMPORT + initIn('start') });
    put(cwd, {
      'src/kyc.ts': IMPORT + initIn('start').replace('{ customerId }', '{ customerId, syncMode: true }'),
    });
    expect((await verdict(cwd)).code).toBe(1);
  });

  test.concurrent('a second call that is equal is a second one', async () => {
    const cwd = await withBaseline();
    put(cwd, { 'src/kyc.ts': IMPORT + statusIn('beat').replace(/ {2}await.*\n/, (line) => line + line) });
    expect(await verdict(cwd)).toEqual({ code: 1, fails: ['src/kyc.ts:5 kyc-status'] });
  });

  test.concurrent('a copy in another file is a new one, and so is one that comes back', async () => {
    const cwd = await withBaseline();
    put(cwd, { 'src/copy.ts': IMPORT + statusIn('beat') });
    expect(await verdict(cwd)).toEqual({ code: 1, fails: ['src/copy.ts:4 kyc-status'] });
    rmSync(join(cwd, 'src/copy.ts'));
    put(cwd, { 'src/kyc.ts': '' });
    expect((await akepa(['check', '--prune'], { cwd })).code).toBe(0);
    put(cwd, BEAT);
    expect((await verdict(cwd)).code).toBe(1);
  });
});

describe('what changes nothing', () => {
  test.concurrent('code that is moved within its file', async () => {
    const cwd = await withBaseline({ 'src/kyc.ts': IMPORT + statusIn('beat') + initIn('start') });
    put(cwd, { 'src/kyc.ts': IMPORT + initIn('start') + '\nconst more = 1;\n' + statusIn('beat') });
    expect(await verdict(cwd)).toEqual(GREEN);
  });

  test.concurrent('another format', async () => {
    const cwd = await withBaseline({ 'src/kyc.ts': IMPORT + initIn('start') });
    const text = (IMPORT + initIn('start'))
      .replaceAll("'", '"')
      .replace('{ customerId });', '{\n    // whose\n    customerId,\n  },);')
      .replaceAll('\n', '\r\n');
    put(cwd, { 'src/kyc.ts': text });
    expect(await verdict(cwd)).toEqual(GREEN);
  });

  test.concurrent.each(['git mv', 'a plain rename'])('a renamed file, by %s', async (way) => {
    const cwd = await withBaseline();
    if (way === 'git mv') git(cwd, 'mv', 'src/kyc.ts', 'src/identity.ts');
    else renameSync(join(cwd, 'src/kyc.ts'), join(cwd, 'src/identity.ts'));
    expect(await verdict(cwd)).toEqual(GREEN);
    expect(await verdict(cwd, 'src/identity.ts')).toEqual(GREEN);
    annotate(cwd, 'src/kyc.ts', { owner: 'payments' });
    await akepa(['check', '--prune'], { cwd });
    expect(entriesOf(cwd)).toMatchObject([{ file: 'src/identity.ts', owner: 'payments' }]);
  });

  test.concurrent('a rename, and a copy beside it: one of the two is new', async () => {
    const cwd = await withBaseline();
    git(cwd, 'mv', 'src/kyc.ts', 'src/a.ts');
    put(cwd, { 'src/b.ts': IMPORT + statusIn('beat') });
    expect((await verdict(cwd)).fails).toHaveLength(1);
  });

  test.concurrent('where the run is started, and what of it is looked at', async () => {
    const cwd = await withBaseline();
    expect(await verdict(join(cwd, 'src'))).toEqual(GREEN);
    expect(await verdict(cwd, 'src/kyc.ts')).toEqual(GREEN);
  });
});

describe('merges', () => {
  /** Two branches that each take a call of their own into the baseline, with or without `merge=union`. */
  async function branches(attributes: Record<string, string>): Promise<string> {
    const cwd = await withBaseline({ ...BEAT, ...attributes });
    git(cwd, 'checkout', '--quiet', '-b', 'left');
    put(cwd, { 'src/a.ts': IMPORT + initIn('left') });
    await akepa(['check', '--write-baseline'], { cwd });
    commit(cwd);
    git(cwd, 'checkout', '--quiet', '-b', 'right', 'HEAD~1');
    put(cwd, { 'src/b.ts': IMPORT + initIn('right') });
    await akepa(['check', '--write-baseline'], { cwd });
    commit(cwd);
    return cwd;
  }
  const UNION = { '.gitattributes': `${BASELINE} merge=union\n` };

  test.concurrent('two branches merge by union without conflict, and nothing fails', async () => {
    const cwd = await branches(UNION);
    gitAs(cwd, 'merge', '--quiet', '--no-edit', 'left');
    expect(git(cwd, 'status', '--porcelain')).toBe('');
    expect(entriesOf(cwd)).toHaveLength(3);
    expect(await verdict(cwd)).toEqual(GREEN);
  });

  test.concurrent('a branch is rebased onto another, and nothing fails', async () => {
    const cwd = await branches(UNION);
    gitAs(cwd, 'rebase', '--quiet', 'left');
    expect(await verdict(cwd)).toEqual(GREEN);
  });

  test.concurrent('the same line from both sides is one entry; the stricter day wins', async () => {
    const cwd = await withBaseline();
    const [header = '', line = ''] = linesOf(read(cwd, BASELINE));
    const with_ = (fields: object): string => JSON.stringify({ ...(JSON.parse(line) as object), ...fields });
    put(cwd, { [BASELINE]: `${header}\n${line}\n${header}\n${line}\n` });
    expect(await verdict(cwd)).toEqual(GREEN);
    put(cwd, {
      [BASELINE]: [
        header,
        with_({ expires: '2099-01-01' }),
        with_({ expires: '2020-01-01', owner: 'a' }),
        '',
      ].join('\n'),
    });
    expect((await verdict(cwd)).code).toBe(1);
    await akepa(['check', '--write-baseline'], { cwd });
    expect(entriesOf(cwd)).toMatchObject([{ expires: '2020-01-01', owner: 'a' }]);
  });

  test.concurrent(
    'one branch fixes what is beside what another adds: nothing fails, the stale entry is said',
    async () => {
      const cwd = await withBaseline({ ...BEAT, 'src/a.ts': IMPORT + initIn('start'), ...UNION });
      git(cwd, 'checkout', '--quiet', '-b', 'left');
      put(cwd, { 'src/a.ts': '' });
      await akepa(['check', '--prune'], { cwd });
      commit(cwd);
      git(cwd, 'checkout', '--quiet', '-b', 'right', 'HEAD~1');
      put(cwd, { 'src/b.ts': IMPORT + initIn('right') });
      await akepa(['check', '--write-baseline'], { cwd });
      commit(cwd);
      gitAs(cwd, 'merge', '--quiet', '--no-edit', 'left');
      const { code, result } = await gate(cwd);
      expect(code).toBe(0);
      // Union keeps the line that one side took out.
      for (const { code } of result.notices) expect(code).toBe('AK411');
      await akepa(['check', '--prune'], { cwd });
      expect((await gate(cwd)).result.notices).toEqual([]);
      expect(await verdict(cwd)).toEqual(GREEN);
    },
  );

  test.concurrent('a conflict that nobody resolved is exit code 2, with its line', async () => {
    const cwd = await branches({});
    expect(() => gitAs(cwd, 'merge', '--quiet', '--no-edit', 'left')).toThrow();
    const { code, out, err } = await akepa(['check'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^akepa-migrate: \.akepa-baseline\.jsonl:\d+: a merge left its marks; /);
  });
});

describe('dates', () => {
  test.concurrent('an entry holds up to and including its day', async () => {
    const cwd = await withBaseline();
    annotate(cwd, 'src/kyc.ts', { owner: 'payments', expires: '2027-01-31' });
    expect((await verdict(cwd, '--as-of', '2027-01-31')).code).toBe(0);
    const { code, result } = await gate(cwd, '--as-of', '2027-02-01');
    expect(code).toBe(1);
    expect(result.gate.reasons).toEqual([`1 finding whose entry in ${BASELINE} has expired`]);
    expect(result.findings[0]?.notes.at(-1)).toBe(
      'The entry of kyc-status in `beat` of src/kyc.ts held until 2027-01-31 (owner: payments), so its finding fails again. ' +
        'Move the call, or give the entry a later day. (AK412)',
    );
  });

  test.concurrent.each(['2027-02-30', '31.01.2027', 'soon', '', 20270131, null])(
    'the day %j is none, so the entry has expired',
    async (expires) => {
      const cwd = await withBaseline();
      annotate(cwd, 'src/kyc.ts', { expires });
      const { code, result } = await gate(cwd);
      expect(code).toBe(1);
      expect(result.findings[0]?.notes.at(-1)).toContain('which is no day such as 2027-01-31');
    },
  );

  test.concurrent('owner, reason and day stay when the baseline is written anew', async () => {
    const cwd = await withBaseline();
    const fields = { owner: 'payments', reason: 'waits for the sandbox', expires: '2099-01-01' };
    annotate(cwd, 'src/kyc.ts', fields);
    put(cwd, { 'src/a.ts': IMPORT + initIn('start') });
    await akepa(['check', '--write-baseline'], { cwd });
    expect(entriesOf(cwd)).toMatchObject([{ file: 'src/a.ts' }, { file: 'src/kyc.ts', ...fields }]);
  });
});

describe('what is gone', () => {
  test.concurrent(
    'a stale entry is reported at its line, fails nothing, and --prune takes it out',
    async () => {
      const cwd = await withBaseline({ ...BEAT, 'src/a.ts': IMPORT + initIn('start') });
      put(cwd, { 'src/kyc.ts': '' });
      const { code, result } = await gate(cwd);
      expect(code).toBe(0);
      expect(result.notices).toEqual([
        {
          code: 'AK411',
          file: BASELINE,
          line: 3,
          message: expect.stringContaining('kyc-status in `beat` of src/kyc.ts is gone') as unknown,
        },
      ]);
      expect(result.gate.baseline).toEqual({ file: BASELINE, entries: 2, stale: 1 });
      const pruned = await akepa(['check', '--prune'], { cwd });
      expect(pruned.err).toBe(`akepa-migrate: wrote ${BASELINE}: 1 finding, 0 new, 1 gone\n`);
      expect(entriesOf(cwd)).toMatchObject([{ file: 'src/a.ts' }]);
    },
  );

  test.concurrent('--prune takes nothing in', async () => {
    const cwd = await withBaseline();
    put(cwd, { 'src/new.ts': IMPORT + initIn('start') });
    expect((await akepa(['check', '--prune'], { cwd })).code).toBe(1);
    expect(entriesOf(cwd)).toHaveLength(1);
  });

  test.concurrent('what a run does not look at is not gone', async () => {
    const cwd = await withBaseline({ ...BEAT, 'src/a.ts': IMPORT + initIn('start') });
    const before = read(cwd, BASELINE);
    for (const args of [
      ['src/a.ts'],
      ['--confidence', 'certain'],
      ['src/a.ts', '--write-baseline'],
      ['src/a.ts', '--prune'],
    ]) {
      const { result } = await gate(cwd, ...args);
      expect(result.notices).toEqual([]);
      expect(read(cwd, BASELINE)).toBe(before);
    }
  });

  test.concurrent('nor is what is in a file that does not parse', async () => {
    const cwd = await withBaseline();
    put(cwd, { 'src/kyc.ts': `${BEAT['src/kyc.ts']}\nconst = 1;` });
    const { code, result } = await gate(cwd, '--write-baseline');
    expect(code).toBe(3);
    expect(result.notices).toEqual([]);
    expect(entriesOf(cwd)).toHaveLength(1);
  });

  test.concurrent('a file that is gone is', async () => {
    const cwd = await withBaseline();
    rmSync(join(cwd, 'src/kyc.ts'));
    put(cwd, { 'src/a.ts': 'export const a = 1;\n' });
    expect((await gate(cwd)).result.notices).toMatchObject([{ code: 'AK411' }]);
    expect((await gate(cwd, 'src/a.ts')).result.notices).toMatchObject([{ code: 'AK411' }]);
  });
});

test.concurrent('TODOs that a migration left are taken in, too', async () => {
  const cwd = repository({ ...BEAT, 'src/old.ts': '// TODO(akepa-migrate AK301): gone. Gone.\n' });
  await akepa(['migrate', '--write'], { cwd });
  expect(read(cwd, 'src/kyc.ts')).toContain('TODO(akepa-migrate AK301)');
  put(cwd, { 'src/old.ts': '// TODO(akepa-migrate AK301): gone. Gone.\n' });
  expect((await gate(cwd)).code).toBe(1);
  expect((await gate(cwd, '--write-baseline')).code).toBe(0);
  expect(entriesOf(cwd)).toMatchObject([{ endpoint: 'kyc-status' }, { file: 'src/old.ts', todo: 'AK301' }]);
  expect((await gate(cwd)).code).toBe(0);
  put(cwd, { 'src/older.ts': '// TODO(akepa-migrate AK302): gone. Gone.\n' });
  const { code, result } = await gate(cwd);
  expect(code).toBe(1);
  expect(result.gate.reasons).toEqual([`1 TODO not in ${BASELINE}`]);
});

describe('a baseline that can not be read', () => {
  const ENTRY = '{"file":"a.ts","endpoint":"kyc-status","call":"0123456789abcdef"}';
  test.concurrent.each<[string, string, string]>([
    ['no JSON', '{"version":1}\n{"file":', `${BASELINE}:2: this line is no JSON`],
    ['no object', '{"version":1}\n[]', `${BASELINE}:2: this line is no entry`],
    [
      'another version',
      '{"version":2}\n',
      `${BASELINE}:1: version 2 is unknown here, where 1 is read; update akepa-migrate`,
    ],
    ['no version', ENTRY, `${BASELINE}: the line {"version":1} is missing; `],
    ['nothing', '', `${BASELINE}: the line {"version":1} is missing; `],
    [
      'an unknown endpoint',
      `{"version":1}\n${ENTRY.replace('kyc-status', 'kyc-statsu')}`,
      `${BASELINE}:2: there is no endpoint kyc-statsu; did you mean kyc-status?`,
    ],
    [
      'an unknown key',
      `{"version":1}\n${ENTRY.replace('}', ',"expire":"2020-01-01"}')}`,
      `${BASELINE}:2: unknown key \`expire\`; did you mean \`expires\`?`,
    ],
    [
      'a missing key',
      '{"version":1}\n{"file":"a.ts","endpoint":"kyc-status"}',
      `${BASELINE}:2: \`call\` is missing`,
    ],
    [
      'another type',
      `{"version":1}\n${ENTRY.replace('"a.ts"', '1')}`,
      `${BASELINE}:2: \`file\` must be a text`,
    ],
    [
      'no ordinal',
      `{"version":1}\n${ENTRY.replace('}', ',"ordinal":0}')}`,
      `${BASELINE}:2: \`ordinal\` must be 1 or more`,
    ],
    [
      'marks of a merge',
      `{"version":1}\n<<<<<<< HEAD\n${ENTRY}\n=======\n>>>>>>> left\n`,
      `${BASELINE}:2: a merge left its marks; `,
    ],
  ])('%s', async (_, text, message) => {
    const cwd = folder({ 'a.ts': CALLER, [BASELINE]: text });
    for (const args of [[], ['--write-baseline']]) {
      const { code, out, err } = await akepa(['check', ...args], { cwd });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`akepa-migrate: ${message}`);
      expect(linesOf(err)).toHaveLength(1);
    }
    expect(readFileSync(join(cwd, BASELINE), 'utf8')).toBe(text);
  });

  test.concurrent('one that was named and is missing, a folder, and bytes that are no text', async () => {
    const cwd = folder({
      'a.ts': CALLER,
      'old/x.txt': '',
      'binary.jsonl': new Uint8Array([0xff, 0xfe, 0x00]),
    });
    for (const [name, message] of [
      ['base.jsonl', 'base.jsonl: there is no such baseline; --write-baseline makes one'],
      ['old', 'old: it is a folder, and no baseline'],
      ['binary.jsonl', 'binary.jsonl: it is binary'],
    ]) {
      const { code, err } = await akepa(['check', '--baseline', name ?? ''], { cwd });
      expect({ code, err }).toEqual({ code: 2, err: `akepa-migrate: ${message}\n` });
    }
    expect(await akepa(['check', '--prune'], { cwd })).toMatchObject({ code: 2 });
  });
});

test.concurrent('line ends of Windows, a byte order mark and blank lines are no obstacle', async () => {
  const cwd = await withBaseline();
  writeFileSync(join(cwd, BASELINE), `\uFEFF${read(cwd, BASELINE).replaceAll('\n', '\r\n')}\r\n`);
  expect(await verdict(cwd)).toEqual(GREEN);
});

test.concurrent('a baseline elsewhere is the one that counts', async () => {
  const cwd = folder({ 'src/a.ts': CALLER, 'ci/x.txt': '', 'akepa.config.json': CONFIG });
  expect((await akepa(['check', '--write-baseline', '--baseline', 'ci/known.jsonl'], { cwd })).code).toBe(0);
  expect((await verdict(cwd)).code).toBe(1);
  expect(await verdict(cwd, '--baseline', 'ci/known.jsonl')).toEqual(GREEN);
  expect(await verdict(join(cwd, 'src'), '--baseline', '../ci/known.jsonl')).toEqual(GREEN);
});

test.concurrent('a red run says why, and what to do', async () => {
  const cwd = await withBaseline();
  put(cwd, { 'src/new.ts': IMPORT + initIn('start') });
  const { out } = await akepa(['check'], { cwd });
  expect(out).toContain(
    `Not shown: 1 known.\nRed: 1 finding not in ${BASELINE}.\nMove it (npx akepa-migrate migrate), or say`,
  );
  expect(out).not.toContain('src/kyc.ts\n');
});
