import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { akepa, linesOf } from '../support/cli.js';
import { folder, read } from '../support/folder.js';
import { harErrors, harIn } from '../support/har.js';
import { post, type Running, startReference, upload } from '../support/reference.js';

/** An application that waits for review; its decision is announced to `webhookUrl`. */
async function inReview(running: Running, webhookUrl: string): Promise<string> {
  const customer = {
    customerReference: 'r',
    customerType: 'individual',
    customer: { lastName: 'WaitReview' },
  };
  const customerId = String((await post(running, '/customer/init', customer)).body.data['customerId']);
  const opened = await post(running, '/akepa/identification', { customerId, reference: 'r1', webhookUrl });
  const applicationId = String(opened.body.data['applicationId']);
  const kind = { workflow: 'PERSONAL', name: 'licence', extension: 'jpg', type: 'license' };
  const documents = [];
  for (const side of ['front', 'back']) {
    const documentId = String((await post(running, '/akepa/document/generate', kind)).body.data['id']);
    await upload(running, `/akepa/document/upload/${documentId}`, Buffer.from(side));
    documents.push({ entityId: customerId, documentId });
  }
  await post(running, '/akepa/update', { customerId, applicationId, documents });
  return applicationId;
}

describe.each(['SIGINT', 'SIGTERM'] as const)('stopped with %s', (signal) => {
  test.concurrent('it has printed what a client needs, and ends with its files in order', async () => {
    const cwd = folder();
    const running = await startReference(['--state', 'kyc.json', '--trace', 'kyc.har'], cwd);
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const { body } = await post(running, '/document/generate');
    expect(await running.stop(signal)).toBe(0);
    expect(running.out()).toBe(`CONNECTFI_BASE_URL=${running.url}\nCONNECTFI_TOKEN=${running.token}\n`);
    expect(linesOf(running.err())).toEqual([
      `akepa-migrate: connectFi's reference runs on ${running.url}; stop it with Ctrl+C`,
    ]);
    expect(read(cwd, 'kyc.json')).toContain(`"${String(body.data['id'])}"`);
    const har = harIn(join(cwd, 'kyc.har'));
    expect(harErrors(har)).toEqual([]);
    expect(har.log.entries).toHaveLength(1);
    for (const file of ['kyc.json', 'kyc.har']) expect(read(cwd, file)).not.toContain(running.token);
  });

  test.concurrent('it waits for no client: idle connections and calls under way end', async () => {
    const running = await startReference([], folder());
    const { hostname, port } = new URL(running.url);
    const idle = connect(Number(port), hostname).on('error', () => undefined);
    const busy = connect(Number(port), hostname).on('error', () => undefined);
    await Promise.all([once(idle, 'connect'), once(busy, 'connect')]);
    busy.write(
      `POST /document/generate HTTP/1.1\r\nHost: x\r\nx-connectfi-token: ${running.token}\r\n` +
        'x-reference-fault: latency=60000\r\n\r\n',
    );
    // Answered on a connection of its own, after the one above was read or is about to be.
    await post(running, '/document/generate');
    expect(await running.stop(signal)).toBe(0);
  });

  test.concurrent('a webhook under way still arrives', async () => {
    const received: string[] = [];
    const server = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => received.push(text));
      request.on('end', () => response.end());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const running = await startReference([], folder());
    const { port } = server.address() as AddressInfo;
    const applicationId = await inReview(running, `http://127.0.0.1:${port}/hook`);
    await post(running, '/reference/decide', { applicationId, outcome: 'Approved' });
    expect(await running.stop(signal)).toBe(0);
    server.close();
    expect(received.join('')).toContain(applicationId);
  });

  test.concurrent('a webhook that nobody answers is given up', async () => {
    const server = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const running = await startReference([], folder());
    const { port } = server.address() as AddressInfo;
    const applicationId = await inReview(running, `http://127.0.0.1:${port}/hook`);
    const asked = once(server, 'request');
    await post(running, '/reference/decide', { applicationId, outcome: 'Approved' });
    await asked;
    expect(await running.stop(signal)).toBe(0);
    server.close();
    server.closeAllConnections();
  });
});

test.concurrent('nobody has to read what it prints', async () => {
  const running = await startReference([], folder());
  running.child.stdout?.destroy();
  running.child.stderr?.destroy();
  const { status } = await post(running, '/document/generate', {}, { 'x-reference-fault': 'status=503' });
  expect(status).toBe(503);
  expect(await running.stop('SIGTERM')).toBe(0);
});

test.concurrent('every example of its help runs', async () => {
  const { out } = await akepa(['reference', '--help'], { cwd: folder() });
  const examples = linesOf(out.slice(out.indexOf('\nExamples\n'))).slice(1);
  expect(examples.length).toBeGreaterThanOrEqual(2);
  for (const example of examples) {
    // Another program may have the port of the example.
    const [, , ...args] = example.trim().replace('--port 4010', '--port 0').split(' ');
    const running = await startReference(args, folder({ 'busy.json': '{}' }));
    expect(await running.stop('SIGTERM')).toBe(0);
  }
});

test.concurrent('its lines are for `export`', async () => {
  const running = await startReference([], folder());
  for (const line of linesOf(running.out())) expect(line).toMatch(/^[A-Z_]+=[\w:/.]+$/);
  await running.stop('SIGTERM');
});

describe('its options', () => {
  test.concurrent('--clock fixed: the same token and ids in every run', async () => {
    const seen = await Promise.all(
      [1, 2].map(async () => {
        const running = await startReference(['--clock', 'fixed'], folder());
        const { body } = await post(running, '/document/generate');
        await running.stop('SIGTERM');
        return { token: running.token, body };
      }),
    );
    expect(seen[0]).toEqual(seen[1]);
    const other = await startReference([], folder());
    expect(other.token).not.toBe(seen[0]?.token);
  });

  test.concurrent('--strict-documented and --older-status', async () => {
    const older = async (args: readonly string[]): Promise<number> => {
      const running = await startReference(args, folder());
      const headers = { 'x-connectfi-token': running.token };
      return (await fetch(`${running.url}/akepa/status/cst`, { headers })).status;
    };
    expect(await older([])).toBe(404);
    expect(await older(['--older-status'])).toBe(400);
    expect(await older(['--older-status', '--strict-documented'])).toBe(501);
  });

  test.concurrent('--port', async () => {
    const first = await startReference([], folder());
    const { port } = new URL(first.url);
    const { code, out, err } = await akepa(['reference', '--port', port], { cwd: folder() });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(linesOf(err)).toEqual([
      `akepa-migrate: can not listen on port ${port}: another program listens on it`,
    ]);
    await first.stop('SIGTERM');
    expect((await startReference(['-p', port], folder())).url).toBe(first.url);
  });

  test.concurrent('--scenario', async () => {
    const cwd = folder({ 'busy.json': '{"faults":[{"path":"/document/generate","nth":2,"reset":true}]}' });
    const running = await startReference(['--scenario', 'busy.json'], cwd);
    expect((await post(running, '/document/generate')).status).toBe(200);
    await expect(post(running, '/document/generate')).rejects.toMatchObject({
      cause: { code: 'ECONNRESET' },
    });
    expect((await post(running, '/document/generate')).status).toBe(200);
  });

  test.concurrent('--scenario of compare: its customer is there, and its ids are printed', async () => {
    const cwd = folder();
    const options = ['--state', 'kyc.json', '--scenario', 'link-after-approval'];
    const running = await startReference(options, cwd);
    const variables = new Map(linesOf(running.out()).map((line) => line.split('=') as [string, string]));
    expect([...variables.keys()]).toEqual([
      'CONNECTFI_BASE_URL',
      'CONNECTFI_TOKEN',
      'CONNECTFI_CUSTOMER_ID',
      'CONNECTFI_ENTITY_ID',
      'CONNECTFI_APPLICATION_ID',
      'CONNECTFI_SLOT_IDS',
    ]);
    const [documentId] = JSON.parse(variables.get('CONNECTFI_SLOT_IDS') ?? '') as string[];
    const customerId = variables.get('CONNECTFI_CUSTOMER_ID');
    const separateDocumentId = String((await post(running, '/document/generate')).body.data['id']);
    await upload(running, `/document/upload/${separateDocumentId}`, Buffer.from('new front'));
    const linked = await post(running, '/customer/kyc/document-link', {
      customerId,
      documentId,
      separateDocumentId,
    });
    expect(linked.status).toBe(200);
    expect(linked.body.data['kyc']).toMatchObject({ status: 'APPROVED' });
    await running.stop('SIGTERM');
    // The customer would be there twice.
    const { code, err } = await akepa(['reference', ...options], { cwd });
    expect({ code, err: linesOf(err) }).toEqual({
      code: 2,
      err: [expect.stringContaining('the scenario link-after-approval starts with an empty state')],
    });
  });

  test.concurrent('--trace: a start that fails leaves the trace of an earlier run', async () => {
    const cwd = folder();
    const running = await startReference(['--trace', 'kyc.har'], cwd);
    await post(running, '/document/generate');
    const { port } = new URL(running.url);
    expect((await akepa(['reference', '--trace', 'kyc.har', '--port', port], { cwd })).code).toBe(2);
    expect(harIn(join(cwd, 'kyc.har')).log.entries).toHaveLength(1);
  });

  test.concurrent.each([
    [['--port', '65536'], '--port takes a number from 0 to 65535, not 65536'],
    [['--port', '80a'], '--port takes a number from 0 to 65535, not 80a'],
    [['--port=-1'], '--port takes a number from 0 to 65535, not -1'],
    [['--clock', 'utc'], '--clock takes system, fixed, not utc'],
    [['src'], 'reference takes no paths, but src was given'],
    [['--scenarios', 'a.json'], 'unknown option --scenarios; did you mean --scenario?'],
    [['--scenario', 'hapy-path'], 'there is no scenario hapy-path; did you mean happy-path?'],
    [['--scenario', 'busy'], 'there is no scenario busy; there are happy-path, overwrite-before-decision,'],
    [['--scenario', 'bad.json'], '{cwd}/bad.json: unknown key `fault`; did you mean `faults`?'],
    [['--scenario', 'nope.json'], '{cwd}/nope.json: there is no such file or folder'],
    [['--trace', 'bad.json'], '{cwd}/bad.json: it is there, and it is no trace of the reference'],
    [['--trace', 'no/kyc.har'], '{cwd}/no/kyc.har: ENOENT: no such file or directory'],
    [['--state', 'no/kyc.json'], '{cwd}/no/kyc.json: it can not be made: ENOENT: no such file or directory'],
  ])('%j is said in one line', async (args, message) => {
    const cwd = folder({ 'bad.json': '{"fault":[]}' });
    const { code, out, err } = await akepa(['reference', ...args], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(linesOf(err)[0]).toContain(`akepa-migrate: ${message.replace('{cwd}', cwd)}`);
    expect(linesOf(err)).toHaveLength(1);
  });
});

describe('a disk that takes no more', () => {
  test.concurrent('of the state: the call is not confirmed, and the exit code says so', async () => {
    const cwd = folder();
    const running = await startReference(['--state', 'kyc.json'], cwd, 1);
    const customer = { note: 'x'.repeat(2000) };
    const body = { customerReference: 'r', customerType: 'individual', customer };
    expect(await post(running, '/customer/init', body)).toEqual({
      status: 500,
      body: { code: 'internal', message: 'the state can not be written: EFBIG: file too large' },
    });
    expect(await running.stop('SIGTERM')).toBe(3);
    expect(linesOf(running.err()).slice(1)).toEqual(
      Array<string>(2).fill('akepa-migrate: the state can not be written: EFBIG: file too large'),
    );
    expect(read(cwd, 'kyc.json')).not.toContain('xxx');
    const again = await startReference(['--state', 'kyc.json'], cwd);
    expect((await post(again, '/customer/init', body)).status).toBe(200);
  });

  test.concurrent('of the trace: it is said once, and calls go on', async () => {
    const cwd = folder();
    const running = await startReference(['--trace', 'kyc.har'], cwd, 8);
    for (let n = 0; n < 20; n++) expect((await post(running, '/document/generate')).status).toBe(200);
    expect(await running.stop('SIGTERM')).toBe(0);
    expect(linesOf(running.err()).slice(1)).toEqual([
      `akepa-migrate: ${join(cwd, 'kyc.har')}: the trace ends here: EFBIG: file too large`,
    ]);
    const har = harIn(join(cwd, 'kyc.har'));
    expect(har.log.entries.length).toBeGreaterThan(0);
  });
});
