import { expect, test } from 'vitest';

import { analysed } from './calls.js';

const AXIOS = 'import axios from "axios";';

/** Requests that nothing can be said of: name, source, client, why. */
const BLIND: readonly (readonly [string, string, string, string])[] = [
  [
    'a parameter',
    'const f = (url) => fetch(url);',
    'fetch',
    'the path is `url`, whose value is not in reach',
  ],
  [
    'a parameter behind a base',
    'const f = (path) => fetch(`${base}${path}`);',
    'fetch',
    'the path is `path`, whose value is not in reach',
  ],
  [
    'a parameter behind a host',
    'const f = (path) => fetch(`https://api.connectfi.com/${path}`);',
    'fetch',
    'the path is `path`, whose value is not in reach',
  ],
  [
    'a parameter behind a prefix',
    'const f = (path) => fetch(`${base}/api/v1${path}`);',
    'fetch',
    'the path is `path`, whose value is not in reach',
  ],
  [
    'a member behind a prefix',
    'fetch(`/api/${options.url}`)',
    'fetch',
    'the path is `options.url`, whose value is not in reach',
  ],
  [
    'an import',
    'import { PATH } from "./paths"; fetch(PATH)',
    'fetch',
    'the path is `PATH`, whose value is not in reach',
  ],
  [
    'a key that is not known',
    'const P = { a: "/document/generate" }; fetch(P[key])',
    'fetch',
    'the path is `P[key]`, whose value is not in reach',
  ],
  [
    'a choice',
    'fetch(a ? "/document/generate" : "/x")',
    'fetch',
    'the path is `a ? "/document/generate" : "/x"`, whose value is not in reach',
  ],
  [
    'assigned twice',
    'let url = "/a"; if (b) url = "/document/generate"; fetch(url)',
    'fetch',
    'the path is `url`, whose value is not in reach',
  ],
  [
    'options',
    `${AXIOS} const f = (config) => axios(config);`,
    'axios',
    'the options that hold the URL are not in reach',
  ],
  [
    'options of request',
    `${AXIOS} const f = (config) => axios.request(config);`,
    'axios',
    'the options that hold the URL are not in reach',
  ],
  [
    'options with an unknown spread',
    `${AXIOS} axios({ method: "GET", ...config });`,
    'axios',
    'the options that hold the URL are not in reach',
  ],
  ['no arguments', 'fetch()', 'fetch', 'the options that hold the URL are not in reach'],
  [
    'spread arguments',
    'const f = (...args) => fetch(...args);',
    'fetch',
    'the options that hold the URL are not in reach',
  ],
  [
    'an instance',
    `${AXIOS} const api = axios.create({ baseURL }); const f = (p) => api.get(p);`,
    'axios',
    'the path is `p`, whose value is not in reach',
  ],
  [
    'node:http',
    'import http from "http"; const f = (o) => http.request(o);',
    'node-http',
    'the path is `o`, whose value is not in reach',
  ],
  [
    'node:http without a path',
    'import http from "http"; http.request({ host, ...o });',
    'node-http',
    'the options that hold the URL are not in reach',
  ],
  [
    'a long expression is cut',
    `fetch(${'a'.repeat(80)})`,
    'fetch',
    `the path is \`${'a'.repeat(57)}…\`, whose value is not in reach`,
  ],
  [
    'a member that is added to',
    'const P = { g: "/a" }; P.g += "/b"; fetch(P.g)',
    'fetch',
    'the path is `P.g`, whose value is not in reach',
  ],
  [
    'an array that grows',
    'const s = ["/document"]; s.push("generate"); fetch(s.join("/"))',
    'fetch',
    'the path is `s.join("/")`, whose value is not in reach',
  ],
  [
    'a URL whose path is set twice',
    'const url = new URL("http://localhost"); url.pathname = "/a"; url.pathname = "/b"; fetch(url)',
    'fetch',
    'the path is `url`, whose value is not in reach',
  ],
];

test.each(BLIND)('%s', (_name, source, client, why) => {
  const { calls, blindSpots, httpCalls } = analysed(source);
  expect(blindSpots.map((spot) => [spot.client, spot.why])).toEqual([[client, why]]);
  expect(calls).toEqual([]);
  expect(httpCalls).toBe(1);
});

/** Requests whose URL is known well enough to be no deprecated one. */
test.each([
  ['another path', 'fetch("/users")'],
  ['the root', 'fetch("/")'],
  ['a base', 'fetch("https://example.com")'],
  ['a query', 'fetch(`/users?path=${path}`)'],
  ['an id', 'fetch(`${base}/users/${id}`)'],
  ['a query from a value', 'fetch(`/users${query}`)'],
  ['a base by the name of url', 'fetch(`${config.url}/users/1`)'],
])('no blind spot: %s', (_name, source) => {
  const { calls, blindSpots, httpCalls } = analysed(source);
  expect({ calls, blindSpots, httpCalls }).toEqual({ calls: [], blindSpots: [], httpCalls: 1 });
});

test('calls that are no requests are not counted', () => {
  expect(
    analysed('app.get(path); jest.fn(); axios.create(); cache.fetch(url); router.push(path)').httpCalls,
  ).toBe(0);
});
