import { expect, test } from 'vitest';

import { check, type CheckResult } from '../../src/check.js';
import { loadConfig } from '../../src/config/load.js';
import { migrateFiles } from '../../src/migrate.js';
import { applyEdits } from '../../src/syntax/edits.js';
import type { Fix } from '../../transforms/fix.js';
import { schemaErrors } from '../support/schema.js';
import { type Files, folder, read } from '../support/folder.js';
import { BOM, CALLER, CONFIG, crlf, STUCK } from '../support/sources.js';

const ALL = JSON.stringify({
  values: {
    workflow: 'PERSONAL',
    documentType: 'license',
    documentName: 'license',
    extension: 'jpg',
    applicationId: 'app1',
    entityId: { expression: '{customerId}' },
  },
});

const GENERATE = `export async function generate() {
  const { data } = await axios.post(\`\${process.env.CONNECTFI_BASE_URL}/document/generate\`);
  return data.data.id;
}
`;
const FLOW = `import axios from 'axios';

const base = process.env.CONNECTFI_BASE_URL;

export async function link(customerId, slotId, form) {
  const { data } = await axios.post(\`\${base}/document/generate\`);
  const id = data.data.id;
  await axios.post(\`\${base}/document/upload/\${id}\`, form);
  await axios.post(\`\${base}/customer/kyc/document-link\`, {
    customerId,
    documentId: slotId,
    separateDocumentId: id,
  });
}
`;

async function checked(files: Files): Promise<{ cwd: string; findings: CheckResult['findings'] }> {
  const cwd = folder(files);
  const result = await check([], { cwd, loaded: await loadConfig(cwd), fixes: true });
  expect(schemaErrors('check', JSON.parse(JSON.stringify(result)))).toEqual([]);
  return { cwd, findings: result.findings };
}

/** As a reader of the report does it: by line and column. */
function applied(text: string, { edits }: Fix): string {
  const offsetOf = (line: number, column: number): number =>
    text
      .split('\n')
      .slice(0, line - 1)
      .reduce((sum, before) => sum + before.length + 1, column - 1);
  return applyEdits(
    text,
    edits.map(({ line, column, endLine, endColumn, text: replacement }) => ({
      range: [offsetOf(line, column), offsetOf(endLine, endColumn)],
      text: replacement,
    })),
  );
}

async function migrated(cwd: string): Promise<string | undefined> {
  const { pending } = await migrateFiles([], { cwd, loaded: await loadConfig(cwd) });
  return pending[0]?.after;
}

test.each([
  ['a call', CALLER, CONFIG],
  ['a call in a file with Windows line ends', crlf(CALLER), CONFIG],
  ['a flow', FLOW, ALL],
])('%s: the fix does what migrate does', async (_, text, config) => {
  const { cwd, findings } = await checked({
    'src/a.js': text.replaceAll(/: (string|Promise<void>)/g, ''),
    'akepa.config.json': config,
  });
  expect(findings.length).toBeGreaterThan(0);
  for (const { fix } of findings) {
    if (!fix) throw new Error('no fix');
    expect(applied(read(cwd, 'src/a.js'), fix)).toBe(await migrated(cwd));
  }
});

test('a byte order mark is no part of the first line', async () => {
  const { cwd, findings } = await checked({ 'a.ts': `${BOM}${CALLER}`, 'akepa.config.json': CONFIG });
  const [fix] = findings.flatMap((finding) => finding.fix ?? []);
  expect(fix && `${BOM}${applied(CALLER, fix)}`).toBe(await migrated(cwd));
});

test('the calls of a flow share a fix, and it says what it does', async () => {
  const { findings } = await checked({ 'a.js': FLOW, 'akepa.config.json': ALL });
  const descriptions = findings.map(({ fix }) => fix?.description);
  expect(descriptions).toEqual(Array(3).fill('Move these 3 calls to /akepa (generate, upload, link)'));
});

test('no fix where migrate would not rewrite, or would change other files, too', async () => {
  const stuck = await checked({ 'a.ts': STUCK, 'akepa.config.json': CONFIG });
  expect(stuck.findings.map(({ fix }) => fix)).toEqual([undefined]);
  const imported = await checked({
    'urls.ts': "export const STATUS = '/customer/kyc/status';\n",
    'a.ts': CALLER.replace('/customer/kyc/status', '${STATUS}').replace(
      '\n',
      "\nimport { STATUS } from './urls.js';\n",
    ),
    'akepa.config.json': CONFIG,
  });
  expect(imported.findings.map(({ disposition, fix }) => [disposition, fix])).toEqual([
    ['rewrite', undefined],
  ]);
  const alone = await checked({
    'a.js': `import axios from 'axios';\n\n${GENERATE}`,
    'akepa.config.json': ALL,
  });
  expect(alone.findings.map(({ fix }) => fix)).toEqual([undefined]);
});

test('no fix where it would break the file: a configured expression may not be one', async () => {
  const config = JSON.stringify({ values: { applicationId: { expression: 'a b' } } });
  const { findings } = await checked({ 'a.ts': CALLER, 'akepa.config.json': config });
  expect(findings.map(({ fix }) => fix)).toEqual([undefined]);
});

test('nobody pays for fixes who did not ask for them', async () => {
  const cwd = folder({ 'a.ts': CALLER, 'akepa.config.json': CONFIG });
  const { findings } = await check([], { cwd, loaded: await loadConfig(cwd) });
  expect(findings.map((finding) => 'fix' in finding)).toEqual([false]);
});
