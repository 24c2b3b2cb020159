import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { compare } from '../../src/compare/index.js';
import { CONFIG, migrated } from './run.js';

const ROOT = mkdtempSync(join(tmpdir(), 'readers-'));
const APPLICATIONS = `
export const applicationOf = async () => process.env.CONNECTFI_APPLICATION_ID;
export const newReference = () => 'reference1';
`;

/** Reads the status before and after two documents were sent. */
const programOf = (reader: string): string => `
import { openAsBlob } from 'node:fs';

const BASE = process.env.CONNECTFI_BASE_URL;
const auth = { 'x-connectfi-token': process.env.CONNECTFI_TOKEN };
const customerId = process.env.CONNECTFI_CUSTOMER_ID;
const slots = JSON.parse(process.env.CONNECTFI_SLOT_IDS);
const files = JSON.parse(process.env.CONNECTFI_FILES);

async function send(documentId, file) {
  const generated = await fetch(\`\${BASE}/document/generate\`, { method: 'POST', headers: auth });
  const { data } = await generated.json();
  const form = new FormData();
  form.append('file', await openAsBlob(file), 'licence.jpg');
  await fetch(\`\${BASE}/document/upload/\${data.id}\`, { method: 'POST', headers: auth, body: form });
  await fetch(\`\${BASE}/customer/kyc/document-link\`, {
    method: 'POST',
    headers: { ...auth, 'Content-Type': 'application/json' },
    body: JSON.stringify({ customerId, documentId, separateDocumentId: data.id }),
  });
}

const statusOf = async (id) => fetch(\`\${BASE}/customer/kyc/status/\${id}\`, { headers: auth });

${reader}

console.log(JSON.stringify(await read(customerId)));
await send(slots[0], files[0]);
console.log(JSON.stringify(await read(customerId)));
await send(slots[1], files[1]);
console.log(JSON.stringify(await read(customerId)));
`;

afterAll(() => rmSync(ROOT, { recursive: true, force: true }));

describe('a migrated reader decides as the legacy one did', () => {
  test.each(
    Object.entries({
      'a comparison': `async function read(id) {
  const { data } = await (await statusOf(id)).json();
  return [data.kyc.status === 'APPROVED', data.kyc.status !== 'APPROVED', 'APPROVED' == data.customer.kycStatus];
}`,
      'a const': `async function read(id) {
  const answer = await (await statusOf(id)).json();
  const status = answer?.data.kyc.status;
  const same = answer.data.customer.kycStatus;
  return status === 'APPROVED' && same === 'APPROVED' ? 'in' : !(same === 'APPROVED') && 'out';
}`,
      patterns: `async function read(id) {
  const { data: { kyc: { status }, customer: { customerId } } } = await (await statusOf(id)).json();
  return [status === 'APPROVED', customerId === id];
}`,
      'a part': `async function read(id) {
  const { data: { customer } } = await (await statusOf(id)).json();
  return [customer.kycStatus === 'WAITING_DATA', customer.customerId === id];
}`,
      'a switch': `async function read(id) {
  const { data } = await (await statusOf(id)).json();
  switch (data.kyc.status) {
    case 'WAITING_DATA':
      return 'waits';
    case 'APPROVED':
      return 'approved';
    default:
      return 'else';
  }
}`,
      'a loop with a budget': `async function read(id) {
  let status = 'WAITING_DATA';
  for (let tries = 0; status === 'WAITING_DATA' && tries < 2; tries++) {
    const { data } = await (await statusOf(id)).json();
    status = data.kyc.status;
  }
  switch (status) {
    case 'APPROVED':
      return 1;
    default:
      return status !== 'APPROVED' && ['APPROVED', 'WAITING_DATA'].includes(status);
  }
}`,
      callbacks: `const isApproved = (word) => word === 'APPROVED';
const kycOf = ({ data }) => data.kyc;
function read(id) {
  return statusOf(id)
    .then((response) => response.json())
    .then(kycOf)
    .then((kyc) => kyc.status)
    .then((status) => isApproved(status) || status !== 'APPROVED' && 'not yet');
}`,
    }),
  )('%s', async (name, reader) => {
    const before = programOf(reader);
    const config = { ...CONFIG, akepa: { waitingData: ['pending_step_up', 'pending_documents'] as const } };
    const { text, calls } = migrated(before, { config, file: 'kyc.mjs' });
    expect(calls.filter((call) => !call.endsWith('rewritten'))).toEqual([]);
    const cwd = join(ROOT, name.replaceAll(' ', '-'));
    mkdirSync(cwd);
    writeFileSync(join(cwd, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(cwd, 'applications.js'), APPLICATIONS);
    writeFileSync(join(cwd, 'before.mjs'), before);
    writeFileSync(join(cwd, 'after.mjs'), text);

    const { scenarios } = await compare({
      before: 'node before.mjs',
      after: 'node after.mjs',
      cwd,
      scenarios: ['happy-path'],
    });
    const verdicts = scenarios.flatMap(({ rows }) =>
      rows.map(({ observable, verdict }) => `${observable} ${verdict}`),
    );
    // akepa has no field for a document's side.
    expect(verdicts.filter((row) => !row.endsWith(' same'))).toEqual(['sides documented']);
  });
});
