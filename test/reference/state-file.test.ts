import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { createApp } from '../../src/reference/index.js';
import { openStateFile } from '../../src/reference/state-file.js';
import { akepa, linesOf } from '../support/cli.js';
import { folder, read } from '../support/folder.js';
import { type Answered, post, startReference, upload } from '../support/reference.js';

/** What a state file holds, as far as the tests look into it. */
interface State {
  readonly separateDocuments: readonly [string, object][];
}

function stateIn(path: string): State {
  return JSON.parse(readFileSync(path, 'utf8')) as State;
}

/** A reference in this process, over a state file. */
function open(path: string): { url: string; token: string; send: (request: Request) => Promise<Response> } {
  const { store, persist } = openStateFile(path);
  const app = createApp({ store, persist });
  return { url: 'http://reference', token: app.issueToken(), send: (request) => app.fetch(request) };
}

function idOf({ body }: Answered): string {
  return String(body.data['id']);
}

test('everything that a client was told is there after a restart', async () => {
  const path = join(folder(), 'state.json');
  const first = open(path);
  const customer = { firstName: 'Zoë', lastName: 'WaitReview', ssn: '1' };
  const created = await post(first, '/customer/init', {
    customerReference: '42',
    customerType: 'individual',
    customer,
  });
  const customerId = String(created.body.data['customerId']);
  const legacy = await post(first, '/customer/kyc/init', { customerId, webhookURL: 'https://example.com' });
  const [slot] = legacy.body.data['kycDocumentList'] as { id: string }[];
  await upload(first, `/customer/kyc/upload/${customerId}/${slot?.id ?? ''}`, Buffer.from('front'));
  await post(first, '/customer/kyc/add-attributes', {
    customerId,
    additionalAttributes: { cardAttributes: { productID: '7' } },
  });
  const separate = idOf(await post(first, '/document/generate'));
  const application = await post(first, '/akepa/identification', { customerId, reference: 'r1' });
  const applicationId = String(application.body.data['applicationId']);
  const kind = { workflow: 'PERSONAL', name: 'licence', extension: 'jpg', type: 'license' };
  const documents = [];
  for (const side of ['front', 'back']) {
    const documentId = idOf(await post(first, '/akepa/document/generate', kind));
    await upload(first, `/akepa/document/upload/${documentId}`, Buffer.from(side));
    documents.push({ entityId: customerId, documentId });
  }
  await post(first, '/akepa/update', { customerId, applicationId, documents });
  const ask = { customerId, applicationId };
  const before = [
    (await post(first, '/akepa/status', ask)).body.data,
    (await post(first, '/customer/kyc/init', { customerId })).body.data,
  ];

  const second = open(path);
  expect([
    (await post(second, '/akepa/status', ask)).body.data,
    (await post(second, '/customer/kyc/init', { customerId })).body.data,
  ]).toEqual(before);
  expect(before).toMatchObject([
    { status: 'waiting_review' },
    { kycDocumentList: [{ uploadStatus: true }, {}] },
  ]);
  expect((await upload(second, `/document/upload/${separate}`, Buffer.from('x'))).status).toBe(200);
  // A token of the first run is still one.
  expect((await post({ ...second, token: first.token }, '/document/generate')).status).toBe(200);
  for (const again of [{ customerReference: '42' }, { customerReference: '43' }])
    expect(
      (await post(second, '/customer/init', { ...again, customerType: 'individual', customer })).status,
    ).toBe(400);
});

test('a new file is its owner’s only, an old one keeps its mode, and a link stays one', async () => {
  const root = folder();
  const path = join(root, 'state.json');
  open(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  chmodSync(path, 0o640);
  symlinkSync('state.json', join(root, 'link.json'));
  await post(open(join(root, 'link.json')), '/document/generate');
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(stateIn(path).separateDocuments).toHaveLength(1);
  expect(readdirSync(root).sort()).toEqual(['link.json', 'state.json']);
});

test('neither a token nor the bytes or the name of a file are in it', async () => {
  const path = join(folder(), 'state.json');
  const reference = open(path);
  const id = idOf(await post(reference, '/document/generate'));
  await upload(
    reference,
    `/document/upload/${id}`,
    Buffer.from('the bytes of a licence'),
    'of Ada Example.jpg',
  );
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('"extension":"jpg"');
  for (const secret of [reference.token, 'the bytes', 'Ada Example']) expect(text).not.toContain(secret);
});

test('calls that arrive together share writes', async () => {
  const path = join(folder(), 'state.json');
  const { store, persist } = openStateFile(path);
  const writes = new Set<Promise<void>>();
  for (let n = 0; n < 100; n++) {
    store.separateDocuments.set(`sdoc_${n}`, { id: `sdoc_${n}` });
    writes.add(persist());
  }
  expect(writes.size).toBe(1);
  await Promise.all(writes);
  expect(stateIn(path).separateDocuments).toHaveLength(100);
  store.separateDocuments.clear();
  await persist();
  expect(stateIn(path).separateDocuments).toHaveLength(0);
});

const GOOD = { format: 'akepa-migrate reference', version: 1 };
const DAMAGED = {
  ...GOOD,
  ...{ minted: 0, tokens: [], customers: [], customerReferences: [], taxIds: [] },
  ...{
    separateDocuments: [['sdoc_1', { id: 1 }]],
    akepaDocuments: [],
    applications: [],
    applicationReferences: [],
  },
};

describe('what is no state file is said in one line, and stays as it is', () => {
  test.concurrent.each([
    ['an empty file', '', 'it is not JSON'],
    ['half a file', '{"format":"akepa-migrate reference","vers', 'it is not JSON'],
    ['another file of JSON', '{"name":"app"}', 'it is no state file of the reference'],
    ['JSON that is no object', 'null', 'it is no state file of the reference'],
    ['a newer version', JSON.stringify({ ...GOOD, version: 2 }), 'its version is 2, this program knows 1'],
    ['no version', JSON.stringify({ format: GOOD.format }), 'its version is undefined, this program knows 1'],
    ['a part missing', JSON.stringify(GOOD), "it is damaged: it must have required property 'minted'"],
    [
      'a part of another type',
      JSON.stringify(DAMAGED),
      'it is damaged: `separateDocuments.0.1.id` must be string',
    ],
  ])('%s', async (_name, content, why) => {
    const cwd = folder({ 'state.json': content });
    const { code, out, err } = await akepa(['reference', '--state', 'state.json'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(linesOf(err)).toEqual([`akepa-migrate: ${join(cwd, 'state.json')}: ${why}`]);
    expect(read(cwd, 'state.json')).toBe(content);
  });

  test.concurrent.each([
    ['a folder', '.', 'it is not a regular file'],
    ['a device', '/dev/null', 'it is not a regular file'],
    ['a path into nowhere', 'no/state.json', 'it can not be made: ENOENT'],
  ])('%s', async (_name, state, why) => {
    const { code, err } = await akepa(['reference', '--state', state], { cwd: folder() });
    expect(code).toBe(2);
    const [line = '', ...more] = linesOf(err);
    expect(line).toContain(why);
    expect(more).toEqual([]);
  });
});

test('killed in a burst of calls: the file is whole at every moment, and all that was answered is in it', async () => {
  const cwd = folder();
  const path = join(cwd, 'state.json');
  const answered: string[] = [];
  for (const enough of [20, 60, 120]) {
    const running = await startReference(['--state', 'state.json'], cwd);
    const ended = once(running.child, 'exit');
    let isDown = false;
    let wasSeen = 0;
    const burst = Array.from({ length: 16 }, async () => {
      while (!isDown) {
        try {
          answered.push(idOf(await post(running, '/document/generate')));
        } catch {
          // The process is gone, in the middle of this call.
          return;
        }
      }
    });
    const start = answered.length;
    while (answered.length < start + enough) {
      // A reader at any moment.
      expect(stateIn(path).separateDocuments.length).toBeGreaterThanOrEqual(wasSeen);
      wasSeen = stateIn(path).separateDocuments.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
    running.child.kill('SIGKILL');
    await ended;
    isDown = true;
    await Promise.all(burst);
    const kept = new Set(stateIn(path).separateDocuments.map(([id]) => id));
    expect(answered.filter((id) => !kept.has(id))).toEqual([]);
  }
  const again = await startReference(['--state', 'state.json'], cwd);
  const statuses = await Promise.all(
    answered.map(async (id) => (await upload(again, `/document/upload/${id}`, Buffer.from('x'))).status),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(await again.stop('SIGTERM')).toBe(0);
});
