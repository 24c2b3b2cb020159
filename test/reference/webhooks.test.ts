import { createServer, type IncomingHttpHeaders } from 'node:http';

import { afterEach, describe, expect, test } from 'vitest';

import { createApp, type ReferenceApp, type ReferenceOptions } from '../../src/reference/index.js';
import { post, type Send, upload } from '../support/reference.js';

interface Received {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
}

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** A server on this machine that keeps what it is sent. */
async function receiver(status = 204, headers: Readonly<Record<string, string>> = {}): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      received.push({ method: request.method, headers: request.headers, body });
      response.writeHead(status, headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/hook`, received };
}

interface Client {
  readonly app: ReferenceApp;
  readonly url: string;
  readonly token: string;
  readonly send: Send;
}

function start(options: ReferenceOptions = {}): Client {
  const app = createApp(options);
  return { app, url: 'http://reference', token: app.issueToken(), send: (request) => app.fetch(request) };
}

async function newCustomer(client: Client, lastName: string): Promise<string> {
  const customer = { firstName: 'Ada', lastName };
  const body = { customerReference: 'r', customerType: 'individual', customer };
  return String((await post(client, '/customer/init', body)).body.data['customerId']);
}

/** Brings an application to its end or to its review, by requests only. */
async function apply(client: Client, lastName: string, webhookUrl: string): Promise<Record<string, string>> {
  const customerId = await newCustomer(client, lastName);
  const opened = await post(client, '/akepa/identification', { customerId, reference: 'ref1', webhookUrl });
  const applicationId = String(opened.body.data['applicationId']);
  const kind = { workflow: 'PERSONAL', name: 'licence', extension: 'jpg', type: 'license' };
  const documents = [];
  for (const side of ['front', 'back']) {
    const documentId = String((await post(client, '/akepa/document/generate', kind)).body.data['id']);
    await upload(client, `/akepa/document/upload/${documentId}`, Buffer.from(side));
    documents.push({ entityId: customerId, documentId });
  }
  const updated = await post(client, '/akepa/update', { customerId, applicationId, documents });
  return { customerId, applicationId, status: String(updated.body.data['status']) };
}

async function decide(client: Client, applicationId: string | undefined, outcome: string): Promise<number> {
  const { status } = await post(client, '/reference/decide', { applicationId, outcome });
  await client.app.settled();
  return status;
}

describe('akepa', () => {
  test.each([
    ['Approved', 'approved'],
    ['Denied', 'denied'],
  ])('%s after a review is sent once, with the documented payload', async (outcome, entityOutcome) => {
    const { url, received } = await receiver();
    const client = start();
    const { customerId, applicationId, status } = await apply(client, 'WaitReview', url);
    await client.app.settled();
    expect({ status, received }).toEqual({ status: 'waiting_review', received: [] });

    expect(await decide(client, applicationId, outcome)).toBe(200);
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      code: '0',
      data: {
        applicationId,
        aggregatorId: 'CLIENTID',
        customerId,
        reference: 'ref1',
        status: 'completed',
        outcome,
        entityApplications: [
          { entityId: customerId, isCustomer: true, status: 'completed', outcome: entityOutcome },
        ],
      },
      requestId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    });
    expect(client.app.deliveries).toEqual([{ url, outcome: 'delivered', status: 204 }]);

    // Decided is decided.
    expect(await decide(client, applicationId, outcome)).toBe(400);
    expect(received).toHaveLength(1);
  });

  test('a change that answers a request is not sent', async () => {
    const { url, received } = await receiver();
    const client = start();
    const { status } = await apply(client, 'Example', url);
    await client.app.settled();
    expect({ status, received, deliveries: client.app.deliveries }).toEqual({
      status: 'completed',
      received: [],
      deliveries: [],
    });
  });

  test('a decision in process is sent, too', async () => {
    const { url, received } = await receiver();
    const client = start();
    const { applicationId = '' } = await apply(client, 'WaitReview', url);
    expect(client.app.decide(applicationId, 'Approved')).toBe(true);
    expect(client.app.decide(applicationId, 'Approved')).toBe(false);
    expect(client.app.decide('iapp_unknown', 'Approved')).toBe(false);
    await client.app.settled();
    expect(received).toHaveLength(1);
  });

  test('what is not kept is not announced, and is traced as the 500 that it is', async () => {
    const { url, received } = await receiver();
    let isFull = false;
    const statuses: number[] = [];
    const client = start({
      persist: () => (isFull ? Promise.reject(new Error('the disk is full')) : Promise.resolve()),
      onExchange: ({ status }) => statuses.push(status),
    });
    const { applicationId } = await apply(client, 'WaitReview', url);
    isFull = true;
    await expect(decide(client, applicationId, 'Approved')).rejects.toThrow('the disk is full');
    await client.app.settled();
    expect(received).toEqual([]);
    expect(statuses.at(-1)).toBe(500);
  });

  test('a receiver that fails, or is not there, is no reason to fail', async () => {
    const { url, received } = await receiver(500);
    const client = start();
    const { applicationId } = await apply(client, 'WaitReview', url);
    expect(await decide(client, applicationId, 'Approved')).toBe(200);
    expect(received).toHaveLength(1);
    expect(client.app.deliveries).toEqual([{ url, outcome: 'delivered', status: 500 }]);

    const gone = await receiver();
    closers.pop()?.();
    const other = start();
    expect(await decide(other, (await apply(other, 'WaitReview', gone.url)).applicationId, 'Approved')).toBe(
      200,
    );
    expect(other.app.deliveries).toEqual([{ url: gone.url, outcome: 'failed' }]);
  });
});

describe('legacy', () => {
  test('APPROVED is sent to webhookURL, once and without a body', async () => {
    const { url, received } = await receiver();
    const client = start();
    const customerId = await newCustomer(client, 'Example');
    const { body } = await post(client, '/customer/kyc/init', { customerId, webhookURL: url });
    const [front, back] = body.data['kycDocumentList'] as { id: string }[];
    await upload(client, `/customer/kyc/upload/${customerId}/${front?.id ?? ''}`, Buffer.from('front'));
    await client.app.settled();
    expect(received).toEqual([]);
    await upload(client, `/customer/kyc/upload/${customerId}/${back?.id ?? ''}`, Buffer.from('back'));
    await client.app.settled();
    expect(received).toMatchObject([{ method: 'POST', headers: { 'content-length': '0' }, body: '' }]);
    expect(received[0]?.headers).not.toHaveProperty('content-type');

    // A link after approval changes no status.
    const separate = String((await post(client, '/document/generate')).body.data['id']);
    await upload(client, `/document/upload/${separate}`, Buffer.from('better front'));
    const link = { customerId, documentId: front?.id, separateDocumentId: separate };
    expect((await post(client, '/customer/kyc/document-link', link)).status).toBe(200);
    await client.app.settled();
    expect(received).toHaveLength(1);
  });
});

describe('no other machine is ever contacted', () => {
  /** Decides an application whose webhook goes to `url`; answers what was asked of the network. */
  async function askedOf(url: string): Promise<{ asked: string[]; client: Client }> {
    const asked: string[] = [];
    const client = start({
      post: (input) => {
        asked.push(input instanceof Request ? input.url : String(input));
        return Promise.resolve(new Response());
      },
    });
    const { applicationId } = await apply(client, 'WaitReview', url);
    expect(await decide(client, applicationId, 'Approved')).toBe(200);
    return { asked, client };
  }

  test.each([
    'https://example.com/hook',
    'http://127.0.0.1.example.com/',
    'http://127.0.0.1@example.com/',
    'http://localhost.example.com/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://[::ffff:10.0.0.1]/',
    'http://128.0.0.1/',
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'javascript:alert(1)',
    '//127.0.0.1/',
    'no URL',
  ])('%s', async (url) => {
    const { asked, client } = await askedOf(url);
    expect(asked).toEqual([]);
    expect(client.app.deliveries).toEqual([{ url, outcome: 'not-loopback' }]);
  });

  test.each([
    'http://127.0.0.1:1/',
    'http://127.9.9.9/',
    'http://localhost:3000/a',
    'https://[::1]:1/',
    'http://127.1/',
  ])('%s is this machine', async (url) => {
    expect((await askedOf(url)).asked).toEqual([url]);
  });

  test('a redirect is not followed', async () => {
    const elsewhere = await receiver();
    for (const status of [301, 302, 303, 307, 308]) {
      const here = await receiver(status, { Location: elsewhere.url });
      const client = start();
      const { applicationId } = await apply(client, 'WaitReview', here.url);
      await decide(client, applicationId, 'Approved');
      expect(client.app.deliveries).toEqual([{ url: here.url, outcome: 'delivered', status }]);
    }
    expect(elsewhere.received).toEqual([]);
  });
});
