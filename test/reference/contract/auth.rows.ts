import { idOf, missing, success, tooLong, tooShort, UNAUTHORIZED, unmatched } from './answers.js';
import type { Answer, Basis, Row } from './row.js';

const line = 'POST /auth/get-token';
const headers = { 'x-connectfi-token': undefined };
const user = { login: 'some_body', password: 'secret' };
const only = { credentials: user };
const shows: readonly Basis[] = ['auth.validation'];

export const AUTH_ROWS: readonly Row[] = [
  {
    title: 'a token is got without one',
    shows: ['auth.token', 'envelope'],
    call: {
      line: 'POST /auth/get-token',
      json: { user: { login: 'some_body', password: 'secret' } },
      headers: { 'x-connectfi-token': undefined },
    },
    answer: tokenAnswer(),
  },

  {
    title: 'no login',
    shows,
    call: { line, headers, json: { user: { password: 'x' } } },
    answer: missing('login', '/user'),
  },
  {
    title: 'no password',
    shows,
    call: { line, headers, json: { user: { login: 'x' } } },
    answer: missing('password', '/user'),
  },
  {
    title: 'an empty password',
    shows,
    call: { line, headers, json: { user: { ...user, password: '' } } },
    answer: tooShort('/user/password', 1),
  },
  {
    title: 'a login with a hyphen',
    shows,
    call: { line, headers, json: { user: { ...user, login: 'some-body' } } },
    answer: unmatched('/user/login', '^[0-9a-zA-Z_]+$'),
  },
  {
    title: 'a login of 37 letters',
    shows,
    call: { line, headers, json: { user: { ...user, login: 'x'.repeat(37) } } },
    answer: tooLong('/user/login', 36),
  },
  {
    title: 'a login of 36 letters and a request id of 32',
    shows: ['auth.token'],
    call: { line, headers, json: { user: { ...user, login: 'x'.repeat(36), requestId: 'x'.repeat(32) } } },
    answer: tokenAnswer(),
  },
  {
    title: 'a request id of 33 letters',
    shows,
    call: { line, headers, json: { user: { ...user, requestId: 'x'.repeat(33) } } },
    answer: tooLong('/user/requestId', 32),
  },
  {
    title: 'the credentials that the reference was given',
    shows: ['auth.token'],
    options: { ...only, tokenLifetime: 1000 },
    call: { line, headers, json: { user } },
    answer: tokenAnswer('2026-01-01T00:00:01.000Z'),
  },
  {
    title: 'another login than the one given',
    shows: ['auth.refused'],
    options: only,
    call: { line, headers, json: { user: { ...user, login: 'other' } } },
    answer: UNAUTHORIZED,
  },
  {
    title: 'another password than the one given',
    shows: ['auth.refused'],
    options: only,
    call: { line, headers, json: { user: { ...user, password: 'other' } } },
    answer: UNAUTHORIZED,
  },
];

function tokenAnswer(dtsExpireAt = '2026-01-02T00:00:00.000Z'): Answer {
  return success({ token: idOf(''), dtsExpireAt });
}
