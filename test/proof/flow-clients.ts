/** How a client is used in a generated flow: what it imports, and each kind of call as an expression of its parsed answer. */
export interface FlowClient {
  readonly imports: readonly string[];
  /** Statements at the top of the module. */
  readonly setup: readonly string[];
  /** `body` is an object literal as text; undefined for a POST without one. */
  post(path: string, body: string | undefined): string;
  get(path: string): string;
  /** Sends the form that `form` makes of a path. */
  upload(path: string, file: string): string;
}

const HEADERS = `{ 'x-connectfi-token': token }`;
const JSON_HEADERS = `{ 'Content-Type': 'application/json', 'x-connectfi-token': token }`;
const TOKEN_LINE = 'const token = process.env.CONNECTFI_TOKEN;';
const BASE_LINE = 'const BASE = process.env.CONNECTFI_BASE_URL;';
/** A helper as projects have it. */
const FORM = [
  'async function formOf(path) {',
  '  const form = new FormData();',
  "  form.append('file', await openAsBlob(path), 'scan.jpg');",
  '  return form;',
  '}',
];
const NODE_FORM = [
  'function formOf(path) {',
  '  const form = new FormData();',
  "  form.append('file', createReadStream(path), 'scan.jpg');",
  '  return form;',
  '}',
];
const OPEN_AS_BLOB = "import { openAsBlob } from 'node:fs';";

/** Writes `${BASE}/path`, `BASE + '/path'` and the like. */
export type UrlForm = (path: string) => string;

/** `/a/${b}` as `'/a/'` and `b`. */
function termsOf(path: string): string[] {
  return path.split(/\$\{(\w+)\}/).flatMap((part, index) => {
    if (part === '') return [];
    return index % 2 === 0 ? [`'${part}'`] : [part];
  });
}

export const URL_FORMS: Readonly<Record<string, UrlForm>> = {
  template: (path) => `\`\${BASE}${path}\``,
  sum: (path) => ['BASE', ...termsOf(path)].join(' + '),
  'template in a call of URL': (path) => `new URL(\`${path}\`, BASE).href`,
};

/** Every way of calling, by name. */
export const CLIENTS: Readonly<Record<string, (url: UrlForm) => FlowClient>> = {
  'axios verbs': (url) => ({
    imports: [
      "import { createReadStream } from 'node:fs';",
      "import axios from 'axios';",
      "import FormData from 'form-data';",
    ],
    setup: [BASE_LINE, TOKEN_LINE, ...NODE_FORM],
    post: (path, body) => `(await axios.post(${url(path)}, ${body ?? 'null'}, { headers: ${HEADERS} })).data`,
    get: (path) => `(await axios.get(${url(path)}, { headers: ${HEADERS} })).data`,
    upload: (path, file) => `(await axios.post(${url(path)}, formOf(${file}), { headers: ${HEADERS} })).data`,
  }),
  'axios configs': (url) => ({
    imports: [OPEN_AS_BLOB, "import axios from 'axios';"],
    setup: [BASE_LINE, TOKEN_LINE, ...FORM],
    post: (path, body) =>
      `(await axios({ method: 'POST', url: ${url(path)}, headers: ${HEADERS}${body ? `, data: ${body}` : ''} })).data`,
    get: (path) => `(await axios.request({ url: ${url(path)}, headers: ${HEADERS} })).data`,
    upload: (path, file) =>
      `(await axios.request({ method: 'post', url: ${url(path)}, headers: ${HEADERS}, data: await formOf(${file}) })).data`,
  }),
  'an axios instance': () => ({
    imports: [OPEN_AS_BLOB, "import axios from 'axios';"],
    setup: [
      'const api = axios.create({',
      '  baseURL: process.env.CONNECTFI_BASE_URL,',
      "  headers: { 'x-connectfi-token': process.env.CONNECTFI_TOKEN },",
      '});',
      ...FORM,
    ],
    post: (path, body) => `(await api.post(\`${path}\`${body ? `, ${body}` : ''})).data`,
    get: (path) => `(await api.get(\`${path}\`)).data`,
    upload: (path, file) => `(await api.post(\`${path}\`, await formOf(${file}))).data`,
  }),
  fetch: (url) => ({
    imports: [OPEN_AS_BLOB],
    setup: [
      BASE_LINE,
      TOKEN_LINE,
      ...FORM,
      'async function answerOf(response) {',
      '  if (!response.ok) throw new Error(`connectFi: ${response.status}`);',
      '  return response.json();',
      '}',
    ],
    post: (path, body) =>
      body
        ? `await answerOf(await fetch(${url(path)}, { method: 'POST', headers: ${JSON_HEADERS}, body: JSON.stringify(${body}) }))`
        : `await answerOf(await fetch(${url(path)}, { method: 'POST', headers: ${HEADERS} }))`,
    get: (path) => `await answerOf(await fetch(${url(path)}, { headers: ${HEADERS} }))`,
    upload: (path, file) =>
      `await answerOf(await fetch(${url(path)}, { method: 'POST', headers: ${HEADERS}, body: await formOf(${file}) }))`,
  }),
  'got on an instance': () => ({
    imports: [OPEN_AS_BLOB, "import got from 'got';"],
    setup: [
      'const api = got.extend({',
      '  prefixUrl: process.env.CONNECTFI_BASE_URL,',
      "  headers: { 'x-connectfi-token': process.env.CONNECTFI_TOKEN },",
      '  retry: { limit: 0 },',
      '});',
      ...FORM,
    ],
    post: (path, body) => `await api.post(\`${path.slice(1)}\`${body ? `, { json: ${body} }` : ''}).json()`,
    get: (path) => `await api.get(\`${path.slice(1)}\`).json()`,
    upload: (path, file) => `await api.post(\`${path.slice(1)}\`, { body: await formOf(${file}) }).json()`,
  }),
  ky: (url) => ({
    imports: [OPEN_AS_BLOB, "import ky from 'ky';"],
    setup: [BASE_LINE, TOKEN_LINE, ...FORM],
    post: (path, body) =>
      `await ky.post(${url(path)}, { headers: ${HEADERS}, retry: 0${body ? `, json: ${body}` : ''} }).json()`,
    get: (path) => `await ky(${url(path)}, { headers: ${HEADERS}, retry: 0 }).json()`,
    upload: (path, file) =>
      `await ky.post(${url(path)}, { headers: ${HEADERS}, retry: 0, body: await formOf(${file}) }).json()`,
  }),
  superagent: (url) => ({
    imports: ["import superagent from 'superagent';"],
    setup: [BASE_LINE, TOKEN_LINE],
    post: (path, body) =>
      `(await superagent.post(${url(path)}).set('x-connectfi-token', token)${body ? `.send(${body})` : ''}).body`,
    get: (path) => `(await superagent.get(${url(path)}).set('x-connectfi-token', token)).body`,
    upload: (path, file) =>
      `(await superagent.post(${url(path)}).set('x-connectfi-token', token).attach('file', ${file}, 'scan.jpg')).body`,
  }),
  undici: (url) => ({
    imports: [OPEN_AS_BLOB, "import { FormData, request } from 'undici';"],
    setup: [
      BASE_LINE,
      TOKEN_LINE,
      ...FORM,
      'async function answerOf({ statusCode, body }) {',
      '  const answer = await body.json();',
      '  if (statusCode >= 400) throw new Error(`connectFi: ${answer.code}`);',
      '  return answer;',
      '}',
    ],
    post: (path, body) =>
      body
        ? `await answerOf(await request(${url(path)}, { method: 'POST', headers: ${JSON_HEADERS}, body: JSON.stringify(${body}) }))`
        : `await answerOf(await request(${url(path)}, { method: 'POST', headers: ${HEADERS} }))`,
    get: (path) => `await answerOf(await request(${url(path)}, { headers: ${HEADERS} }))`,
    upload: (path, file) =>
      `await answerOf(await request(${url(path)}, { method: 'POST', headers: ${HEADERS}, body: await formOf(${file}) }))`,
  }),
};
