import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Entry } from 'har-format';
import { describe, expect, test } from 'vitest';

import { createApp, type ReferenceOptions } from '../../src/reference/index.js';
import { createHar, type Har } from '../../src/reference/trace/har.js';
import { folder, read } from '../support/folder.js';
import { harErrors, harIn } from '../support/har.js';
import { post, upload } from '../support/reference.js';

const CONTENT = Buffer.from('\u00FF\u00D8\u00FF the bytes of a licence', 'latin1');

interface Traced {
  readonly url: string;
  readonly token: string;
  readonly send: (request: Request) => Promise<Response>;
  readonly har: Har;
  readonly path: string;
  readonly entries: () => Entry[];
}

function start(options: ReferenceOptions = {}): Traced {
  const path = join(folder(), 'trace.har');
  const har = createHar(path, (error) => expect.unreachable(error.message));
  const app = createApp({ ...options, onExchange: (exchange) => har.add(exchange) });
  return {
    url: 'http://reference',
    token: app.issueToken(),
    send: (request) => app.fetch(request),
    har,
    path,
    entries: () => harIn(path).log.entries,
  };
}

test('the schema of HAR holds entries to account', () => {
  const log = { version: '1.2', creator: { name: 'a', version: '1' }, entries: [{ time: 'long' }] };
  expect(harErrors({ log })).toContain("/log/entries/0 must have required property 'request'");
});

test('after every call the file is a HAR with that call in it', async () => {
  const traced = start({ faults: [{ path: '/document/upload', nth: 2, reset: true }] });
  const isWhole = (calls: number): void => {
    const har = harIn(traced.path);
    expect(harErrors(har)).toEqual([]);
    expect(har.log.entries).toHaveLength(calls);
  };
  isWhole(0);
  const { body } = await post(traced, '/document/generate');
  isWhole(1);
  const path = `/document/upload/${String(body.data['id'])}`;
  await upload(traced, path, CONTENT);
  isWhole(2);
  await expect(upload(traced, path, CONTENT)).rejects.toThrow();
  isWhole(3);
  await post(traced, '/customer/kyc/init?a=1&a=2', { customerId: 'Zoë 👋' });
  isWhole(4);
  await post(traced, '/nowhere', {});
  isWhole(5);
  traced.har.close();
  await post(traced, '/document/generate');
  isWhole(5);

  const [generated, uploaded, reset, init, nowhere] = traced.entries();
  expect(generated).toMatchObject({
    request: { method: 'POST', url: 'http://reference/document/generate', httpVersion: 'HTTP/1.1' },
    response: { status: 200, statusText: 'OK', content: { mimeType: 'application/json; charset=utf-8' } },
  });
  expect(JSON.parse(generated?.response.content.text ?? '')).toEqual(body);
  expect(uploaded?.request.postData).toMatchObject({
    params: [
      {
        name: 'file',
        contentType: 'image/jpeg',
        value: `sha256:${createHash('sha256').update(CONTENT).digest('hex')} ${CONTENT.length} bytes`,
      },
    ],
  });
  expect(reset?.response).toMatchObject({ status: 0, content: { size: 0, text: '' } });
  expect(init?.request).toMatchObject({
    queryString: [
      { name: 'a', value: '1' },
      { name: 'a', value: '2' },
    ],
    postData: { mimeType: 'application/json', text: '{"customerId":"Zoë 👋"}' },
  });
  expect(nowhere?.response.status).toBe(404);
});

describe('nothing in it lets anybody in, and no file can be made of it', () => {
  test('tokens, logins and passwords', async () => {
    const traced = start();
    const login = { user: { login: 'ada', password: 'correct horse', requestId: '1' } };
    const { body } = await post(traced, '/auth/get-token', login);
    const issued = String(body.data['token']);
    await post({ ...traced, token: issued }, '/document/generate');
    await post({ ...traced, token: 'a-token-of-another-server' }, '/document/generate');
    await post(traced, '/document/generate', undefined, {
      Authorization: 'Bearer of-some-proxy',
      'Proxy-Authorization': 'Basic b2Ytc29tZQ==',
      Cookie: 'session=of-some-browser',
    });
    // By mistake: in the body, in the query, in a path, in a text that is no JSON.
    await post(traced, '/customer/kyc/init', { customerId: traced.token });
    await post(traced, `/document/generate?token=${issued}&a=${traced.token}`);
    await post(traced, `/document/upload/${traced.token}`);
    const headers = { 'Content-Type': 'application/json' };
    const broken = '{"user":{"login":"ada","password":"correct horse';
    await traced.send(new Request(`${traced.url}/auth/get-token`, { method: 'POST', headers, body: broken }));

    const text = readFileSync(traced.path, 'utf8');
    const secrets = [
      'correct horse',
      'a-token-of-another-server',
      'of-some-proxy',
      'b2Yt',
      'of-some-browser',
    ];
    for (const secret of [traced.token, issued, ...secrets]) expect(text).not.toContain(secret);
    const [token, , , generate] = traced.entries();
    expect(JSON.parse(token?.request.postData?.text ?? '')).toEqual({
      user: { login: 'ada', password: '(redacted)', requestId: '1' },
    });
    expect(JSON.parse(token?.response.content.text ?? '')).toMatchObject({
      code: '0',
      data: { token: '(redacted)', dtsExpireAt: expect.any(String) as string },
    });
    expect(generate?.request.headers).toContainEqual({ name: 'x-connectfi-token', value: '(redacted)' });
    expect(harErrors(harIn(traced.path))).toEqual([]);
  });

  test('the bytes and the name of a file', async () => {
    const traced = start();
    await upload(traced, '/document/upload/sdoc_1', CONTENT, 'licence of Ada Example.jpg');
    const text = readFileSync(traced.path, 'utf8');
    expect(text).not.toContain('the bytes');
    expect(text).not.toContain(CONTENT.toString('base64').slice(0, 16));
    expect(text).not.toContain('Ada Example');
    expect(text).toContain(`${CONTENT.length} bytes`);
  });
});

test('a call costs the same in a long trace as in a short one: what is there is not written again', async () => {
  const traced = start();
  await post(traced, '/document/generate');
  const early = readFileSync(traced.path, 'utf8');
  for (let n = 0; n < 500; n++) await post(traced, '/document/generate');
  expect(traced.entries()).toHaveLength(501);
  const entry = early.slice(0, early.lastIndexOf('\n]}}'));
  expect(readFileSync(traced.path, 'utf8').startsWith(entry)).toBe(true);
});

test('an earlier trace is replaced, anything else is left alone', async () => {
  const traced = start();
  await post(traced, '/document/generate');
  traced.har.close();
  createHar(traced.path, () => undefined).close();
  expect(traced.entries()).toEqual([]);

  const root = folder({ 'notes.txt': 'mine', 'other.har': '{"log":{"version":"1.2","entries":[]}}' });
  for (const file of ['notes.txt', 'other.har']) {
    const before = read(root, file);
    expect(() => createHar(join(root, file), () => undefined)).toThrow(/it is no trace of the reference$/);
    expect(read(root, file)).toBe(before);
  }
  for (const path of [root, '/dev/null', join(root, 'no', 'trace.har')])
    expect(() => createHar(path, () => undefined)).toThrow(expect.objectContaining({ name: 'KnownError' }));
});

test('a new trace is its owner’s only', () => {
  expect(statSync(start().path).mode & 0o777).toBe(0o600);
});
