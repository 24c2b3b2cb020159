import { expect, test } from 'vitest';

import { sentIn } from './sent.js';

test.each([
  'import useSWR from "swr"; const key = () => key; useSWR(key, (url) => fetch(url));',
  'const { request } = request; request.post("/a");',
  'const { a } = b; const { b } = a; a.get("/a"); b.query({ query: () => "/a" });',
  'import w from "wretch"; let api = w("/a"); api = api.url("/b"); api.post();',
  'import axios from "axios"; import { wrapper } from "axios-cookiejar-support"; const api = wrapper(api); api.post("/a");',
])('a value that goes back to itself ends as unknown: %s', (source) => {
  expect(sentIn(source).filter(({ client }) => client !== 'fetch' && client !== 'swr')).toEqual([]);
});

test('a base query that tries itself again has no base', () => {
  const [sent] = sentIn([
    'import { createApi, retry } from "@reduxjs/toolkit/query";',
    'const base = retry(base);',
    'createApi({ baseQuery: base, endpoints: (b) => ({ a: b.query({ query: () => "/a" }) }) });',
  ]);
  expect(sent?.request.base).toEqual([]);
});
