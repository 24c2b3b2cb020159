// What both programs are made of: `node old.mjs CLIENT STYLE`, with the client that calls and how it shows what it got.
import { openAsBlob, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const [, , client = 'fetch', style = 'throw'] = process.argv;
const { env } = process;

export const customerId = env.CONNECTFI_CUSTOMER_ID;
export const entityId = env.CONNECTFI_ENTITY_ID;
export const applicationId = env.CONNECTFI_APPLICATION_ID;
export const slots = JSON.parse(env.CONNECTFI_SLOT_IDS);
export const files = JSON.parse(env.CONNECTFI_FILES);
export const isUploading = env.CONNECTFI_SCENARIO !== 'link-before-upload';

const send = {
  async fetch(method, url, headers, body) {
    const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
    const data = await response.json();
    if (!response.ok) throw Object.assign(new Error(`answered ${response.status}`), { response: { data } });
    return data;
  },
  async axios(method, url, headers, data) {
    const { default: axios } = await import('axios');
    return (await axios.request({ method, url, headers, data })).data;
  },
  async got(method, url, headers, body) {
    const { default: got } = await import('got');
    return got(url, { method, headers, ...(body !== undefined && { body }), retry: { limit: 0 } }).json();
  },
  async ky(method, url, headers, body) {
    const { default: ky } = await import('ky');
    return ky(url, { method, headers, ...(body !== undefined && { body }), retry: 0 }).json();
  },
  async superagent(method, url, headers, body, file) {
    const { default: superagent } = await import('superagent');
    const request = superagent(method, url).set(headers);
    if (file) return (await request.attach('file', file)).body;
    return (await (body === undefined ? request : request.send(body))).body;
  },
}[client];

/** Calls the server with a JSON body, or the path of a file. */
export async function call(method, path, body) {
  const file = typeof body === 'string' ? body : undefined;
  const headers = {
    'x-connectfi-token': env.CONNECTFI_TOKEN,
    ...(body !== undefined && file === undefined && { 'Content-Type': 'application/json' }),
  };
  const content = file === undefined ? body && JSON.stringify(body) : await formOf(file, headers);
  const answer = await send(method, env.CONNECTFI_BASE_URL + path, headers, content, file);
  if (style === 'vendor') console.log(JSON.stringify(answer));
  if (style === 'log') console.log(answer);
  if (style === 'pretty') console.log(JSON.stringify(answer.data, null, 2));
  return answer.data;
}

async function formOf(file, headers) {
  if (client === 'superagent') return undefined;
  if (client === 'axios' || client === 'got') {
    const { default: FormData } = await import('form-data');
    const form = new FormData();
    form.append('file', readFileSync(file), basename(file));
    Object.assign(headers, form.getHeaders());
    return client === 'got' ? form.getBuffer() : form;
  }
  const form = new FormData();
  form.append('file', await openAsBlob(file), basename(file));
  return form;
}

/** Runs a flow, and shows its error in the style asked for. */
export async function run(flow) {
  if (style === 'throw') return flow();
  try {
    await flow();
  } catch (err) {
    if (style === 'vendor') {
      console.log({
        errCode: err.code,
        responseStatus: err.response && err.response.status,
        data: err.response && JSON.stringify(err.response.data),
      });
      return;
    }
    if (style === 'log') console.log(err);
    if (style === 'inspect') console.error('failed', err);
    if (style === 'data') console.error(err.response.data);
    if (style === 'message') console.error(err.message);
    process.exitCode = 3;
  }
}
