import fc from 'fast-check';

import type { Ids } from './ids.js';
import { oddBytes, oddText } from './odd.js';
import type { Odd } from './requests.js';

/** A request as correct HTTP/1.1, however odd what it carries. */
export function serialized({ method, path, headers, body }: Odd): Buffer {
  const { pathname, search } = new URL(`http://127.0.0.1${path}`);
  const lines = [
    `${method} ${pathname}${search} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: close',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body ? [`Content-Length: ${body.length}`] : []),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body ?? Buffer.alloc(0)]);
}

/** Bytes that are no correct HTTP, or that end too early. */
export function brokenHttp(ids: Ids): fc.Arbitrary<Buffer> {
  const token = `x-connectfi-token: ${ids.token}`;
  const start = fc.constantFrom(
    ...['POST /akepa/status HTTP/1.1', 'POST /akepa/status', 'POST /akepa/status HTTP/9.9', ' / HTTP/1.1'],
    ...['post /akepa/status HTTP/1.1', 'GET  HTTP/1.1', 'CONNECT x:1 HTTP/1.1', 'POST http://[::1 HTTP/1.1'],
    ...[
      'POST /document/generate HTTP/1.1',
      `POST /document/upload/${ids.separate} HTTP/1.1`,
      'PRI * HTTP/2.0',
    ],
    ...[`GET /customer/kyc/status/${ids.individual} HTTP/1.1`, 'OPTIONS * HTTP/1.1', 'GET \\ HTTP/1.1', ''],
  );
  const header = fc.oneof(
    fc.constantFrom(
      ...['Host: 127.0.0.1', 'Host: 127.0.0.1', 'Host: a b', 'Host: [', token, token, 'Connection: close'],
      ...['Content-Length: 5', 'Content-Length: -1', 'Content-Length: 1e3', 'Content-Length: 99999999999'],
      ...[
        'Transfer-Encoding: chunked',
        'Transfer-Encoding: x',
        'Expect: 100-continue',
        'Expect: x',
        ' folded',
      ],
      ...[
        'Content-Type: application/json',
        'Content-Type: multipart/form-data; boundary=x',
        'Upgrade: websocket',
      ],
      ...['no colon', ': no name', 'Bad Name: x', 'X-Null: \0', `X-Long: ${'a'.repeat(20_000)}`],
    ),
    oddText.map((text) => `X-Odd: ${text}`),
  );
  const body = fc.oneof(
    oddBytes,
    fc
      .constantFrom('', '5\r\n{"a":', 'zz\r\n', '0\r\n\r\n', '-1\r\n', 'ffffffffffffffffff\r\n', '--x\r\n')
      .map((text) => Buffer.from(text)),
  );
  const request = fc
    .record({
      start,
      headers: fc.array(header, { maxLength: 6 }),
      end: fc.constantFrom('\r\n\r\n', '\n\n', '\r\n'),
      body,
    })
    .map(({ start: line, headers, end, body: rest }) =>
      Buffer.concat([Buffer.from([line, ...headers].join('\r\n') + end), rest]),
    );
  // Several on one connection: what follows a broken one must not be taken for a good one.
  return fc.oneof(
    request,
    fc.tuple(request, request).map((both) => Buffer.concat(both)),
    oddBytes,
  );
}
