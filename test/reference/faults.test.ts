import { afterEach, describe, expect, test } from 'vitest';

import {
  createApp,
  type Fault,
  type ReferenceOptions,
  serveApp,
  type Served,
} from '../../src/reference/index.js';
import { post, type Send } from '../support/reference.js';

const open: Served[] = [];
afterEach(async () => {
  for (const served of open.splice(0)) await served.close();
});

interface Target {
  readonly url: string;
  readonly token: string;
  readonly send: Send;
}

/** The same reference without a port, and on a socket. */
const WAYS: readonly {
  readonly name: string;
  readonly start: (options: ReferenceOptions) => Promise<Target>;
}[] = [
  {
    name: 'in process',
    start: (options) => {
      const app = createApp(options);
      const send: Send = (request) => app.fetch(request);
      return Promise.resolve({ url: 'http://reference', token: app.issueToken(), send });
    },
  },
  {
    name: 'over a socket',
    start: async (options) => {
      const app = createApp(options);
      const served = await serveApp(app);
      open.push(served);
      return { url: served.url, token: app.issueToken(), send: fetch };
    },
  },
];

/** What a client sees of a call: a status, or the code of the connection's error. */
async function seen(target: Target, fault?: string, path = '/document/generate'): Promise<number | string> {
  try {
    const { status } = await post(
      target,
      path,
      {},
      fault === undefined ? {} : { 'x-reference-fault': fault },
    );
    return status;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const { cause } = error;
    return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'no cause';
  }
}

/** Milliseconds that a call takes at least: the only thing that a latency promises. */
async function timeOf(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await call();
  // Timers may fire up to a millisecond early.
  return Math.ceil(performance.now() - start) + 1;
}

describe.each(WAYS)('$name', ({ start }) => {
  const KINDS: readonly [header: string, fault: Fault, outcome: number | string][] = [
    ['status=503', { status: 503 }, 503],
    ['status=429', { status: 429 }, 429],
    ['expired-token', { expiredToken: true }, 401],
    ['reset', { reset: true }, 'ECONNRESET'],
    ['latency=1', { latencyMs: 1 }, 200],
    [' Reset , latency=1,', { reset: true, latencyMs: 1 }, 'ECONNRESET'],
  ];

  test.each(KINDS)('%s by header, and the next call passes', async (header, _fault, outcome) => {
    const target = await start({});
    expect(await seen(target, header)).toBe(outcome);
    expect(await seen(target)).toBe(200);
  });

  test.each(KINDS)('%s by scenario, for every call of the path', async (_header, fault, outcome) => {
    const target = await start({ faults: [{ path: '/document/generate', ...fault }] });
    expect([await seen(target), await seen(target)]).toEqual([outcome, outcome]);
    expect(await seen(target, undefined, '/auth/get-token')).toBe(400);
  });

  test('latency delays a call, by header and by scenario, and adds up', async () => {
    const target = await start({ faults: [{ latencyMs: 30, nth: 2 }] });
    expect(await seen(target)).toBe(200);
    expect(await timeOf(() => seen(target, 'latency=30'))).toBeGreaterThanOrEqual(60);
  });

  test('an injected status says that it is one; an expired token looks like a real one', async () => {
    const target = await start({});
    expect(
      (await post(target, '/document/generate', {}, { 'x-reference-fault': 'status=500' })).body,
    ).toEqual({
      code: 'injected',
      message: 'Asked for by a fault of the reference',
    });
    const real = await post({ ...target, token: 'nope' }, '/document/generate');
    expect(await post(target, '/document/generate', {}, { 'x-reference-fault': 'expired-token' })).toEqual(
      real,
    );
  });

  test('nth counts the calls of its own path and method, and each fault counts for itself', async () => {
    const target = await start({
      faults: [
        { path: '/document/generate', method: 'POST', nth: 2, status: 503 },
        { path: '/customer/kyc/status', method: 'get', nth: 1, status: 502 },
        { nth: 5, reset: true },
      ],
    });
    const status = (): Promise<number> =>
      target
        .send(
          new Request(`${target.url}/customer/kyc/status/cst`, {
            headers: { 'x-connectfi-token': target.token },
          }),
        )
        .then((response) => response.status);
    expect(await seen(target)).toBe(200);
    expect(await status()).toBe(502);
    expect(await seen(target)).toBe(503);
    expect(await seen(target)).toBe(200);
    expect(await seen(target)).toBe('ECONNRESET');
    expect(await seen(target)).toBe(200);
    expect(await status()).toBe(400);
  });

  test.each([
    'expired',
    'latency',
    'latency=',
    'latency=-1',
    'latency=60001',
    'status=200',
    'status=600',
    'reset=1',
    'x',
  ])('the header %s is refused, and uses no nth up', async (header) => {
    const target = await start({ faults: [{ nth: 1, status: 503 }] });
    const { status, body } = await post(target, '/document/generate', {}, { 'x-reference-fault': header });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'unknownFault' });
    expect(body.message).toBe(
      `x-reference-fault takes latency=MS (to 60000), status=CODE (400 to 599), expired-token and reset, not ${header}`,
    );
    expect(await seen(target)).toBe(503);
  });

  test('a call that was disturbed changed nothing', async () => {
    const target = await start({ faults: [{ path: '/customer/init', nth: 1, reset: true }] });
    const body = { customerReference: 'r', customerType: 'individual', customer: {} };
    await expect(post(target, '/customer/init', body)).rejects.toThrow(TypeError);
    expect((await post(target, '/customer/init', body, { 'x-reference-fault': 'status=500' })).status).toBe(
      500,
    );
    expect((await post(target, '/customer/init', body)).status).toBe(200);
  });
});
