// A process of its own that runs samples before and after on the reference: they load real clients, print, and may hang.
// The clients speak HTTP to a gateway with a fixed address, so that what modules keep of it stays true between runs.
import { File } from 'node:buffer';
import { openAsBlob, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';

import { compare } from '../../dist/src/compare/index.js';
import { angularHttp, rtkEndpoint } from './frameworks.mjs';
import { XMLHttpRequest } from './xml-http-request.mjs';

const TOKEN = 'token-of-the-program';
/** A client is done when nothing was under way for so long. */
const IDLE_MS = 20;

const require = createRequire(import.meta.url);
/** Of the run that is going on. */
let current;
let loads = 0;

const gateway = createServer((request, response) => {
  const { context } = current;
  current.open++;
  answer(request, response, context)
    .catch((error) => response.destroy(error))
    .finally(() => {
      current.open--;
      current.lastAt = performance.now();
    });
});
await new Promise((resolve) => gateway.listen(0, '127.0.0.1', resolve));
const BASE = `http://127.0.0.1:${gateway.address().port}`;

process.on('message', async ({ id, sides, scenarios }) => {
  const hasToken = { before: [], after: [] };
  try {
    const program = (side) => (context) => run({ ...sides[side], side }, context, hasToken[side]);
    const { scenarios: results } = await compare({
      before: program('before'),
      after: program('after'),
      scenarios,
    });
    process.send({ id, results, hasToken });
  } catch (error) {
    process.send({ id, error: inspect(error) });
  }
});
process.on('unhandledRejection', (error) => current?.unhandled.push(error));
process.send({ base: BASE, token: TOKEN });

/** One side of a sample in one scenario; what it returns, prints and throws is its output. */
async function run({ folder, module, driver, variables, side }, context, hasToken) {
  current = { context, hasToken: [], open: 0, lastAt: performance.now(), unhandled: [] };
  Object.assign(process.env, variables);
  const printed = [];
  const write = (...values) => void printed.push(values.map(textOf).join(' '));
  const own = { ...console };
  Object.assign(console, { log: write, info: write, debug: write, warn: write, error: write });
  Object.assign(globalThis, globals(write));
  // Where there is one, axios takes it.
  if (readFileSync(`${folder}/${module}`, 'utf8').includes('new XMLHttpRequest'))
    Object.assign(globalThis, { XMLHttpRequest });
  else delete globalThis.XMLHttpRequest;
  try {
    const values = valuesFor(context, side);
    const { default: drive } = await import(pathToFileURL(driver).href);
    const returned = await drive(loaderOf(folder, module), values);
    // A module that exports nothing runs by itself.
    await idle(returned.length === 0);
    if (current.unhandled.length > 0) throw current.unhandled[0];
    // What of it is no JSON is no output: a stream, a whole response.
    return JSON.parse(
      JSON.stringify({ returned: returned.map(plainOf), printed }).replaceAll(BASE, context.baseUrl),
    );
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: inspect(error) };
    throw Object.assign(new Error(message.replaceAll(BASE, context.baseUrl)), { name });
  } finally {
    Object.assign(console, own);
    hasToken.push(...current.hasToken);
  }
}

function textOf(value) {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return typeof value === 'string' ? value : inspect(value);
}

/** Of a client's response: its status and its body. */
function plainOf(value) {
  try {
    JSON.stringify(value);
    return value;
  } catch {
    const { status, data, body } = value;
    return { status, data, body };
  }
}

/** Loads the sample, and packages as it does. */
function loaderOf(folder, module) {
  const packages = createRequire(`${folder}/${module}`);
  return Object.assign(() => load(folder, module), { package: (name) => packages(name) });
}

/** A fresh instance of the sample's module. */
async function load(folder, module) {
  if (module.endsWith('.mjs')) return import(`${pathToFileURL(`${folder}/${module}`).href}?${loads++}`);
  const path = `${folder}/${module}`;
  delete require.cache[path];
  const exported = require(path);
  return typeof exported === 'function' ? Object.assign({ default: exported }, exported) : exported;
}

async function answer(request, response, { fetch, baseUrl, token }) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (!['connection', 'host', 'transfer-encoding', 'content-length', 'expect'].includes(name))
      headers.set(name, String(value));
  current.hasToken.push(request.headers['x-connectfi-token'] !== undefined);
  // Where the code leaves the token to its surroundings, they add it.
  headers.set('x-connectfi-token', token);
  const { method } = request;
  const body = Buffer.concat(chunks);
  const answered = await fetch(baseUrl + request.url, {
    method,
    headers,
    redirect: 'manual',
    ...(body.length > 0 && { body }),
  });
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
}

/** Until no request is under way; what runs by itself has to begin one first. */
async function idle(isAlone) {
  const isQuiet = () => current.open === 0 && performance.now() - current.lastAt > IDLE_MS;
  if (isAlone) while (current.hasToken.length === 0 || !isQuiet()) await delay(IDLE_MS / 4);
  while (current.open > 0) await delay(1);
}

/** What samples are given, by the names that the drivers use. */
function valuesFor(context, side) {
  const { customerId, slotIds, files, applicationId, entityId } = context;
  Object.assign(process.env, { CONNECTFI_APPLICATION_ID: applicationId, CONNECTFI_ENTITY_ID: entityId });
  const prefix = side === 'before' ? '' : '/akepa';
  const call = async (path, init) => {
    const response = await context.fetch(context.baseUrl + prefix + path, {
      method: 'POST',
      ...init,
      headers: { 'x-connectfi-token': context.token, ...init?.headers },
    });
    const answered = await response.json();
    if (!response.ok)
      throw Object.assign(new Error(`${answered.code}: ${answered.message}`), { name: 'PrepareError' });
    return answered.data.id;
  };
  const document = { workflow: 'PERSONAL', name: 'licence', extension: 'jpg', type: 'license' };
  const generated = () =>
    call('/document/generate', {
      ...(side === 'after' && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(document),
      }),
    });
  const form = async (file = files[0], name = 'front.jpg') => {
    const body = new FormData();
    body.append('file', await openAsBlob(file), name);
    return body;
  };
  return {
    ...context,
    base: BASE,
    token: TOKEN,
    customerId,
    slots: slotIds,
    slot: slotIds[0],
    file: files[0],
    form,
    angularHttp,
    rtkEndpoint,
    /** An id that has no file yet. */
    generated,
    /** An id whose file is there. */
    async uploaded(index = 0) {
      const id = await generated();
      await call(`/document/upload/${id}`, { body: await form(files[index]) });
      return id;
    },
    /** Calls every handler of what a component renders. */
    async press(element) {
      const file = new File([await openAsBlob(files[0])], 'front.jpg');
      const event = { target: { files: [file] } };
      for (const handler of handlersOf(element)) await handler(event);
    },
  };
}

function handlersOf(element) {
  if (Array.isArray(element)) return element.flatMap(handlersOf);
  if (!element?.props) return [];
  const { props, children } = element;
  const own = Object.entries(props).flatMap(([name, value]) =>
    /^on[A-Z]/.test(name) && typeof value === 'function' ? [value] : [],
  );
  return [...own, ...handlersOf(children)];
}

/** What stands around a sample: a page, a framework, helpers of its project. */
function globals(write) {
  const decorator = () => () => undefined;
  return {
    React: { createElement: (type, props, ...children) => ({ type, props: props ?? {}, children }) },
    window: { CONNECTFI_BASE: BASE, CONNECTFI_BASE_URL: BASE },
    localStorage: { getItem: () => TOKEN },
    CONNECTFI_BASE_URL: BASE,
    token: TOKEN,
    auth: () => ({ 'x-connectfi-token': TOKEN }),
    alert: write,
    next: write,
    upload: write,
    Injectable: decorator,
    Retry: decorator,
  };
}
