import { createServer, type IncomingMessage, type Server } from 'node:http';

import { getRequestListener } from '@hono/node-server';

import { messageOf } from '../message-of.js';
import type { ReferenceApp } from './app.js';
import { ConnectionReset } from './faults.js';
import { KnownError } from './known-error.js';

export interface ServeOptions {
  /** Default: 0, any free one. */
  readonly port?: number;
  /** Told of what went wrong in the reference itself; the client gets a 500. */
  readonly onError?: (error: unknown) => void;
}

/** A reference on a socket. */
export interface Served {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Stops listening and ends every connection, calls under way included. */
  close(): Promise<void>;
}

/** Other machines are to have no access to the documents that a test sends. */
const HOST = '127.0.0.1';
const REASONS: ReadonlyMap<string | undefined, string> = new Map([
  ['EADDRINUSE', 'another program listens on it'],
  ['EACCES', 'it takes more rights than you have'],
]);

/**
 * Puts a reference on a socket of this machine.
 *
 * @throws {KnownError} when the port is not to be had
 */
export async function serveApp(app: ReferenceApp, options: ServeOptions = {}): Promise<Served> {
  const { port = 0, onError = () => undefined } = options;
  const listener = getRequestListener(
    (request, { incoming }) =>
      app.fetch(request).catch((error: unknown) => {
        if (isReset(error)) return reset(incoming);
        onError(error);
        return internal(error);
      }),
    // The program that the reference is mounted in keeps its own `Request` and `Response`.
    { hostname: HOST, overrideGlobalObjects: false },
  );
  // The adapter answers everything that it can't handle; its promise says nothing more.
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  return { url: `http://${HOST}:${await listen(server, port)}`, close: () => close(server) };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      const why = REASONS.get(error.code) ?? error.message;
      reject(new KnownError(`can not listen on port ${port}: ${why}`, { cause: error }));
    });
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function isReset(error: unknown): boolean {
  return error instanceof TypeError && error.cause instanceof ConnectionReset;
}

/** The answer goes nowhere: the client sees ECONNRESET. */
function reset({ socket }: Pick<IncomingMessage, 'socket'>): Response {
  socket.resetAndDestroy();
  return new Response();
}

function internal(error: unknown): Response {
  const message = messageOf(error);
  return Response.json({ code: 'internal', message }, { status: 500 });
}
