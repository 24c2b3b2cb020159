import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';

import { fetch as undiciFetch } from 'undici';
import { afterEach, describe, expect, test } from 'vitest';

import {
  createApp,
  type ReferenceApp,
  type ReferenceOptions,
  serveApp,
  type Served,
} from '../../src/reference/index.js';

const MIB = 1024 * 1024;
const HUGE = Buffer.alloc(30 * MIB, 'x');

const open: Served[] = [];
afterEach(async () => {
  for (const served of open.splice(0)) await served.close();
});

interface Sandbox {
  readonly app: ReferenceApp;
  readonly url: string;
  readonly token: string;
  readonly errors: unknown[];
}

async function start(options: ReferenceOptions = {}): Promise<Sandbox> {
  const app = createApp(options);
  const errors: unknown[] = [];
  const served = await serveApp(app, { onError: (error) => errors.push(error) });
  open.push(served);
  return { app, url: served.url, token: app.issueToken(), errors };
}

async function generate({ url, token }: Sandbox): Promise<string> {
  const response = await fetch(`${url}/document/generate`, {
    method: 'POST',
    headers: { 'x-connectfi-token': token },
  });
  const { data } = (await response.json()) as { data: { id: string } };
  return data.id;
}

function form(bytes: Buffer): FormData {
  const body = new FormData();
  body.append('file', new Blob([bytes]), 'front.jpg');
  return body;
}

/** A multipart body by hand, for clients that know none. */
function multipart(bytes: Buffer): { body: Buffer; type: string } {
  const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="front.jpg"\r\n\r\n';
  return {
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]),
    type: 'multipart/form-data; boundary=b',
  };
}

/** The status that a client over node:http sees. */
function viaNodeHttp(url: string, token: string, bytes: Buffer): Promise<number | undefined> {
  const { body, type } = multipart(bytes);
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, {
      method: 'POST',
      headers: { 'x-connectfi-token': token, 'Content-Type': type, 'Content-Length': body.length },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    request.end(body);
  });
}

/** When the connection has ended, however it did. */
function gone(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
  });
}

const CLIENTS = [
  {
    name: 'fetch',
    upload: async (url: string, token: string) =>
      (await fetch(url, { method: 'POST', headers: { 'x-connectfi-token': token }, body: form(HUGE) }))
        .status,
  },
  {
    name: 'undici',
    upload: async (url: string, token: string) => {
      const { body, type } = multipart(HUGE);
      const headers = { 'x-connectfi-token': token, 'Content-Type': type };
      return (await undiciFetch(url, { method: 'POST', headers, body })).status;
    },
  },
  { name: 'node:http', upload: (url: string, token: string) => viaNodeHttp(url, token, HUGE) },
];

describe.each(CLIENTS)('an upload of 30 MB with $name', ({ upload }) => {
  test('is answered with 413, and the next call goes on', async () => {
    const sandbox = await start();
    const id = await generate(sandbox);
    expect(await upload(`${sandbox.url}/document/upload/${id}`, sandbox.token)).toBe(413);
    expect(await generate(sandbox)).toMatch(/^sdoc_/);
  });

  test('without a token is answered with 401 though nobody reads it', async () => {
    const sandbox = await start();
    expect(await upload(`${sandbox.url}/document/upload/sdoc_1`, 'nope')).toBe(401);
  });

  test('to no path at all is answered with 404', async () => {
    const sandbox = await start();
    expect(await upload(`${sandbox.url}/nowhere`, sandbox.token)).toBe(404);
  });
});

test('a client that goes away in the middle of an upload ends its call, and nothing else', async () => {
  const statuses: number[] = [];
  const seen = new Promise<void>((resolve) => {
    void start({
      onExchange: ({ endpoint, status }) => {
        if (endpoint !== 'document-upload') return;
        statuses.push(status);
        resolve();
      },
    }).then(async (sandbox) => {
      const id = await generate(sandbox);
      const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
      const { body, type } = multipart(HUGE);
      socket.write(
        `POST /document/upload/${id} HTTP/1.1\r\nHost: x\r\nx-connectfi-token: ${sandbox.token}\r\n` +
          `Content-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`,
      );
      socket.write(body.subarray(0, MIB), () => socket.resetAndDestroy());
    });
  });
  await seen;
  expect(statuses).toEqual([400]);
});

test('a reset reaches the client as one', async () => {
  const { url, token } = await start({ faults: [{ path: '/document/generate', reset: true }] });
  const call = fetch(`${url}/document/generate`, { method: 'POST', headers: { 'x-connectfi-token': token } });
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason as Error,
  );
  expect(error?.cause).toMatchObject({ code: 'ECONNRESET' });
  await expect(viaNodeHttp(`${url}/document/generate`, token, Buffer.alloc(1))).rejects.toMatchObject({
    code: 'ECONNRESET',
  });
});

test('what goes wrong in the reference is a 500 without a stack, and is told', async () => {
  const failure = new Error('the disk is full');
  const { url, token, errors } = await start({ persist: () => Promise.reject(failure) });
  const response = await fetch(`${url}/document/generate`, {
    method: 'POST',
    headers: { 'x-connectfi-token': token },
  });
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ code: 'internal', message: 'the disk is full' });
  expect(errors).toEqual([failure]);
});

test('close ends idle connections and calls under way', async () => {
  let isReached: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (isReached = resolve));
  const app = createApp({
    persist: () => {
      isReached();
      return new Promise(() => undefined);
    },
  });
  const served = await serveApp(app);
  const idle = connect(Number(new URL(served.url).port), '127.0.0.1');
  idle.write('GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(idle, 'data');
  const waiting = connect(Number(new URL(served.url).port), '127.0.0.1');
  waiting.write(
    `POST /document/generate HTTP/1.1\r\nHost: x\r\nx-connectfi-token: ${app.issueToken()}\r\n\r\n`,
  );
  await reached;
  const closed = Promise.all([gone(idle), gone(waiting)]);
  await served.close();
  await closed;
  await expect(fetch(served.url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
});

test('a port in use is said in one line', async () => {
  const { url, app } = await start();
  const { port } = new URL(url);
  await expect(serveApp(app, { port: Number(port) })).rejects.toMatchObject({
    name: 'KnownError',
    message: `can not listen on port ${port}: another program listens on it`,
  });
});

test.each([
  'GET / HTTP/1.0\r\n\r\n',
  'GET \\ HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: ^\r\n\r\n',
  'x\r\n\r\n',
])('a request line or host that is none is refused: %j', async (text) => {
  const { url, errors } = await start();
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(text);
  const [data] = (await once(socket, 'data')) as [Buffer];
  expect(data.toString()).toMatch(/^HTTP\/1\.1 40[04] /);
  expect(errors).toEqual([]);
  socket.destroy();
});

test("the program's own Request and Response stay", async () => {
  const before = [globalThis.Request, globalThis.Response];
  await start();
  expect([globalThis.Request, globalThis.Response]).toEqual(before);
});
