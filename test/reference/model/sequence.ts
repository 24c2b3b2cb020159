import { expect } from 'vitest';

import { createApp, type ReferenceApp } from '../../../src/reference/app.js';
import { play } from './play.js';
import { emptyModel, type Model } from './state.js';
import type { Pick, Step } from './step.js';

/** What a webhook's receiver got. */
interface Received {
  readonly url: string;
  readonly body: unknown;
}

/**
 * Plays a sequence against a fresh reference and a fresh model, then reads everything back.
 *
 * @returns what was seen of each call, such as `link 400 documentNotFound`
 */
export async function playSequence(steps: readonly Step[]): Promise<string[]> {
  const received: Received[] = [];
  const app = createApp({ clock: 'fixed', olderStatus: true, post: receiver(received) });
  const model = emptyModel();
  const seen: string[] = [];
  for (const step of steps) seen.push(await play(app, model, step));
  for (const step of everything(model)) await play(app, model, step);
  expect(filesOf(app)).toEqual(expectedFiles(model));
  await app.settled();
  expectAnnounced(app, received, model);
  return seen;
}

/** Reads each customer and each application: refused calls must have left nothing behind. */
function everything({ customers, applications }: Model): Step[] {
  const nth = (index: number): Pick => ({ from: 'known', nth: index });
  const owner: Pick = { from: 'ready', nth: 0 };
  const actions: Step['action'][] = [
    ...customers.map((_, index) => ({ call: 'kyc-status' as const, customer: nth(index) })),
    ...applications.map((_, index) => ({
      call: 'status' as const,
      application: nth(index),
      customer: owner,
    })),
  ];
  return actions.map((action) => ({ token: 'valid', bodyFault: undefined, action }));
}

/** The sha256 of each slot's and document's file: which bytes ended where can only be seen in the store. */
function filesOf({ world: { store } }: ReferenceApp): Record<string, string | undefined> {
  const slots = [...store.customers.values()].flatMap(({ kyc }) => kyc?.slots ?? []);
  const rows = [...slots, ...store.separateDocuments.values(), ...store.akepaDocuments.values()];
  return Object.fromEntries(rows.map(({ id, file }) => [id, file?.sha256]));
}

function expectedFiles({ customers, separates, documents }: Model): Record<string, string | undefined> {
  const rows = [
    ...customers.flatMap(({ slots }) => slots ?? []),
    ...separates.filter(({ isLinked }) => !isLinked),
    ...documents,
  ];
  return Object.fromEntries(rows.map(({ id, file }) => [id, file?.sha256]));
}

function expectAnnounced(app: ReferenceApp, received: readonly Received[], { announced }: Model): void {
  const isNear = (url: string): boolean => url.startsWith('http://127.0.0.1');
  const near = announced.filter(({ url }) => isNear(url));
  expect(received).toEqual(
    near.map(({ url, data }) => ({
      url,
      body:
        data === undefined
          ? undefined
          : { code: '0', data, requestId: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown },
    })),
  );
  expect(app.deliveries.map(({ url, outcome }) => [url, outcome])).toEqual(
    announced.map(({ url }) => [url, isNear(url) ? 'delivered' : 'not-loopback']),
  );
}

function receiver(received: Received[]): typeof fetch {
  return (url, init) => {
    const { body } = init ?? {};
    received.push({
      url: url instanceof Request ? url.url : String(url),
      body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined,
    });
    return Promise.resolve(new Response(null, { status: 204 }));
  };
}
