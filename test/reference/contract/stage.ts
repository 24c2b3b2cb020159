import { createApp, type ReferenceApp } from '../../../src/reference/app.js';
import { createStore, type Store } from '../../../src/reference/store.js';
import type { Announced, Answer, Basis, Call, Part, Row } from './row.js';

/** Where the steps of a row happen: a reference, and names for the ids that it makes. */
export interface Stage {
  readonly app: ReferenceApp;
  /** Calls it; `{name}` stands for what was named. */
  send(call: Call): Promise<Answer>;
  /** @throws {Error} for an answer other than 200 */
  succeed(call: Call): Promise<unknown>;
  name(name: string, value: string): void;
}

/** What one run of a row showed. */
export interface Shown {
  readonly answer: Answer;
  readonly contentType: string | null;
  /** Which behaviours the answer relied on, in the table's terms. */
  readonly relied: readonly Basis[];
  readonly announced: readonly Announced[];
  /** How often the store was to be saved. */
  readonly saves: number;
  /** The row's expectations, its `{name}`s replaced. */
  readonly expected: { readonly answer: Answer; readonly announced: readonly Announced[] };
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Runs a row in a store of its own.
 *
 * @param isStrict whether the call, not the steps before it, meets `strictDocumented`
 */
export async function run(row: Row, isStrict: boolean): Promise<Shown> {
  const store = createStore();
  const relied: Basis[] = [];
  const announced: Announced[] = [];
  let saves = 0;
  const options = {
    ...row.options,
    store,
    clock: 'fixed',
    onBehaviour: (id: Basis) => relied.push(id),
    persist: () => Promise.resolve(void saves++),
    post: (url: unknown, init?: RequestInit) => {
      const sent: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
      announced.push({ url: String(url), body: sent });
      return Promise.resolve(new Response());
    },
  } as const;
  const app = createApp(options);
  const names = new Map([
    ['token', app.issueToken()],
    ['expired', app.issueExpiredToken()],
  ]);
  const stage = createStage(app, names);
  for (const step of row.given ?? []) await step(stage);
  await app.settled();
  relied.length = 0;
  announced.length = 0;
  saves = 0;

  const before = contents(store);
  const called = isStrict ? createApp({ ...options, strictDocumented: true }) : app;
  const response = await called.fetch(toRequest(row.call, names));
  const body: unknown = await response.json();
  await called.settled();
  return {
    answer: { status: response.status, body },
    contentType: response.headers.get('content-type'),
    relied: [...relied],
    announced: [...announced],
    saves,
    expected: {
      answer: { status: row.answer.status, body: named(row.answer.body, names) },
      announced: (row.announced ?? []).map(({ url, body: sent }) => ({ url, body: named(sent, names) })),
    },
    before,
    after: contents(store),
  };
}

function createStage(app: ReferenceApp, names: Map<string, string>): Stage {
  async function send(call: Call): Promise<Answer> {
    const response = await app.fetch(toRequest(call, names));
    return { status: response.status, body: await response.json() };
  }
  return {
    app,
    send,
    name: (name, value) => void names.set(name, value),
    async succeed(call) {
      const { status, body } = await send(call);
      if (status !== 200) throw new Error(`${call.line} answered ${status} ${JSON.stringify(body)}`);
      return body;
    },
  };
}

function toRequest({ line, json, text, parts, headers }: Call, names: ReadonlyMap<string, string>): Request {
  const [method = '', path = ''] = line.split(' ');
  const sent = new Headers({ 'x-connectfi-token': '{token}' });
  if (json !== undefined) sent.set('content-type', 'application/json');
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (value === undefined) sent.delete(name);
    else sent.set(name, value);
  }
  for (const [name, value] of sent) sent.set(name, filled(value, names));
  return new Request(`http://127.0.0.1${filled(path, names)}`, {
    method,
    headers: sent,
    ...(json !== undefined && { body: Buffer.from(JSON.stringify(named(json, names))) }),
    ...(text !== undefined && { body: Buffer.from(text) }),
    ...(parts && { body: formOf(parts) }),
  });
}

function formOf(parts: readonly Part[]): FormData {
  const form = new FormData();
  for (const { name, fileName, bytes } of parts)
    form.append(name, new Blob([Buffer.from(bytes, 'latin1')]), fileName);
  return form;
}

/** Replaces `{name}` in every text of a value; matchers stay as they are. */
function named(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return filled(value, names);
  if (Array.isArray(value)) return value.map((item) => named(item, names));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, named(item, names)]));
}

function filled(text: string, names: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\{([a-zA-Z.0-9]+)\}/g, (_whole, name: string) => {
    const value = names.get(name);
    if (value === undefined) throw new Error(`No step has named ${name}`);
    return value;
  });
}

/** What a refused call must not change; only the count of ids made goes on. */
function contents(store: Store): unknown {
  return structuredClone({ ...store, minted: 0 });
}
