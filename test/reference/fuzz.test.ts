import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createApp } from '../../src/reference/app.js';
import { serveApp } from '../../src/reference/serve.js';
import { brokenHttp, serialized } from './fuzz/http.js';
import { type Ids, prepare } from './fuzz/ids.js';
import { type Odd, oddRequests } from './fuzz/requests.js';
import { sendRaw } from './fuzz/socket.js';

/** `SEED=2 npx vitest run test/reference/fuzz.test.ts` sends other requests. */
const SEED = Number(process.env['SEED'] ?? 20_261_128);
const IN_PROCESS = 9000;
const OVER_HTTP = 600;
const BROKEN = 400;
/** Node refuses a longer head before the reference sees it. */
const LONGEST_HEAD = 16 * 1024;

/** A call that takes longer hangs; without shrinking, which would wait as long for each try. */
const PARAMETERS = { seed: SEED, timeout: 10_000, endOnFailure: true };

test(`${IN_PROCESS} malformed requests are refused in process (SEED=${SEED})`, async () => {
  const app = createApp();
  const ids = await prepare(app);
  const codes = new Set<string>();
  const property = fc.asyncProperty(oddRequests(ids), async (odd) => {
    const response = await app.fetch(requestOf(odd));
    codes.add(expectAnswer(odd, response.status, await response.text()));
  });
  await fc.assert(property, { ...PARAMETERS, numRuns: IN_PROCESS });
  // As far as the handlers, and into each kind of refusal.
  expect([...codes]).toEqual(
    expect.arrayContaining([
      ...['0', 'unauthorized', 'requestValidateError', 'pathNotFound', 'customerNotFound', 'notDocumented'],
      ...[
        'documentNotFound',
        'documentNotUploaded',
        'applicationNotFound',
        'fileNotFound',
        'referenceExists',
      ],
    ]),
  );
  await expectGoodCall(ids, (request) => app.fetch(request));
});

test(`${OVER_HTTP} malformed requests are refused over a socket (SEED=${SEED})`, async () => {
  await served(async (ids, url, port) => {
    const property = fc.asyncProperty(oddRequests(ids), async (odd) => {
      const bytes = serialized(odd);
      const { status = 0, body } = await sendRaw(port, bytes);
      if (bytes.indexOf('\r\n\r\n') > LONGEST_HEAD - 200) expect([431, 404, 401, 400]).toContain(status);
      else expectAnswer(odd, status, body);
    });
    await fc.assert(property, { ...PARAMETERS, numRuns: OVER_HTTP });
    await expectGoodCall(ids, fetch, url);
  });
});

test(`${BROKEN} requests that are no correct HTTP leave the server as it was (SEED=${SEED})`, async () => {
  await served(async (ids, url, port) => {
    const property = fc.asyncProperty(brokenHttp(ids), async (bytes) => {
      const { status } = await sendRaw(port, bytes);
      expect(status ?? 400).toBeLessThan(500);
    });
    await fc.assert(property, { ...PARAMETERS, numRuns: BROKEN });
    await expectGoodCall(ids, fetch, url);
  });
});

/** @returns the answer's code */
function expectAnswer({ method }: Odd, status: number, text: string): string {
  expect(status).toBeGreaterThanOrEqual(200);
  expect(status).toBeLessThan(500);
  if (method === 'HEAD') return '';
  const answer: unknown = JSON.parse(text);
  expect(answer).toHaveProperty('code', expect.any(String));
  return /"code":"([^"]*)"/.exec(text)?.[1] ?? '';
}

async function expectGoodCall(
  { token, individual }: Ids,
  send: (request: Request) => Promise<Response>,
  url = 'http://reference.test',
): Promise<void> {
  const headers = { 'x-connectfi-token': token };
  const response = await send(new Request(`${url}/customer/kyc/status/${individual}`, { headers }));
  expect(response.status).toBe(200);
  expect(await response.json()).toHaveProperty('data.customer.customerId', individual);
}

async function served(run: (ids: Ids, url: string, port: number) => Promise<void>): Promise<void> {
  const app = createApp();
  const failures: unknown[] = [];
  const server = await serveApp(app, { onError: (error) => failures.push(error) });
  try {
    await run(await prepare(app), server.url, Number(new URL(server.url).port));
    expect(failures).toEqual([]);
  } finally {
    await server.close();
  }
}

function requestOf({ method, path, headers, body }: Odd): Request {
  return new Request(`http://reference.test${path}`, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    ...(body && { body: new Uint8Array(body) }),
  });
}
