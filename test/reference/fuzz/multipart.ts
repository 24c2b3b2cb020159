import fc from 'fast-check';

import { oddBytes, oddText } from './odd.js';

/** A multipart body and the header that it is sent with. */
export interface Multipart {
  readonly contentType: string;
  readonly bytes: Buffer;
}

interface Part {
  readonly disposition: string;
  readonly headers: string;
  readonly content: Buffer;
}

type End = 'closed' | 'open' | 'cut' | 'none';

const BOUNDARY = '----akepa0123456789';
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]);

const fileName = fc.oneof(
  fc.constantFrom('licence.jpg', 'licence', '../../etc/passwd', 'C:\\licence.png', '.jpg', 'a.jpg\0.png'),
  oddText,
);

const disposition = fc
  .record({
    kind: fc.constantFrom('form-data', 'form-data', 'form-data', 'attachment', '', 'file'),
    name: fc.option(fc.oneof(fc.constantFrom('file', 'file', 'FILE', 'file[]', 'document'), oddText)),
    fileName: fc.option(fileName),
    isExtended: fc.boolean(),
  })
  .map(({ kind, name, fileName: file, isExtended }) =>
    [
      kind,
      ...(name === null ? [] : [`name="${name}"`]),
      ...(file === null ? [] : [isExtended ? `filename*=UTF-8''${file}` : `filename="${file}"`]),
    ].join('; '),
  );

const part: fc.Arbitrary<Part> = fc.record({
  disposition: fc.oneof(fc.constant('form-data; name="file"; filename="licence.jpg"'), disposition),
  headers: fc.constantFrom(
    ...[
      '',
      '',
      'Content-Type: image/jpeg\r\n',
      'Content-Type: \r\n',
      'Content-Type: text/plain; charset=x\r\n',
    ],
    ...['Content-Transfer-Encoding: base64\r\n', 'Content-Transfer-Encoding: x\r\n', 'no header at all\r\n'],
    ...[`X-Long: ${'a'.repeat(90_000)}\r\n`, 'Content-Disposition: form-data; name="file"\r\n', '\0: \0\r\n'],
  ),
  content: fc.oneof(fc.constant(JPEG), oddBytes, fc.constant(Buffer.alloc(70_000, 1))),
});

const contentType = fc.oneof(
  { weight: 6, arbitrary: fc.constant(`multipart/form-data; boundary=${BOUNDARY}`) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary=""'],
      ...['multipart/form-data; boundary=other', `multipart/form-data; boundary="${BOUNDARY}`, 'multipart/'],
      ...[
        'multipart/mixed; boundary=x',
        'application/json',
        'application/x-www-form-urlencoded',
        'text/plain',
      ],
      ...[`multipart/form-data; boundary=${'b'.repeat(5000)}`, `Multipart/Form-Data; BOUNDARY=${BOUNDARY}`],
    ),
  },
);

/** Multipart bodies: truncated, without end, with other boundaries, names and headers. */
export const multipart: fc.Arbitrary<Multipart> = fc
  .record({
    contentType,
    parts: fc.array(part, { maxLength: 6 }),
    end: fc.constantFrom<End>('closed', 'closed', 'open', 'cut', 'none'),
    newLine: fc.constantFrom('\r\n', '\r\n', '\r\n', '\n', ''),
    preamble: fc.constantFrom('', '', '', 'preamble\r\n', '\r\n'),
  })
  .map(({ contentType: type, parts, end, newLine, preamble }) => ({
    contentType: type,
    bytes: ended(Buffer.concat([Buffer.from(preamble), ...parts.map((row) => written(row, newLine))]), end),
  }));

function written({ disposition: text, headers, content }: Part, newLine: string): Buffer {
  const head = `--${BOUNDARY}${newLine}Content-Disposition: ${text}${newLine}${headers}${newLine}`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from(newLine)]);
}

function ended(body: Buffer, end: End): Buffer {
  switch (end) {
    case 'closed':
      return Buffer.concat([body, Buffer.from(`--${BOUNDARY}--\r\n`)]);
    case 'open':
      return Buffer.concat([body, Buffer.from(`--${BOUNDARY}`)]);
    case 'cut':
      return body.subarray(0, Math.floor(body.length / 2));
    case 'none':
      return body;
  }
}
