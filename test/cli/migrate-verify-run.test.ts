import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { MigrateReport } from '../../src/migrate.js';
import { akepa, akepaJson } from '../support/cli.js';
import { bytesOf, type Files, folder, git, read, repository } from '../support/folder.js';
import { schemaErrors } from '../support/schema.js';

const KYC = `const { CONNECTFI_BASE_URL, CONNECTFI_TOKEN } = process.env;
const headers = { 'x-connectfi-token': CONNECTFI_TOKEN };

export async function isKnown(customerId) {
  const response = await fetch(\`\${CONNECTFI_BASE_URL}/customer/kyc/status/\${customerId}\`, { headers });
  return response.ok;
}
`;
const MAIN = `import { isKnown } from './kyc.mjs';

console.log(await isKnown(process.env.CONNECTFI_CUSTOMER_ID));
`;
const config = (expression: string): string => JSON.stringify({ values: { applicationId: { expression } } });
const RIGHT = config('process.env.CONNECTFI_APPLICATION_ID');
const WRONG = config("['no', 'such'].join('')");
const PROJECT: Files = {
  'package.json': '{ "type": "module" }',
  'src/kyc.mjs': KYC,
  'src/main.mjs': MAIN,
  'akepa.config.json': RIGHT,
};
const RUN = ['migrate', '--write', '--verify', 'run', '--scenario', 'happy-path'];
const PROGRAMS = ['--before', 'node src/main.mjs', '--after', 'node src/main.mjs'];

test.concurrent('what the programs before and after agree on is executed, and written', async () => {
  const cwd = repository(PROJECT);
  const report = await akepaJson<MigrateReport>([...RUN, ...PROGRAMS], { cwd });
  expect(schemaErrors('migrate', report)).toEqual([]);
  expect(report.calls.map(({ outcome, verified }) => [outcome, verified])).toEqual([
    ['rewritten', 'executed'],
  ]);
  expect(report.verification.comparison?.scenarios.map(({ name }) => name)).toEqual(['happy-path']);
  expect(read(cwd, 'src/kyc.mjs')).toContain('/akepa/status');
  expect(git(cwd, 'status', '--porcelain')).toBe(' M src/kyc.mjs\n');
});

test.concurrent(
  'with a regression nothing is written, the reason says which, and the answer is 1',
  async () => {
    const cwd = repository({ ...PROJECT, 'akepa.config.json': WRONG });
    const { code, out, err } = await akepa([...RUN, ...PROGRAMS], { cwd });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^happy-path {2}regression {2}.*output.* changed/);
    expect(out).toContain('The programs before and after differ (happy-path), so nothing was written');
    expect(out).toMatch(/1 legacy call: 0 rewritten, 0 with a TODO, 1 left\. Nothing was written\./);
    expect(git(cwd, 'status', '--porcelain')).toBe('');
    const json = await akepaJson<MigrateReport>([...RUN, ...PROGRAMS], { cwd });
    expect(schemaErrors('migrate', json)).toEqual([]);
    expect([json.files, json.calls.map(({ outcome }) => outcome)]).toEqual([[], ['left']]);
  },
);

test.concurrent('of several calls of an endpoint none is said to be executed', async () => {
  const twice = `${KYC}\n${KYC.slice(KYC.indexOf('export')).replace('isKnown', 'isThere')}`;
  const cwd = folder({ ...PROJECT, 'src/kyc.mjs': twice });
  const { calls } = await akepaJson<MigrateReport>([...RUN, ...PROGRAMS], { cwd });
  expect(calls.map(({ outcome, verified }) => [outcome, verified])).toEqual([
    ['rewritten', 'parsed'],
    ['rewritten', 'parsed'],
  ]);
});

test.concurrent('an --after program that runs the old files proves nothing', async () => {
  const cwd = folder(PROJECT);
  const before = bytesOf(cwd, Object.keys(PROJECT));
  const after = `node "${join(cwd, 'src/main.mjs')}"`;
  const { code, out, err } = await akepa([...RUN, '--before', 'node src/main.mjs', '--after', after], {
    cwd,
  });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^akepa-migrate: --verify run: the --after program called no akepa endpoint, .+\n$/);
  expect(bytesOf(cwd, Object.keys(PROJECT))).toEqual(before);
});

test.concurrent('a dry run compares too, writes nothing, and leaves no copy behind', async () => {
  const temporary = folder();
  const cwd = folder(PROJECT);
  const args = [...RUN.filter((arg) => arg !== '--write'), ...PROGRAMS];
  const { code, out } = await akepa(args, { cwd, env: { TMPDIR: temporary } });
  expect(code).toBe(1);
  expect(out).toContain('  1 executed: a program went through it before and after, in 1 scenario without');
  expect(read(cwd, 'src/kyc.mjs')).toBe(KYC);
  expect(readdirSync(temporary)).toEqual([]);
});
