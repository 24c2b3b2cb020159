import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { createApp } from '../../src/reference/index.js';
import { readScenarioFile } from '../../src/reference/scenario-file.js';
import { folder } from '../support/folder.js';
import { post } from '../support/reference.js';

function fileOf(content: string): string {
  return join(folder({ 'scenario.json': content }), 'scenario.json');
}

test('everything that it may hold reaches the reference', async () => {
  const scenario = {
    faults: [{ path: '/document/generate', method: 'POST', nth: 1, status: 503 }],
    documentsWanted: 1,
    olderStatus: true,
    credentials: { login: 'ada', password: 'pw' },
    tokenLifetime: 1000,
  };
  // As some editors on Windows save it.
  const app = createApp({ clock: 'fixed', ...readScenarioFile(fileOf(`\uFEFF${JSON.stringify(scenario)}`)) });
  const reference = { url: 'http://reference', token: app.issueToken(), send: (r: Request) => app.fetch(r) };
  expect((await post(reference, '/document/generate')).status).toBe(503);
  expect((await post(reference, '/document/generate')).status).toBe(200);
  const login = (password: string) =>
    post(reference, '/auth/get-token', { user: { login: 'ada', password } });
  expect((await login('no')).status).toBe(401);
  expect((await login('pw')).body.data['dtsExpireAt']).toBe('2026-01-01T00:00:01.000Z');
  const headers = { 'x-connectfi-token': reference.token };
  const older = await app.fetch(new Request('http://reference/akepa/status/cst', { headers }));
  expect(await older.json()).toMatchObject({ code: 'customerNotFound' });
  expect(app.world.documentsWanted).toBe(1);
});

test('an empty scenario is one', () => {
  expect(readScenarioFile(fileOf('{}'))).toEqual({});
});

describe('a mistake is said in one line', () => {
  test.each([
    ['{"fault":[]}', 'unknown key `fault`; did you mean `faults`?'],
    ['{"faults":[{"pth":"/x","reset":true}]}', 'unknown key `faults.0.pth`; did you mean `path`?'],
    [
      '{"faults":[{"expiredtoken":true}]}',
      'unknown key `faults.0.expiredtoken`; did you mean `expiredToken`?',
    ],
    ['{"somethingElse":1}', 'unknown key `somethingElse`'],
    ['{"credentials":{"login":"a","passwort":"b"}}', "`credentials` must have required property 'password'"],
    ['{"faults":{}}', '`faults` must be array'],
    ['{"faults":[{"reset":true},{"reset":"yes"}]}', '`faults.1.reset` must be boolean'],
    ['{"faults":[{"nth":0,"reset":true}]}', '`faults.0.nth` must be >= 1'],
    ['{"faults":[{"status":200}]}', '`faults.0.status` must be >= 400'],
    ['{"faults":[{"latencyMs":3600000}]}', '`faults.0.latencyMs` must be <= 60000'],
    ['{"faults":[{"method":"post","reset":true}]}', '`faults.0.method` must be one of GET, POST'],
    ['{"tokenLifetime":1e300}', '`tokenLifetime` must be <= 315360000000'],
    ['[]', 'it must be object'],
    ['null', 'it must be object'],
    [
      '{"faults":[{"path":"/x","nth":2}]}',
      '`faults.0` does nothing; give it one of latencyMs, status, expiredToken, reset',
    ],
    ['{"credentials":{"login":"a","password":"sesame"', 'it is not JSON'],
    ['', 'it is not JSON'],
  ])('%s', (content, why) => {
    const path = fileOf(content);
    expect(() => readScenarioFile(path)).toThrow(
      expect.objectContaining({ name: 'KnownError', message: `${path}: ${why}` }),
    );
  });

  test.each([
    ['nope.json', /: there is no such file or folder$/],
    ['.', /: it is not a regular file$/],
  ])('%s', (name, why) => {
    expect(() => readScenarioFile(join(folder(), name))).toThrow(why);
  });
});
