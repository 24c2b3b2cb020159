import { STATUS_CODES } from 'node:http';

import type { ReadBody } from '../body.js';
import type { Exchange } from '../exchange.js';
import { hider, redactHeaders, redactJson, redactUrl } from './redact.js';

/** Sizes that are not known. */
const UNKNOWN = -1;
const HTTP_VERSION = 'HTTP/1.1';

/** A call as JSON of an `entry` of HAR 1.2, without tokens, passwords, and the bytes and names of files. */
export function entryText(exchange: Exchange): string {
  const hide = hider(exchange.requestHeaders);
  return JSON.stringify(entryOf(exchange), (_key, value: unknown) =>
    typeof value === 'string' ? hide(value) : value,
  );
}

function entryOf(exchange: Exchange): object {
  const { method, requestHeaders, body, duration, startedAt } = exchange;
  const url = redactUrl(exchange.url);
  return {
    startedDateTime: new Date(startedAt).toISOString(),
    time: duration,
    request: {
      method,
      url: url.href,
      httpVersion: HTTP_VERSION,
      cookies: [],
      headers: redactHeaders(requestHeaders),
      queryString: [...url.searchParams].map(([name, value]) => ({ name, value })),
      ...postData(exchange, body),
      headersSize: UNKNOWN,
      bodySize: lengthOf(requestHeaders),
    },
    response: responseOf(exchange),
    cache: {},
    timings: { send: 0, wait: duration, receive: 0 },
  };
}

function postData(exchange: Exchange, body: ReadBody): object {
  if (body.kind === 'none') return {};
  const mimeType = exchange.requestHeaders.get('content-type') ?? '';
  if (body.kind === 'json') return { postData: { mimeType, text: jsonText(exchange, body.text) } };
  const params = body.files.map(({ name, contentType, sha256, size }) => ({
    name,
    value: `sha256:${sha256} ${size} bytes`,
    contentType,
  }));
  return { postData: { mimeType, params } };
}

function responseOf(exchange: Exchange): object {
  const { status, responseHeaders, responseText } = exchange;
  const size = Buffer.byteLength(responseText);
  return {
    status,
    statusText: STATUS_CODES[status] ?? '',
    httpVersion: HTTP_VERSION,
    cookies: [],
    headers: redactHeaders(responseHeaders),
    content: {
      size,
      mimeType: responseHeaders.get('content-type') ?? '',
      text: responseText === '' ? '' : jsonText(exchange, responseText),
    },
    redirectURL: '',
    headersSize: UNKNOWN,
    bodySize: size,
    ...(status === 0 && { comment: 'Not answered' }),
  };
}

function lengthOf(headers: Headers): number {
  const length = Number(headers.get('content-length') ?? NaN);
  return Number.isInteger(length) ? length : UNKNOWN;
}

/** Only the login has passwords and tokens in its bodies. */
function jsonText({ endpoint }: Exchange, text: string): string {
  return endpoint === 'auth' ? redactJson(text) : text;
}
