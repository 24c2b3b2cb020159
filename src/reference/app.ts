import { Hono } from 'hono';

import { decide } from './akepa/applications.js';
import { akepaRoutes } from './akepa/index.js';
import type { BehaviourId, UnknownId } from './behaviours/index.js';
import { decideRoute } from './control.js';
import type { Exchange } from './exchange.js';
import { ConnectionReset, createFaults, type Fault } from './faults.js';
import { LEGACY_ROUTES } from './legacy/index.js';
import { type Credentials, issueToken, liveRoutes } from './live.js';
import { Refusal } from './refusal.js';
import { failure, respond, type Responder } from './respond.js';
import { createStore, type Outcome, type Store } from './store.js';
import { createWebhooks, type Delivery } from './webhooks.js';
import { type Announcement, createWorld, type World } from './world.js';

export interface ReferenceOptions {
  /** Default: an empty one. */
  readonly store?: Store;
  /** Called after each call that may have changed the store, before it is answered. */
  readonly persist?: () => Promise<void>;
  /** `fixed`: the time stands still and ids are the same in every run. Default: `system`. */
  readonly clock?: 'system' | 'fixed';
  /** Answers 501 instead of what is only inferred. */
  readonly strictDocumented?: boolean;
  /** Adds GET /akepa/status/:customerId. */
  readonly olderStatus?: boolean;
  /** Documents that an entity needs for a decision. Default: 2, a licence's front and back. */
  readonly documentsWanted?: number;
  readonly faults?: readonly Fault[];
  /** The only login that /auth/get-token accepts. Default: any. */
  readonly credentials?: Credentials;
  /** Of a token, in milliseconds. Default: a day. */
  readonly tokenLifetime?: number;
  /** Bytes of one file. Default: 10 MiB. */
  readonly maxFileBytes?: number;
  /** Sees every call and its answer, the token included. */
  readonly onExchange?: (exchange: Exchange) => void;
  /** Hears of each behaviour that an answer rests on, and of each unknown that was refused. */
  readonly onBehaviour?: (id: BehaviourId | UnknownId) => void;
  /** Sends webhooks. Default: the global `fetch`. */
  readonly post?: typeof fetch;
}

export interface ReferenceApp {
  /**
   * The web-standard handler: mount it in a test, in MSW, or on a socket.
   *
   * @throws {TypeError} with the cause ECONNRESET, as `fetch` does, where a fault resets the connection
   */
  fetch(request: Request): Promise<Response>;
  /** A token that calls are accepted with. */
  issueToken(): string;
  /** A token whose time is over. */
  issueExpiredToken(): string;
  /** Moves an application that waits for review, as PayGears does on request; `false` when it does not wait. */
  decide(applicationId: string, outcome: Outcome): boolean;
  /** Webhooks sent so far. */
  readonly deliveries: readonly Delivery[];
  /** Waits for the webhooks under way. */
  settled(): Promise<void>;
  readonly world: World;
}

type Env = { Bindings: { exchange: Exchange } };

const DAY = 24 * 60 * 60 * 1000;
const MIB = 1024 * 1024;

/** The legacy and the akepa side of connectFi's KYC over one state, as far as they are documented. */
export function createApp(options: ReferenceOptions = {}): ReferenceApp {
  const { onExchange, tokenLifetime = DAY } = options;
  const webhooks = createWebhooks(options.post);
  const world = createWorld({
    store: options.store ?? createStore(),
    isFixed: options.clock === 'fixed',
    isStrict: options.strictDocumented ?? false,
    documentsWanted: options.documentsWanted ?? 2,
    onBehaviour: options.onBehaviour,
  });
  const send = ({ url, body }: Announcement): void => webhooks.send(url, body);
  const router = createRouter(options, {
    world,
    disturb: createFaults(options.faults ?? []),
    persist: options.persist,
    send,
    jsonLimit: MIB,
    fileLimit: options.maxFileBytes ?? 10 * MIB,
  });

  return {
    world,
    deliveries: webhooks.deliveries,
    settled: () => webhooks.settled(),
    issueToken: () => issueToken(world, world.now() + tokenLifetime),
    issueExpiredToken: () => issueToken(world, world.now() - 1),
    decide(applicationId, outcome) {
      const application = world.store.applications.get(applicationId);
      const isDecided = application !== undefined && decide(world, application, outcome);
      world.takeAnnounced().forEach(send);
      return isDecided;
    },
    async fetch(request) {
      const exchange = newExchange(request);
      const start = performance.now();
      try {
        const response = await router.fetch(request, { exchange });
        exchange.status = response.status;
        if (onExchange) {
          exchange.responseHeaders = response.headers;
          exchange.responseText = await response.clone().text();
        }
        return response;
      } catch (error) {
        if (!(error instanceof ConnectionReset)) {
          // What the server makes of it.
          exchange.status = 500;
          throw error;
        }
        throw new TypeError('fetch failed', { cause: error });
      } finally {
        exchange.duration = performance.now() - start;
        onExchange?.(exchange);
      }
    },
  };
}

function createRouter(options: ReferenceOptions, responder: Responder): Hono<Env> {
  const { world } = responder;
  const router = new Hono<Env>();
  const routes = [
    ...liveRoutes(options.tokenLifetime ?? DAY, options.credentials),
    ...LEGACY_ROUTES,
    ...akepaRoutes(options.olderStatus ?? false),
    decideRoute,
  ];
  for (const route of routes)
    router.on(route.method, route.path, (context) =>
      respond(responder, route, context.req.raw, context.env.exchange, context.req.param()),
    );
  router.notFound(() => failure(world, 'akepa', pathNotFound(world)));
  // What is no answer is for `fetch` above.
  router.onError((error) => {
    throw error;
  });
  return router;
}

function pathNotFound(world: World): Refusal {
  try {
    world.rely('path.unknown');
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return new Refusal(404, 'pathNotFound', { message: 'The reference has no such path and method.' });
}

function newExchange(request: Request): Exchange {
  return {
    endpoint: undefined,
    method: request.method,
    url: request.url,
    path: new URL(request.url).pathname,
    requestHeaders: request.headers,
    body: { kind: 'none' },
    startedAt: Date.now(),
    duration: 0,
    status: 0,
    responseHeaders: new Headers(),
    responseText: '',
  };
}
