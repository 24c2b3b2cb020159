import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type FilePart, readFiles, readJson } from '../../src/reference/body.js';

const TYPE = 'multipart/form-data; boundary=b';
const HEAD = part('name="file"; filename="front.jpg"');
const LIMIT = 1000;

/** The head of a part, up to its content. */
function part(parameters: string, ...headers: readonly string[]): string {
  return ['--b', `Content-Disposition: form-data; ${parameters}`, ...headers, '', ''].join('\r\n');
}

/** A request whose body arrives in pieces of `step` bytes. */
function request(text: string, type = TYPE, step = 16_384): Request {
  const bytes = Buffer.from(text, 'latin1');
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += step) controller.enqueue(bytes.subarray(at, at + step));
      controller.close();
    },
  });
  return new Request('http://x/', {
    method: 'POST',
    headers: { 'Content-Type': type },
    body,
    duplex: 'half',
  });
}

async function filesOf(text: string, type?: string, step?: number): Promise<readonly FilePart[] | undefined> {
  const body = await readFiles(request(text, type, step), LIMIT);
  return body.kind === 'multipart' ? body.files : undefined;
}

describe.each([1, 7, 16_384])('in pieces of %d bytes', (step) => {
  test('a file is read as its hash, size, extension and signature', async () => {
    const content = '\u00FF\u00D8\u00FF hello';
    const text = `${part('name="file"; filename="My front.JPG"', 'Content-Type: image/jpeg')}${content}\r\n--b--\r\n`;
    expect(await filesOf(text, TYPE, step)).toEqual([
      {
        name: 'file',
        contentType: 'image/jpeg',
        sha256: createHash('sha256').update(content, 'latin1').digest('hex'),
        size: 9,
        extension: 'jpg',
        signature: 'jpg',
      },
    ]);
  });

  test.each([
    ['nothing', ''],
    ['no end after the content', `${HEAD}hello`],
    ['half of an end', `${HEAD}hello\r\n--b`],
    ['an end within the head of a part', '--b\r\nContent-Dispo'],
    ['an end after the head of a part', HEAD],
    ['an end within a second file', `${HEAD}hello\r\n${HEAD}hel`],
    ['another boundary', `${HEAD}hello\r\n--b--\r\n`.replaceAll('--b', '--c')],
    ['bare line feeds', `${HEAD}hello\r\n--b--\r\n`.replaceAll('\r\n', '\n')],
  ])('no whole body: %s', async (_name, text) => {
    expect(await filesOf(text, TYPE, step)).toBeUndefined();
  });

  test.each([
    ['no part', '--b--\r\n'],
    ['a field called file', `${part('name="file"')}hello\r\n--b--\r\n`],
    ['no Content-Disposition', '--b\r\nContent-Type: image/jpeg\r\n\r\nhello\r\n--b--\r\n'],
    [
      'a field in a charset that there is not',
      `${part('name="a"', 'Content-Type: text/plain; charset=zz')}x\r\n--b--`,
    ],
    [
      'a body in the body',
      `${part('name="file"', 'Content-Type: multipart/mixed; boundary=c')}--c\r\nContent-Disposition: file; filename="a.jpg"\r\n\r\nx\r\n--c--\r\n--b--\r\n`,
    ],
  ])('no file: %s', async (_name, text) => {
    expect(await filesOf(text, TYPE, step)).toEqual([]);
  });

  test.each([
    ['filename="a.tar.gz"', 'gz'],
    ['filename="a"', undefined],
    ['filename=""', undefined],
    ['filename="a."', undefined],
    ['filename="..\\..\\a.PNG"', 'png'],
    ['filename="../../a.png"', 'png'],
    ['filename="a.waytoolongtobeone"', undefined],
    ['filename="a.jpg\0"', undefined],
    ["filename*=UTF-8''%E2%82%AC%20rates.jpg", 'jpg'],
    ["filename*=utf-8''%ff%fe.png", 'png'],
    ["filename*=zz''%zz%", undefined],
    ['filename="Zo\u00C3\u00AB \u00F0\u009F\u0091\u008B.pdf"', 'pdf'],
  ])('the extension of %s', async (fileName, extension) => {
    const files = await filesOf(`${part(`name="file"; ${fileName}`)}x\r\n--b--\r\n`, TYPE, step);
    expect(files).toMatchObject([{ name: 'file', size: 1, extension }]);
  });
});

test.each([
  ['no boundary', 'multipart/form-data'],
  ['an empty boundary', 'multipart/form-data; boundary='],
  ['multipart/mixed', 'multipart/mixed; boundary=b'],
  ['URL-encoded fields', 'application/x-www-form-urlencoded'],
  ['JSON', 'application/json'],
  ['a type that is none', ';;;'],
])('no multipart body: %s', async (_name, type) => {
  expect(await filesOf(`${HEAD}hello\r\n--b--\r\n`, type)).toBeUndefined();
});

test('a file without bytes, or without a name of its part, is a file', async () => {
  expect(await filesOf(`${HEAD}\r\n--b--\r\n`)).toMatchObject([{ name: 'file', size: 0, extension: 'jpg' }]);
  expect(await filesOf(`${part('filename="a.jpg"')}x\r\n--b--\r\n`)).toMatchObject([{ name: '', size: 1 }]);
});

test('what stands around the parts is ignored', async () => {
  const text = `preamble\r\n${HEAD}hello\r\n--b--\r\n${'epilogue'.repeat(10_000)}`;
  expect(await filesOf(text)).toMatchObject([{ size: 5 }]);
});

test.each([
  [
    'a part that is no form field',
    `--b\r\nContent-Disposition: file\r\n\r\n${'x'.repeat(70_000)}\r\n--b--\r\n`,
  ],
  [
    'one file too many',
    `${`${HEAD}${'x'.repeat(900)}\r\n`.repeat(4)}${HEAD}${'x'.repeat(70_000)}\r\n--b--\r\n`,
  ],
])('%s, larger than any buffer, is read to its end', async (_, text) => {
  // All of it at once, as from a fast client.
  const files = await filesOf(text, TYPE, text.length);
  expect(files?.length ?? 0).not.toBe(1);
});

test('the limit is of one file, to the byte', async () => {
  const body = (size: number): Request => request(`${HEAD}${'x'.repeat(size)}\r\n--b--\r\n`);
  expect(await readFiles(body(LIMIT), LIMIT)).toMatchObject({ files: [{ size: LIMIT }] });
  await expect(readFiles(body(LIMIT + 1), LIMIT)).rejects.toMatchObject({ name: 'Refusal', status: 413 });
});

test('thousands of parts, heads and fields are read to the end, and more than one file is seen as such', async () => {
  expect(await filesOf(`${`${HEAD}x\r\n`.repeat(5000)}--b--\r\n`)).toHaveLength(4);
  expect(await filesOf(`${`${part('name="a"')}x\r\n`.repeat(5000)}--b--\r\n`)).toEqual([]);
  expect(
    await filesOf(`${part('name="file"', ...Array<string>(5000).fill('X-A: b'))}x\r\n--b--\r\n`),
  ).toEqual([]);
  const long = 'a'.repeat(200_000);
  expect(await filesOf(`${part(`name="file"; filename="${long}.jpg"`)}x\r\n--b--\r\n`)).toHaveLength(1);
});

test('a body that breaks off with an error has no file', async () => {
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(Buffer.from(`${HEAD}hello`));
      controller.error(new Error('aborted'));
    },
  });
  const headers = { 'Content-Type': TYPE };
  const broken = new Request('http://x/', { method: 'POST', headers, body, duplex: 'half' });
  expect(await readFiles(broken, LIMIT)).toEqual({ kind: 'none' });
});

test('whatever is made of the pieces of a body: it is read, or it is none, and nothing escapes', async () => {
  const piece = fc.constantFrom(
    ...[
      '--b',
      '--b--',
      '\r\n',
      '\r',
      '\n',
      '\r\n\r\n',
      '--',
      'hello',
      '\0',
      '"',
      ';',
      ': ',
      '\u00FF\u00D8\u00FF',
    ],
    ...[
      HEAD,
      part('name="file"'),
      `\r\n${HEAD}`,
      '\r\n--b--\r\n',
      "filename*=utf-8''%e2",
      'Content-Type: ',
      'charset=',
    ],
  );
  const text = fc
    .array(fc.oneof(piece, piece, fc.string({ unit: 'binary-ascii' })))
    .map((pieces) => pieces.join(''));
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 64 }), async (body, step) => {
      const files = await filesOf(body, TYPE, step);
      for (const { sha256 } of files ?? []) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }),
    { numRuns: 3000 },
  );
});

test('a JSON body nested a hundred thousand levels deep is no value, and no crash', async () => {
  const text = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(await readJson(request(text, 'application/json'), 1_000_000)).toEqual({
    kind: 'json',
    text,
    value: undefined,
  });
});
