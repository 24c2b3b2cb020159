import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { ConnectFiError, explain } from './connectfi.js';
import { isLocale, prepareContract } from './contracts.js';
import { readCustomer, registerCustomer, updateContact } from './customers.js';
import { isConnectFiUp } from './heartbeat.js';
import { startWithScans } from './kyc-slots.js';
import { addLicence } from './licence.js';
import { addPassport } from './passport.js';
import { replaceApprovedLicence } from './replace-licence.js';
import { startKyc } from './start-kyc.js';
import { submitSupportingDocument } from './supporting-document.js';
import { waitForKyc } from './wait-for-kyc.js';

type Body = Record<string, unknown>;
type Handler = (body: Body) => Promise<unknown>;

class HttpError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const PUBLIC_URL = setting('PUBLIC_URL');
const SCAN_DIR = setting('SCAN_DIR');
const HEARTBEAT_CUSTOMER_ID = setting('HEARTBEAT_CUSTOMER_ID');
['CONNECTFI_BASE_URL', 'CONNECTFI_TOKEN', 'ESIGN_KEY'].forEach(setting);

const UPLOAD_PREFIX = '/document/upload/';
const HOOK_PREFIX = '/hooks/kyc/';

const followed = new Set<string>();

const routes: Record<string, Handler | undefined> = {
  'GET /health': async () => ({ connectFi: await isConnectFiUp(HEARTBEAT_CUSTOMER_ID) }),
  'POST /customers': signUp,
  'POST /customers/branch': signUpAtBranch,
  'POST /customers/view': (body) => readCustomer(id(body, 'customerId')),
  'POST /customers/contact': (body) => updateContact(body),
  'POST /document/generate': contract,
  'POST /identity/licence': (body) =>
    addLicence(id(body, 'customerId'), id(body, 'slotId'), scan(text(body, 'file'))),
  'POST /identity/passport': (body) =>
    addPassport(id(body, 'customerId'), id(body, 'slotId'), scan(text(body, 'file'))),
  'POST /identity/supporting': supporting,
  'POST /identity/replace': replace,
};

createServer((req, res) => void serve(req, res)).listen(Number(process.env.PORT ?? 8080));

async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
  try {
    send(res, 200, (await dispatch(req)) ?? {});
  } catch (err) {
    fail(res, explain(err));
  }
}

async function dispatch(req: IncomingMessage): Promise<unknown> {
  const { pathname } = new URL(req.url ?? '/', PUBLIC_URL);
  if (req.method === 'POST' && pathname.startsWith(UPLOAD_PREFIX)) return store(req, pathname);
  if (req.method === 'POST' && pathname.startsWith(HOOK_PREFIX)) {
    // The callback's body is not relied on: the status is read again instead.
    return follow(id({ customerId: pathname.slice(HOOK_PREFIX.length) }, 'customerId'));
  }
  const handler = routes[`${req.method} ${pathname}`];
  if (!handler) throw new HttpError(404, `No ${req.method} ${pathname} here`);
  return handler(req.method === 'GET' ? {} : await readBody(req));
}

async function signUp(body: Body): Promise<unknown> {
  const customerId = await registerCustomer(text(body, 'reference'), record(body, 'customer'));
  await startKyc(customerId, webhookFor(customerId));
  follow(customerId);
  return { customerId };
}

async function signUpAtBranch(body: Body): Promise<unknown> {
  const customerId = await registerCustomer(text(body, 'reference'), record(body, 'customer'));
  const scans = { FRONT: scan(text(body, 'front')), BACK: scan(text(body, 'back')) };
  const missing = await startWithScans(customerId, webhookFor(customerId), scans);
  follow(customerId);
  return { customerId, missing: missing.map(({ label }) => label) };
}

async function contract(body: Body): Promise<unknown> {
  const locale = text(body, 'locale');
  if (!isLocale(locale)) throw new HttpError(400, `No contract in ${locale}`);
  return { signingUrl: await prepareContract(id(body, 'contractId'), locale) };
}

function supporting(body: Body): Promise<void> {
  return submitSupportingDocument({
    customerId: id(body, 'customerId'),
    slotId: id(body, 'slotId'),
    kind: text(body, 'kind'),
    file: scan(text(body, 'file')),
  });
}

async function replace(body: Body): Promise<unknown> {
  const customerId = id(body, 'customerId');
  const side = text(body, 'side') === 'BACK' ? 'BACK' : 'FRONT';
  const replaced = await replaceApprovedLicence(customerId, side, scan(text(body, 'file')));
  if (!replaced) throw new HttpError(409, 'The customer is not approved yet');
  return { replaced };
}

async function store(req: IncomingMessage, pathname: string): Promise<unknown> {
  const extension = path.extname(pathname).toLowerCase();
  if (!['.jpg', '.png', '.pdf'].includes(extension)) throw new HttpError(415, 'Not a scan');
  const file = randomUUID() + extension;
  await mkdir(path.dirname(scan(file)), { recursive: true });
  await pipeline(req, createWriteStream(scan(file)));
  return { file };
}

function scan(name: string): string {
  // Only the last part: names come from callers and must not leave the folder.
  return path.join(SCAN_DIR, 'document', 'upload', path.basename(name));
}

function follow(customerId: string): void {
  if (followed.has(customerId)) return;
  followed.add(customerId);
  waitForKyc(customerId)
    .then((status) => console.info('KYC moved on', { customerId, status }))
    .catch((err: unknown) => console.error('KYC not followed', { customerId, err }))
    .finally(() => followed.delete(customerId));
}

function webhookFor(customerId: string): string {
  return new URL(HOOK_PREFIX + customerId, PUBLIC_URL).href;
}

async function readBody(req: IncomingMessage): Promise<Body> {
  const body = await json(req).catch(() => undefined);
  if (!isRecord(body)) throw new HttpError(400, 'A JSON object is expected');
  return body;
}

function text(body: Body, key: string): string {
  const value = body[key];
  if (typeof value !== 'string' || value === '') throw new HttpError(400, `${key} is missing`);
  return value;
}

/** Ids end up in URLs, so nothing but the characters that they are made of gets through. */
function id(body: Body, key: string): string {
  const value = text(body, key);
  if (!/^[\w-]+$/.test(value)) throw new HttpError(400, `${key} is not an id`);
  return value;
}

function record(body: Body, key: string): Body {
  const value = body[key];
  if (!isRecord(value)) throw new HttpError(400, `${key} is missing`);
  return value;
}

function isRecord(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

function send(res: ServerResponse, status: number, answer: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

function fail(res: ServerResponse, err: unknown): void {
  if (err instanceof HttpError) return send(res, err.status, { message: err.message });
  if (err instanceof ConnectFiError) {
    const { status, code, requestId } = err;
    console.warn('connectFi refused', { status, code, requestId });
    return send(res, 502, { message: 'connectFi refused', code, requestId });
  }
  console.error(err);
  send(res, 500, { message: 'Internal error' });
}
