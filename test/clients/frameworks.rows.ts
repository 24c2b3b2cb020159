import type { Row } from '../analysis/calls.js';

const WP = 'import apiFetch from "@wordpress/api-fetch";';
const OPENAPI = 'import createClient from "openapi-fetch";';
const SWR = 'import useSWR from "swr";';
const STATUS = 'kyc-status GET swr likely';

export const ROWS: readonly Row[] = [
  [
    'apiFetch',
    `${WP} apiFetch({ path: "/document/generate", method: "POST", data: {} })`,
    'document-generate POST wp-api-fetch likely 1',
  ],
  [
    'apiFetch is GET by default',
    `${WP} apiFetch({ path: \`/customer/kyc/status/\${id}\` })`,
    'kyc-status GET wp-api-fetch likely 1',
  ],
  [
    'apiFetch with a URL',
    `${WP} apiFetch({ url: "/document/generate", method: "post", headers: { "x-connectfi-token": t } })`,
    'document-generate POST wp-api-fetch certain 1',
  ],
  [
    'apiFetch, required',
    'const apiFetch = require("@wordpress/api-fetch").default; apiFetch({ path: "/customer/kyc/status/1" })',
    'kyc-status GET wp-api-fetch likely 1',
  ],
  ['wp.apiFetch', 'wp.apiFetch({ path: "/customer/kyc/status/1" })', 'kyc-status GET wp-api-fetch likely 1'],
  ['another apiFetch', 'import apiFetch from "./api"; apiFetch({ path: "/customer/kyc/status/1" })'],
  [
    'middlewares of apiFetch',
    `${WP} apiFetch.use(apiFetch.createRootURLMiddleware("/customer/kyc/status/1"))`,
  ],
  ['another wp', 'const wp = connect(); wp.apiFetch({ path: "/customer/kyc/status/1" })'],

  [
    'openapi-fetch',
    [
      OPENAPI,
      'const client = createClient<paths>({ baseUrl: "https://api.connectfi.com" });',
      'const { data } = await client.POST("/document/generate", { body: {} });',
    ],
    'document-generate POST openapi-fetch certain 3',
  ],
  [
    'openapi-fetch with path parameters',
    [
      OPENAPI,
      'const { POST } = createClient({ baseUrl });',
      'POST("/document/upload/{documentId}", { params: { path: { documentId } } });',
    ],
    'document-upload POST openapi-fetch likely 3',
  ],
  [
    'openapi-fetch, required',
    'const { default: createClient } = require("openapi-fetch"); createClient().GET("/customer/kyc/status/{customerId}")',
    'kyc-status GET openapi-fetch likely 1',
  ],
  [
    'openapi-fetch’s request',
    `${OPENAPI} createClient().request("post", "/document/generate", {})`,
    'document-generate POST openapi-fetch likely 1',
  ],
  [
    'the token of openapi-fetch',
    `${OPENAPI} createClient({ headers: { "x-connectfi-token": t } }).POST("/document/generate")`,
    'document-generate POST openapi-fetch certain 1',
  ],
  [
    'no request of openapi-fetch',
    `${OPENAPI} createClient().use("/document/generate"); createClient("/document/generate")`,
  ],
  [
    'another createClient',
    'import { createClient } from "redis"; createClient().GET("/customer/kyc/status/1")',
  ],
  ['handlers of Next', 'export const { GET, POST } = handlers; POST("/document/generate")'],

  [
    'SWR with fetch',
    [
      SWR,
      'const fetcher = (url) => fetch(url).then((r) => r.json());',
      'useSWR("/customer/kyc/status/1", fetcher);',
    ],
    `${STATUS} 3`,
  ],
  [
    'SWR with axios',
    [
      SWR,
      'import axios from "axios";',
      'useSWR(`/customer/kyc/status/${id}`, (url) => axios.get(url).then((r) => r.data));',
    ],
    `${STATUS} 3`,
  ],
  [
    'SWR with a base in the fetcher',
    [
      SWR,
      'async function load(path) { const r = await fetch(`https://api.connectfi.com${path}`); return r.json(); }',
      'useSWR("/customer/kyc/status/1", load);',
    ],
    'kyc-status GET swr certain 3',
  ],
  [
    'a key that depends',
    [
      SWR,
      'const load = (url) => fetch(url);',
      'useSWR(id ? `/customer/kyc/status/${id}` : null, load);',
      'useSWR(id && `/customer/kyc/status/${id}`, load);',
      'useSWR(() => `/customer/kyc/status/${user.id}`, load);',
    ],
    `${STATUS} 3`,
    `${STATUS} 4`,
    `${STATUS} 5`,
  ],
  [
    'a key of several',
    [
      SWR,
      'useSWR(["/customer/kyc/status/1", token], ([url, t]) => fetch(url));',
      'useSWR(["/customer/kyc/status/1", token], (url, t) => fetch(url));',
    ],
    `${STATUS} 2`,
    `${STATUS} 3`,
  ],
  [
    'a mutation of SWR',
    [
      'import useSWRMutation from "swr/mutation";',
      'const send = (url, { arg }) => fetch(url, { method: "POST", headers: { "x-connectfi-token": t }, body: JSON.stringify(arg) });',
      'useSWRMutation("/document/generate", send);',
    ],
    'document-generate POST swr certain 3',
  ],
  [
    'SWR, required',
    'const { default: useSWR } = require("swr"); useSWR("/customer/kyc/status/1", (url) => fetch(url))',
    `${STATUS} 1`,
  ],
  [
    'a key without a fetcher in reach',
    `${SWR} useSWR("/customer/kyc/status/1"); useSWR("/customer/kyc/status/1", fetcher)`,
  ],
  [
    'a fetcher that sends the same whatever the key is',
    `${SWR} useSWR("status", () => fetch("/customer/kyc/status/1"))`,
    'kyc-status GET fetch likely 1',
  ],
  ['a fetcher that sends nothing', `${SWR} useSWR("/customer/kyc/status/1", (key) => cache.get(key))`],
  ['another useSWR', 'const useSWR = (key, f) => f; useSWR("/customer/kyc/status/1", (url) => url)'],
  ['mutate', 'import { mutate } from "swr"; mutate("/customer/kyc/status/1", (url) => fetch(url))'],
];
