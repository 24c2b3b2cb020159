import { expect, test } from 'vitest';

import { HOLE, matchUrl } from '../../src/endpoints/match.js';
import { LEGACY_ENDPOINTS } from '../../src/endpoints/table.js';

const H = HOLE;

test.each(LEGACY_ENDPOINTS)('$id matches its own row', ({ id, method, path }) => {
  const url = path.replace('*', 'x').replaceAll(/:\w+/g, H);
  expect(matchUrl(url, method ?? 'POST')?.endpoint.id).toBe(id);
  expect(matchUrl(`https://host:1/${url}/?a=b#c`, method ?? 'POST')?.endpoint.id).toBe(id);
  expect(matchUrl(`${H}${url}`, method ?? 'POST')?.methodMatches).toBe(method !== undefined);
});

test.each([
  ['/customer/kyc/status/document', 'GET', 'kyc-status'],
  ['/customer/kyc/status/generate', 'GET', 'kyc-status'],
  ['/customer/kyc/status', 'GET', 'kyc-other'],
  ['/customer/kyc/upload/1', 'POST', 'kyc-other'],
  ['/customer/kyc/upload/1/2/3', 'POST', 'kyc-other'],
  ['/customer/kyc/init/x', 'POST', 'kyc-other'],
  [`/customer/kyc/${H}`, 'POST', 'kyc-other'],
  ['/document/upload', 'POST', 'document-other'],
  ['/document/1', 'GET', 'document-other'],
  ['/customer/kyc/upload/document/generate', 'POST', 'kyc-upload'],
  ['/card/list', 'GET', undefined],
  ['/card/list/1/2', 'GET', undefined],
  ['/document', 'POST', undefined],
  ['/customer/kyc', 'POST', undefined],
  ['/documents/generate', 'POST', undefined],
  ['/Document/generate', 'POST', undefined],
  ['/customer/status/1', 'GET', undefined],
  ['/akepa/document/generate', 'POST', undefined],
  [`${H}/akepa/document/upload/1`, 'POST', undefined],
  ['https://host/akepa/customer/kyc/init', 'POST', undefined],
  ['https://document/generate', 'POST', undefined],
  ['?x=/document/generate', 'POST', undefined],
  ['#/document/generate', 'POST', undefined],
  [H, 'POST', undefined],
  ['', 'POST', undefined],
])('%s %s', (url, method, id) => {
  expect(matchUrl(url, method)?.endpoint.id).toBe(id);
});

/** URL, path, prefix, the prefix is literal. */
test.each([
  ['/document/generate', '/document/generate', '', false],
  ['document/generate', 'document/generate', '', false],
  ['/document/generate/', '/document/generate', '', false],
  ['//host/document/generate', '/document/generate', '//host', false],
  ['http://host/document/generate?x', '/document/generate', 'http://host', false],
  ['http://host//document/generate', '/document/generate', 'http://host/', false],
  ['http://host/v1/document/generate', '/document/generate', 'http://host/v1', true],
  ['/v1/document/generate', '/document/generate', '/v1', true],
  [`${H}/document/generate`, '/document/generate', H, false],
  [`${H}document/generate`, 'document/generate', H, false],
  [`${H}${H}document/generate`, 'document/generate', `${H}${H}`, false],
  [`${H}/${H}/document/generate`, '/document/generate', `${H}/${H}`, false],
  [`${H}/v1/document/generate`, '/document/generate', `${H}/v1`, true],
  [`${H}://host/document/generate`, '/document/generate', `${H}://host`, false],
  [`http://${H}:${H}/document/generate`, '/document/generate', `http://${H}:${H}`, false],
  ['CONNECTFI_BASE_URL/document/generate', '/document/generate', 'CONNECTFI_BASE_URL', false],
  [`/document/generate${H}`, '/document/generate', '', false],
])('%s: where the path stands', (url, path, prefix, literalPrefix) => {
  const match = matchUrl(url, 'POST');
  expect(match && url.slice(match.path.start, match.path.end)).toBe(path);
  expect(match).toMatchObject({ prefix, literalPrefix, methodMatches: true });
});

test.each([
  [`/customer/kyc/upload/${H}/:documentId?x`, { customerId: H, documentId: ':documentId' }],
  [`/customer/kyc/upload/a-${H}/${H}${H}`, { customerId: `a-${H}`, documentId: `${H}${H}` }],
])('%s: parameters', (url, params) => {
  const match = matchUrl(url, 'POST');
  const found = Object.entries(match?.params ?? {}).map(([name, { start, end }]) => [
    name,
    url.slice(start, end),
  ]);
  expect(Object.fromEntries(found)).toEqual(params);
});

test('another method and an unknown one', () => {
  expect(matchUrl('/document/generate', 'GET')).toMatchObject({ methodMatches: false });
  expect(matchUrl('/document/generate', undefined)).toMatchObject({ methodMatches: false });
});
