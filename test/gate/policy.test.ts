import { describe, expect, test } from 'vitest';

import { NOTICE_CODES, type NoticeId } from '../../src/codes/notices.js';
import { akepa } from '../support/cli.js';
import { folder, put, read } from '../support/folder.js';
import { BASELINE, gate, GREEN, verdict } from './gate.js';
import { IMPORT, initIn, statusIn } from './source.js';

const STATUS = IMPORT + statusIn('beat');
const INIT = IMPORT + initIn('start');

describe('sunset', () => {
  const CONFIG = '{ "sunset": { "kyc-status": "2027-03-01" } }';

  /** A folder with a baseline of a status and an init call. */
  async function known(files: Record<string, string>): Promise<string> {
    const cwd = folder({ 'a.ts': STATUS, 'b.ts': INIT, ...files });
    expect((await akepa(['check', '--write-baseline'], { cwd })).code).toBe(0);
    return cwd;
  }

  test.concurrent('known findings fail from that day on, in scheduled runs only', async () => {
    const cwd = await known({ 'akepa.config.json': '{ "sunset": { "kyc-status": "2020-03-01" } }' });
    expect(await verdict(cwd)).toEqual(GREEN);
    const { code, result } = await gate(cwd, '--scheduled');
    expect(code).toBe(1);
    expect(result.gate.reasons).toEqual(['1 finding past the sunset of the endpoint']);
    expect(result.findings[0]).toMatchObject({ file: 'a.ts', known: true, fails: true });
    expect(result.findings[0]?.notes.at(-1)).toBe(
      'kyc-status is past its sunset, 2020-03-01, so its known findings fail in scheduled runs. Move the call. (AK413)',
    );
  });

  test.concurrent('--as-of shows what is red on a day, and what will be later', async () => {
    const cwd = await known({ 'akepa.config.json': CONFIG });
    put(cwd, {
      [BASELINE]: read(cwd, BASELINE).replace(/("file":"b\.ts".*)\}/, '$1,"expires":"2027-04-30"}'),
    });
    const before = await gate(cwd, '--as-of', '2027-02-28');
    expect(before.code).toBe(0);
    expect(before.result.gate.upcoming).toEqual([
      { date: '2027-03-01', why: 'sunset', endpoint: 'kyc-status', findings: 1 },
      { date: '2027-05-01', why: 'baseline', endpoint: 'kyc-init', findings: 1 },
    ]);
    expect(await verdict(cwd, '--as-of', '2027-03-01')).toEqual({ code: 1, fails: ['a.ts:4 kyc-status'] });
    expect((await verdict(cwd, '--as-of', '2027-05-01')).fails).toHaveLength(2);
    const { out } = await akepa(['check', '--as-of', '2027-02-28'], { cwd });
    expect(out).toContain(
      'From 2027-03-01 on: 1 finding of kyc-status (past the sunset).\n' +
        'From 2027-05-01 on: 1 finding of kyc-init (the entry in the baseline ends).\n',
    );
  });

  test.concurrent('without a date in the config none is known', async () => {
    const cwd = await known({});
    expect(await verdict(cwd, '--as-of', '2099-01-01')).toEqual(GREEN);
  });

  test.concurrent('`*` is every endpoint without a day of its own', async () => {
    const cwd = await known({
      'akepa.config.json': '{ "sunset": { "*": "2027-01-01", "kyc-status": "2028-01-01" } }',
    });
    expect((await verdict(cwd, '--as-of', '2027-06-01')).fails).toEqual(['b.ts:4 kyc-init']);
  });

  test.concurrent('a suppression outlives a sunset', async () => {
    const cwd = await known({ 'akepa.config.json': CONFIG });
    put(cwd, {
      'a.ts': STATUS.replace(
        '  await',
        '  // akepa-ignore-next-line kyc-status -- why until 2099-01-01\n  await',
      ),
    });
    const { code, result } = await gate(cwd, '--as-of', '2027-06-01');
    expect(code).toBe(0);
    expect(result.gate.upcoming).toEqual([
      { date: '2099-01-02', why: 'suppression', endpoint: 'kyc-status', findings: 1 },
    ]);
  });

  describe('from OpenAPI', () => {
    const YAML = `openapi: 3.1.0
paths:
  /customer/kyc/status/{customerId}:
    get:
      deprecated: true
      x-sunset: 2027-03-01
  /customer/kyc/init:
    x-sunset: '2027-06-01T00:00:00Z'
    post: {}
  /customer/init:
    post: { x-sunset: never }
`;
    const JSON_TEXT = JSON.stringify({
      paths: { '/api/customer/kyc/init': { post: { 'x-sunset': '2027-06-01' } } },
    });

    test.concurrent.each([
      ['openapi.yaml', YAML, ['a.ts:4 kyc-status', 'b.ts:4 kyc-init']],
      ['docs/openapi.json', JSON_TEXT, ['b.ts:4 kyc-init']],
    ])('%s', async (name, text, fails) => {
      const cwd = await known({
        [name]: text,
        'akepa.config.json': JSON.stringify({ sunset: { openapi: `./${name}` } }),
      });
      expect(await verdict(cwd, '--as-of', '2027-02-28')).toEqual(GREEN);
      expect((await verdict(cwd, '--as-of', '2027-06-01')).fails).toEqual(fails);
    });

    test.concurrent('the config’s own day wins', async () => {
      const cwd = await known({
        'o.yaml': YAML,
        'akepa.config.json': '{ "sunset": { "openapi": "o.yaml", "kyc-status": "2099-01-01" } }',
      });
      expect((await verdict(cwd, '--as-of', '2027-06-01')).fails).toEqual(['b.ts:4 kyc-init']);
    });

    test.concurrent.each<[string, string, string, RegExp]>([
      ['no such file', 'x.yaml', '', /^akepa-migrate: `sunset\.openapi`: o\.yaml: there is no such file/],
      ['no YAML', 'o.yaml', 'a: [', /^akepa-migrate: `sunset\.openapi`: o\.yaml: /],
      [
        'no OpenAPI',
        'o.yaml',
        'a: 1',
        /^akepa-migrate: o\.yaml: it has no `paths`, so it is no OpenAPI document\n$/,
      ],
      [
        'no day',
        'o.yaml',
        YAML.replace('2027-03-01', 'soon'),
        /^akepa-migrate: o\.yaml: `x-sunset` of GET \/customer\/kyc\/status\/\{customerId\} must be a day such as 2027-03-01, not "soon"\n$/,
      ],
    ])('%s is exit code 2', async (_, name, text, message) => {
      const cwd = folder({
        'a.ts': STATUS,
        [name]: text,
        'akepa.config.json': '{ "sunset": { "openapi": "o.yaml" } }',
      });
      const { code, out, err } = await akepa(['check'], { cwd });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(message);
    });
  });

  test.concurrent.each([
    [
      '{ "sunset": { "kyc-status": "2027-02-30" } }',
      /`sunset\.kyc-status` must be a day such as 2027-03-01, not 2027-02-30/,
    ],
    ['{ "sunset": { "kyc-status": "soon" } }', /`sunset\.kyc-status` must match pattern/],
    [
      '{ "sunset": { "kyc-statsu": "2027-03-01" } }',
      /unknown key `sunset\.kyc-statsu`; did you mean `kyc-status`\?/,
    ],
  ])('%s is exit code 2', async (config, message) => {
    const { code, err } = await akepa(['check'], {
      cwd: folder({ 'a.ts': STATUS, 'akepa.config.json': config }),
    });
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('budgets', () => {
  const FILES = { 'src/a.ts': STATUS, 'src/old/b.ts': INIT, 'src/old/c.ts': STATUS };
  const withBudgets = (budgets: object): string =>
    folder({ ...FILES, 'akepa.config.json': JSON.stringify({ budgets }) });

  test.concurrent('--max: so many do not fail, one more does', async () => {
    const cwd = folder(FILES);
    expect(await verdict(cwd, '--max', '3')).toEqual(GREEN);
    const { code, err, result } = await gate(cwd, '--max', '2');
    expect({ code, err }).toEqual({ code: 1, err: 'akepa-migrate: 3 findings, and --max is 2\n' });
    expect(result.gate).toMatchObject({ passes: false, limits: ['3 findings, and --max is 2'] });
    expect(result.findings.every(({ fails }) => fails)).toBe(true);
    expect((await akepa(['check', '--max', '3'], { cwd })).out).toContain('No legacy call that fails.');
  });

  test.concurrent.each<[object, number, string]>([
    [{ total: 3 }, 0, ''],
    [{ total: 2 }, 1, '3 findings, and budgets.total is 2'],
    [{ endpoints: { 'kyc-status': 2, 'kyc-init': 1 } }, 0, ''],
    [
      { endpoints: { 'kyc-status': 1, 'kyc-init': 1 } },
      1,
      '2 findings, and budgets.endpoints["kyc-status"] is 1',
    ],
    [{ directories: { src: 3, 'src/old': 2 } }, 0, ''],
    [{ total: 9, directories: { 'src/old': 1 } }, 1, '2 findings, and budgets.directories["src/old"] is 1'],
    [{ directories: { 'src/{a,b}.ts': 1, 'src/old/**': 2 } }, 0, ''],
  ])('%j: %i', async (budgets, code, message) => {
    const answer = await gate(withBudgets(budgets));
    expect(answer).toMatchObject({ code, err: message === '' ? '' : `akepa-migrate: ${message}\n` });
  });

  test.concurrent('what no budget covers fails', async () => {
    const cwd = withBudgets({ endpoints: { 'kyc-status': 9 } });
    expect(await verdict(cwd)).toEqual({ code: 1, fails: ['src/old/b.ts:4 kyc-init'] });
  });

  test.concurrent('--max takes the place of budgets.total', async () => {
    expect(await verdict(withBudgets({ total: 1 }), '--max', '3')).toEqual(GREEN);
  });

  test.concurrent('beside a baseline a budget is a limit, and no leave for new ones', async () => {
    const cwd = withBudgets({ total: 9, endpoints: { 'kyc-init': 1 } });
    await akepa(['check', '--write-baseline'], { cwd });
    expect(await verdict(cwd)).toEqual(GREEN);
    put(cwd, { 'src/new.ts': STATUS });
    expect((await verdict(cwd)).fails).toEqual(['src/new.ts:4 kyc-status']);
    put(cwd, { 'src/new.ts': INIT });
    await akepa(['check', '--write-baseline'], { cwd });
    const { code, result } = await gate(cwd);
    expect(code).toBe(1);
    expect(result.gate.limits).toEqual(['2 findings, and budgets.endpoints["kyc-init"] is 1']);
  });

  test.concurrent('what is suppressed does not count', async () => {
    const cwd = folder({
      'a.ts': STATUS,
      'b.ts': STATUS.replace('  await', '  // akepa-ignore-next-line kyc-status -- why\n  await'),
    });
    expect(await verdict(cwd, '--max', '1')).toEqual(GREEN);
  });
});

test.concurrent.each<[string[], string]>([
  [['--max', 'few'], '--max takes a number, not few'],
  [['--as-of', '2027-2-1'], '--as-of takes a day such as 2027-03-01, not 2027-2-1'],
  [['--as-of', '2027-02-30'], '--as-of takes a day such as 2027-03-01, not 2027-02-30'],
  [['--added-lines'], '--added-lines goes with --since'],
])('%s is exit code 2', async (args, message) => {
  const { code, out, err } = await akepa(['check', ...args], { cwd: folder({ 'a.ts': STATUS }) });
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: `akepa-migrate: ${message}\n` });
});

describe('the codes of the gate', () => {
  const ABOVE = "import axios from 'axios';\n";

  test.concurrent.each<NoticeId>(['AK401', 'AK402', 'AK403'])(
    'the example of %s gets it, in the words of its page',
    async (id) => {
      const { example } = NOTICE_CODES[id];
      const { result } = await gate(folder({ 'src/kyc.ts': `${ABOVE}${example.join('\n')}\n` }));
      const { out } = await akepa(['explain', id], { cwd: folder() });
      expect(result.notices.map(({ code }) => code)).toEqual([id]);
      expect(out).toContain(`> ${result.notices[0]?.message}\n`);
    },
  );

  test.concurrent('the entry of AK411 and AK412 is one that is read', async () => {
    for (const id of ['AK411', 'AK412'] as const) {
      const cwd = folder({
        'src/a.ts': 'run();\n',
        [BASELINE]: `{"version":1}\n${NOTICE_CODES[id].example[0]}\n`,
      });
      expect((await gate(cwd)).result.notices.map(({ code }) => code)).toEqual(['AK411']);
    }
  });
});
