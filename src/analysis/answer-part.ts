import type { AnswerShape } from '../clients/client.js';

/** Other ways to the body. */
export const BODY_READERS = new Set([
  'text',
  'json',
  'blob',
  'arrayBuffer',
  'buffer',
  'bytes',
  'rawBody',
  'body',
  'pipe',
  'on',
]);

/** What the clients' response objects tell beside the body; every other name may be a part of it. */
const TRANSPORT = new Set(
  [
    ['status', 'statusCode', 'statusText', 'statusMessage', 'statusType', 'ok', 'error'],
    ['header', 'headers', 'rawHeaders', 'trailers', 'rawTrailers', 'type', 'charset', 'links'],
    ['config', 'options', 'request', 'req', 'response', 'method', 'url', 'requestUrl', 'redirectUrls'],
    ['redirect', 'redirects', 'redirected', 'bodyUsed', 'aborted', 'complete', 'isCanceled'],
    ['httpVersion', 'timings', 'timingPhases', 'ip', 'socket', 'isFromCache', 'retryCount'],
    ['info', 'clientError', 'serverError', 'accepted', 'created', 'noContent', 'badRequest'],
    ['unauthorized', 'forbidden', 'notFound', 'notAcceptable', 'unprocessableEntity'],
    ['opaque', 'context'],
  ].flat(),
);
/** The path below the parsed body; undefined for what is no part of it. */
export function bodyPath(path: readonly string[], shape: AnswerShape): readonly string[] | undefined {
  const prefix = shape.find((item) => item.every((name, index) => path[index] === name));
  return prefix && path.slice(prefix.length);
}

/** Whether the parsed body is at `path`, or below it. */
export function leadsToBody(path: readonly string[], shape: AnswerShape): boolean {
  return shape.some((prefix) => path.every((name, index) => prefix[index] === name));
}

/** What of an answer lies at `path`: `json` for the parsed body and what is below it, else `transport`. */
export function partOf(
  path: readonly string[],
  shape: AnswerShape,
): { readonly part: 'json' | 'transport'; readonly path: readonly string[] } {
  const [first, second] = path;
  const isReader = first !== undefined && BODY_READERS.has(first);
  for (const prefix of shape) {
    // `got(url, { resolveBodyOnly: true }).text()` reads the body in another way.
    if (prefix.length === 0 && isReader && second === '()') continue;
    if (prefix.every((name, index) => path[index] === name))
      return { part: 'json', path: path.slice(prefix.length) };
    // The response object itself: whoever gets it may read the body.
    if (path.every((name, index) => prefix[index] === name)) return { part: 'json', path: [] };
  }
  if (isReader) return { part: 'json', path: [] };
  // Without a shape, as of a stream, the answer is not what the call gives.
  const isTransport = shape.length === 0 || first === undefined || TRANSPORT.has(first);
  return { part: isTransport ? 'transport' : 'json', path };
}
