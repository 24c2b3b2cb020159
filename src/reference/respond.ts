import { type FilePart, type ReadBody, readFiles, readJson } from './body.js';
import type { Exchange } from './exchange.js';
import { type Disturb, InjectedAnswer } from './faults.js';
import { hex32, sha256 } from './ids.js';
import { fileNotFound, Refusal, requestValidateError, unauthorized } from './refusal.js';
import type { Dialect, Route } from './route.js';
import { validationRefusal, validator } from './validate.js';
import type { Announcement, World } from './world.js';

/** What every call is answered with. */
export interface Responder {
  readonly world: World;
  readonly disturb: Disturb;
  /** Called after each call that may have changed the store, before it is answered. */
  readonly persist: (() => Promise<void>) | undefined;
  /** Sends a webhook, once its cause is answered. */
  readonly send: (announcement: Announcement) => void;
  /** Bytes. */
  readonly jsonLimit: number;
  /** Bytes. */
  readonly fileLimit: number;
}

/** Takes the documented header; connectFi knows no other way to send a token. */
export const TOKEN_HEADER = 'x-connectfi-token';
/** Disturbs one call; see {@link createFaults}. */
export const FAULT_HEADER = 'x-reference-fault';

/** What a body that is no JSON object fails. */
const NOT_AN_OBJECT = {
  keyword: 'type',
  instancePath: '',
  schemaPath: '#/type',
  params: { type: 'object' },
  message: 'must be object',
};

/**
 * Answers a call: disturbances, token, body, handler, envelope.
 *
 * @throws {ConnectionReset} when that is asked for
 */
export async function respond(
  responder: Responder,
  route: Route,
  request: Request,
  exchange: Exchange,
  params: Readonly<Record<string, string>>,
): Promise<Response> {
  const { world, persist } = responder;
  exchange.endpoint = route.id;
  try {
    await responder.disturb(route.method, exchange.path, request.headers.get(FAULT_HEADER));
    if (!route.isOpen) expectToken(world, request.headers.get(TOKEN_HEADER));
    const body = (exchange.body = await read(responder, route, request));
    const data = route.handle(
      { params, body: jsonOf(world, route, body), file: () => fileOf(world, body) },
      world,
    );
    const announced = world.takeAnnounced();
    if (route.method !== 'GET') await persist?.();
    // What is not on disk is not announced.
    announced.forEach(responder.send);
    return answer(200, { code: '0', data, requestId: hex32(world.bytes()) });
  } catch (error) {
    return failure(world, route.dialect, error);
  }
}

/**
 * The answer to a refused call.
 *
 * @throws what is no refusal
 */
export function failure(world: World, dialect: Dialect, error: unknown): Response {
  if (error instanceof InjectedAnswer)
    return answer(error.status, { code: 'injected', message: 'Asked for by a fault of the reference' });
  if (!(error instanceof Refusal)) throw error;
  const { status, code, detail } = error;
  // The one documented example of a 401 has no requestId.
  if (status === 401) return answer(401, { code, ...detail });
  const requestId = hex32(world.bytes());
  const { message, context } = detail;
  const isShown =
    context !== undefined && (dialect === 'akepa' || Array.isArray(context) || code === 'notDocumented');
  return answer(status, {
    requestId,
    code,
    ...(isShown && { context }),
    ...(message !== undefined && { message }),
  });
}

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
}

function expectToken(world: World, token: string | null): void {
  const endsAt = token === null ? undefined : world.store.tokens.get(sha256(token));
  if (endsAt === undefined) {
    world.rely('token.required');
    throw unauthorized();
  }
  if (endsAt > world.now()) return;
  world.rely('token.expired');
  throw unauthorized();
}

async function read(
  { jsonLimit, fileLimit, world }: Responder,
  route: Route,
  request: Request,
): Promise<ReadBody> {
  try {
    if (route.body === 'json') return await readJson(request, jsonLimit);
    if (route.body === 'file') return await readFiles(request, fileLimit);
    return { kind: 'none' };
  } catch (error) {
    if (error instanceof Refusal) {
      world.rely('body.too-large');
      throw error;
    }
    // The client went away, or sent what is no body at all.
    return { kind: 'none' };
  }
}

function jsonOf(world: World, route: Route, body: ReadBody): unknown {
  if (route.body !== 'json') return undefined;
  if (route.shape) world.rely(route.shape);
  if (body.kind !== 'json') world.rely('body.not-json');
  // What servers that parse by content type make of a body that they don't parse.
  const value = body.kind === 'json' ? body.value : {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    world.rely('body.not-json');
    throw requestValidateError([NOT_AN_OBJECT]);
  }
  const validate = route.schema && validator(route.schema);
  if (!validate || validate(value)) return value;
  const [first, second] = validate.errors ?? [];
  // For the compiler: a refused body has a fault.
  if (!first) throw requestValidateError([]);
  const basis = route.invalid?.(first);
  if (basis) world.rely(basis);
  if (second) world.rely('validation.first');
  throw validationRefusal(first);
}

function fileOf(world: World, body: ReadBody): FilePart {
  const files = body.kind === 'multipart' ? body.files : [];
  const [file] = files;
  if (!file || files.length > 1) {
    world.rely('file.one');
    throw fileNotFound();
  }
  if (file.name !== 'file') {
    world.rely('file.part-name');
    throw fileNotFound();
  }
  return file;
}
