import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { getRequestListener } from '@hono/node-server';
import { beforeAll, test } from 'vitest';

import { createApp } from '../../src/reference/app.js';
import { serveApp } from '../../src/reference/serve.js';
import { folder } from '../support/folder.js';
import { connectAxios } from './clients/axios.js';
import type { Connect } from './clients/client.js';
import { connectFetch } from './clients/fetch.js';
import { akepaFlow, legacyFlow, type Licence } from './clients/flow.js';
import { connectGot } from './clients/got.js';
import { connectKy } from './clients/ky.js';
import { connectNode } from './clients/node-http.js';
import { connectSuperagent } from './clients/superagent.js';
import { connectUndici } from './clients/undici.js';

const TLS = new URL('../fixtures/tls/', import.meta.url);
const CERTIFICATE = readFileSync(new URL('cert.pem', TLS), 'utf8');
const KEY = readFileSync(new URL('key.pem', TLS), 'utf8');

const CLIENTS: readonly (readonly [name: string, connect: Connect])[] = [
  ['axios', connectAxios],
  ['fetch', connectFetch],
  ['got', connectGot],
  ['ky', connectKy],
  ['superagent', connectSuperagent],
  ['undici', connectUndici],
  ['node:http', connectNode],
];

let licence: Licence;

beforeAll(() => {
  const cwd = folder({});
  licence = { front: join(cwd, 'front.jpg'), back: join(cwd, 'back.png') };
  // Larger than a chunk, so that the parts arrive in pieces.
  writeFileSync(licence.front, Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(300_000, 7)]));
  writeFileSync(licence.back, Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(9, 7)]));
});

test.each(CLIENTS)('%s: the legacy flow', (_name, connect) =>
  overHttp((url) => legacyFlow(connect, url, licence)),
);

test.each(CLIENTS)('%s: the akepa flow', (_name, connect) =>
  overHttp((url) => akepaFlow(connect, url, licence)),
);

test('node:https: the legacy flow', () => overHttps((url) => legacyFlow(trusting, url, licence)));

test('node:https: the akepa flow', () => overHttps((url) => akepaFlow(trusting, url, licence)));

function trusting(baseUrl: string, token?: string): ReturnType<Connect> {
  return connectNode(baseUrl, token, CERTIFICATE);
}

async function overHttp(run: (url: string) => Promise<void>): Promise<void> {
  const app = createApp();
  const server = await serveApp(app);
  try {
    await run(server.url);
  } finally {
    await server.close();
  }
}

/** The handler mounted in somebody's own server. */
async function overHttps(run: (url: string) => Promise<void>): Promise<void> {
  const app = createApp();
  const listener = getRequestListener((request) => app.fetch(request));
  const server = createServer(
    { key: KEY, cert: CERTIFICATE },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // A TCP server's address is never a pipe's name.
  const { port } = server.address() as AddressInfo;
  try {
    await run(`https://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
