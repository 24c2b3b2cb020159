import type { Row } from '../analysis/calls.js';

const OFETCH = 'import { ofetch, $fetch } from "ofetch";';
const WRETCH = 'import wretch from "wretch";';
const STATUS = 'kyc-status GET ofetch likely';
const GENERATE = 'document-generate POST ofetch likely';
const WRETCHED = 'document-generate POST wretch likely';

export const ROWS: readonly Row[] = [
  ['ofetch', `${OFETCH} await ofetch("/document/generate", { method: "POST", body: {} })`, `${GENERATE} 1`],
  ['ofetch is GET by default', `${OFETCH} ofetch(\`/customer/kyc/status/\${id}\`)`, `${STATUS} 1`],
  ['$fetch, imported', `${OFETCH} $fetch("/document/generate", { method: "post" })`, `${GENERATE} 1`],
  [
    'ofetch, required',
    'const { ofetch } = require("ofetch"); ofetch("/document/generate", { method: "POST" })',
    `${GENERATE} 1`,
  ],
  [
    'ofetch of a namespace',
    'import * as http from "ofetch"; http.$fetch("/document/generate", { method: "POST" })',
    `${GENERATE} 1`,
  ],
  ['ofetch.raw', `${OFETCH} ofetch.raw("/document/generate", { method: "POST" })`, `${GENERATE} 1`],
  [
    'ofetch.create',
    [
      OFETCH,
      'const api = ofetch.create({ baseURL: "http://localhost/document", headers: { "x-connectfi-token": token } });',
      'api("generate", { method: "POST" });',
    ],
    'document-generate POST ofetch certain 3',
  ],
  [
    'ofetch.create, twice, with the method',
    [
      `${OFETCH} const api = ofetch.create({ baseURL: "http://localhost/document" });`,
      'const post = api.create({ method: "POST" });',
      'post("/generate");',
    ],
    `${GENERATE} 3`,
  ],
  ['Nuxt’s $fetch', 'await $fetch("/document/generate", { method: "POST", body })', `${GENERATE} 1`],
  [
    'Nuxt’s $fetch.create',
    'const api = $fetch.create({ baseURL }); api("/document/generate", { method: "POST" })',
    `${GENERATE} 1`,
  ],
  [
    'Nuxt’s useFetch',
    'const { data } = await useFetch("/document/generate", { method: "POST" })',
    `${GENERATE} 1`,
  ],
  ['useFetch of a function', 'useFetch(() => `/customer/kyc/status/${props.id}`)', `${STATUS} 1`],
  [
    'useLazyFetch, imported',
    'import { useLazyFetch } from "#imports"; useLazyFetch("/customer/kyc/status/1", { baseURL })',
    `${STATUS} 1`,
  ],
  [
    'ofetch’s other exports',
    `${OFETCH} ofetch.native; ofetch.defaults("/document/generate", { method: "POST" })`,
  ],
  [
    'a $fetch of another package',
    'import { $fetch } from "./http"; $fetch("/document/generate", { method: "POST" })',
  ],
  [
    'a $fetch that is passed in',
    'const f = ({ $fetch }) => $fetch("/document/generate", { method: "POST" })',
  ],
  [
    'VueUse’s useFetch, which is no client of Nuxt’s',
    'import { useFetch } from "@vueuse/core"; useFetch("/document/generate", { method: "POST" })',
    'document-generate POST vueuse likely 1',
  ],
  ['VueUse’s useFetch without an import', 'useFetch("/customer/kyc/status/1").get().json()'],
  ['an own useFetch', 'function useFetch(url) { return url } useFetch("/customer/kyc/status/1")'],

  ['wretch', `${WRETCH} wretch("/document/generate").post({ a: 1 }).json()`, `${WRETCHED} 1`],
  [
    'wretch over several lines',
    [
      WRETCH,
      'await wretch("http://localhost")',
      '  .url("/document/generate")',
      '  .headers({ "x-connectfi-token": token })',
      '  .json({ a: 1 })',
      '  .post();',
    ],
    'document-generate POST wretch certain 2',
  ],
  [
    'a base of wretch',
    [
      WRETCH,
      'const api = wretch("http://localhost/document").auth("x").options({ mode: "cors" });',
      'api.url("/generate").post(body);',
      'api.post(body, "/generate");',
    ],
    `${WRETCHED} 3`,
    `${WRETCHED} 4`,
  ],
  [
    'wretch.get with a URL',
    `${WRETCH} wretch("http://localhost").get("/customer/kyc/status/1").json()`,
    'kyc-status GET wretch likely 1',
  ],
  ['wretch.fetch', `${WRETCH} wretch("/document").fetch("POST", "/generate", body)`, `${WRETCHED} 1`],
  [
    'wretch, required',
    'const wretch = require("wretch"); wretch().url("/document/generate").post()',
    `${WRETCHED} 1`,
  ],
  [
    'wretch with all addons',
    'import wretch from "wretch/all"; wretch("/document/generate").post()',
    `${WRETCHED} 1`,
  ],
  [
    'a URL of wretch that replaces the one before',
    `${WRETCH} wretch("http://localhost/x").url("/document/generate", true).post()`,
    `${WRETCHED} 1`,
  ],
  [
    'the token in the options of wretch',
    `${WRETCH} wretch("/document/generate", { headers: { "X-ConnectFi-Token": t } }).post()`,
    'document-generate POST wretch certain 1',
  ],
  ['a wretch of another package', 'import wretch from "./wretch"; wretch("/document/generate").post()'],
  ['an own builder', 'function wretch(url) { return { post() {} } } wretch("/document/generate").post()'],
  ['no request of wretch', `${WRETCH} wretch("/document/generate").catcher(404, f).middlewares([])`],
];
