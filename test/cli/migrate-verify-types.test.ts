import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { MigrateReport } from '../../src/migrate.js';
import { akepa, akepaJson, ROOT } from '../support/cli.js';
import { type Files, folder, read } from '../support/folder.js';
import { schemaErrors } from '../support/schema.js';

/** One run after the other: each loads TypeScript. */
const TYPES = ['migrate', '--write', '--verify', 'types'];
const TSCONFIG = '{ "compilerOptions": { "strict": true, "lib": ["ES2023", "DOM"] }, "include": ["src"] }';
const PROCESS = 'declare const process: { env: Record<string, string> };\n';
const CALL = `export async function beat(customerId: string): Promise<void> {
  await fetch(\`\${process.env['CONNECTFI_BASE_URL']}/customer/kyc/status/\${customerId}\`);
}
`;
const PLAIN_CALL = CALL.replace(': string', '').replace(': Promise<void>', '');
/** The configured expression gives a number where the body of the file wants a text. */
const CONFIG = JSON.stringify({
  values: {
    applicationId: {
      expression: 'applicationOf({customerId})',
      import: { name: 'applicationOf', from: './src/app.js' },
    },
  },
});
const APP = `export function applicationOf(customer: number): string {
  return String(customer);
}
`;
const FINE_APP = APP.replace('number', 'string');
const BASE: Files = { 'tsconfig.json': TSCONFIG, 'src/process.d.ts': PROCESS, 'akepa.config.json': CONFIG };

test('a rewrite to which TypeScript has nothing to say is verified by types', async () => {
  const cwd = folder({ ...BASE, 'src/app.ts': FINE_APP, 'src/a.ts': CALL });
  const report = await akepaJson<MigrateReport>(TYPES, { cwd });
  expect(schemaErrors('migrate', report)).toEqual([]);
  expect(report.calls.map(({ outcome, verified }) => [outcome, verified])).toEqual([['rewritten', 'types']]);
  expect(report.verification.typescript).toMatchObject({ origin: 'bundled' });
  expect(read(cwd, 'src/a.ts')).toContain('/akepa/status');
});

test('a flow whose edits bring a diagnostic stays in all its files, and the others move', async () => {
  const files = { 'src/a.ts': CALL, 'src/b.ts': `// @ts-nocheck\n${CALL}` };
  const cwd = folder({ ...BASE, ...files, 'src/app.ts': APP });
  const { calls } = await akepaJson<MigrateReport>(TYPES, { cwd });
  expect(calls.map(({ outcome, verified }) => [outcome, verified])).toEqual([
    ['left', null],
    // Nothing was checked there.
    ['rewritten', 'parsed'],
  ]);
  expect(calls[0]?.reason).toBe(
    "With its edits TypeScript reports TS2345: Argument of type 'string' is not assignable to parameter of type 'number'. (src/a.ts)",
  );
  expect(read(cwd, 'src/a.ts')).toBe(files['src/a.ts']);
  expect(read(cwd, 'src/b.ts')).toContain('/akepa/status');
});

test('diagnostics that were there before are no obstacle', async () => {
  const broken = "\nexport const wrong: number = 'text';\n";
  const cwd = folder({ ...BASE, 'src/app.ts': FINE_APP, 'src/a.ts': CALL + broken });
  const { calls } = await akepaJson<MigrateReport>(TYPES, { cwd });
  expect(calls.map(({ outcome, verified }) => [outcome, verified])).toEqual([['rewritten', 'types']]);
});

test("the project's own TypeScript is used when there is one", async () => {
  const cwd = folder({ ...BASE, 'src/app.ts': FINE_APP, 'src/a.ts': CALL });
  mkdirSync(join(cwd, 'node_modules'));
  symlinkSync(join(ROOT, 'node_modules/typescript'), join(cwd, 'node_modules/typescript'));
  const { verification, calls } = await akepaJson<MigrateReport>(TYPES, { cwd });
  expect(verification.typescript?.origin).toBe('project');
  expect(calls.map(({ verified }) => verified)).toEqual(['types']);
  const pretty = await akepa(['migrate', '--verify', 'types'], {
    cwd: folder({ ...BASE, 'src/app.ts': FINE_APP, 'src/a.ts': CALL }),
  });
  expect(pretty.out).toMatch(/^ {2}1 types: TypeScript \d+\.\d+\.\d+ \(bundled\) reports nothing new/m);
});

test('a config that only refers to others is followed, and files of none are parsed only', async () => {
  const cwd = folder({
    ...BASE,
    'tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
    'tsconfig.app.json': TSCONFIG.replace('"strict"', '"composite": true, "strict"'),
    'src/app.ts': FINE_APP,
    'src/a.ts': CALL,
    'scripts/b.ts': CALL,
    'src/c.js': PLAIN_CALL,
  });
  const { calls } = await akepaJson<MigrateReport>(TYPES, { cwd });
  expect(calls.map(({ file, verified }) => [file, verified])).toEqual([
    ['scripts/b.ts', 'parsed'],
    ['src/a.ts', 'types'],
    ['src/c.js', 'parsed'],
  ]);
});

test('where an import is not found, types prove nothing', async () => {
  const cwd = folder({
    ...BASE,
    'src/app.ts': FINE_APP,
    'src/a.ts': `import 'not-installed';\nimport type { X } from 'not-installed';\nexport type Y = X;\n${CALL}`,
  });
  const { calls } = await akepaJson<MigrateReport>(TYPES, { cwd });
  expect(calls.map(({ verified }) => verified)).toEqual(['parsed']);
});

test('where no config has any of the files, nothing is written', async () => {
  const source = PLAIN_CALL;
  const cwd = folder({ 'a.js': source, 'src/app.ts': FINE_APP, 'akepa.config.json': CONFIG });
  const { code, out, err } = await akepa(TYPES, { cwd });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^akepa-migrate: --verify types: no tsconfig\.json has one of the files .+\n$/);
  expect(read(cwd, 'a.js')).toBe(source);
  const broken = folder({ ...BASE, 'tsconfig.json': '{ "include": [', 'src/a.ts': CALL });
  const answer = await akepa(TYPES, { cwd: broken });
  expect(answer.code).toBe(2);
  expect(answer.err).toMatch(/tsconfig\.json: /);
});
