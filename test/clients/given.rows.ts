import type { Row } from '../analysis/calls.js';

const RTK = 'import { createApi, fetchBaseQuery } from "@reduxjs/toolkit/query/react";';
const TEST = 'import { test } from "@playwright/test";';

const api = (endpoints: string, base = 'fetchBaseQuery({ baseUrl: "/api" })'): string[] => [
  RTK,
  `const api = createApi({ baseQuery: ${base}, endpoints: (build) => ({`,
  endpoints,
  '}) });',
];

/** Calls on what a library hands to a function. */
export const ROWS: readonly Row[] = [
  [
    'RTK Query',
    api(
      'a: build.mutation<A, B>({ query: (body) => ({ url: "/document/generate", method: "POST", body }) }), b: build.query({ query: (id) => `/customer/kyc/status/${id}` }),',
    ),
    'POST /api/document/generate rtk-query 3',
    'GET /api/customer/kyc/status/… rtk-query 3',
  ],
  [
    'a method of the options, and a block',
    [
      'const { createApi, fetchBaseQuery } = require("@reduxjs/toolkit/query");',
      'createApi({ baseQuery: fetchBaseQuery({ baseUrl: "/api" }), endpoints(b) { return { a: b.query({ query({ id }) { return { url: `/x/${id}` }; } }) }; } });',
    ],
    'GET /api/x/… rtk-query 2',
  ],
  [
    'injected endpoints',
    [
      ...api(''),
      'const more = api.enhanceEndpoints({ addTagTypes: ["x"] }).injectEndpoints({ endpoints: ({ mutation }) => ({ a: mutation({ query: () => ({ url: "/a", method: "put" }) }) }) });',
    ],
    'PUT /api/a rtk-query 5',
  ],
  [
    'a base query that tries again',
    [
      'import { retry } from "@reduxjs/toolkit/query/react";',
      ...api('a: build.query({ query: () => "/a" })', 'retry(fetchBaseQuery({ baseUrl: "/api" }), {})'),
    ],
    'GET /api/a rtk-query 4',
  ],
  [
    'a base query of one’s own',
    [
      'const base = fetchBaseQuery({ baseUrl: "/api" });',
      'const withLogin = async (args, api, extra) => { let r = await base(args, api, extra); return r; };',
      ...api('a: build.query({ query: () => "/a" })', 'withLogin'),
    ],
    'GET /api/a rtk-query 5',
  ],
  [
    'GraphQL',
    api('a: build.query({ query: () => ({ document: gql`{ a }` }) })', 'graphqlRequestBaseQuery({ url })'),
  ],
  ['an endpoint without a query', api('a: build.query({ queryFn: () => ({ data: "/a" }) })')],
  [
    'another createApi',
    'import { createApi } from "./api"; createApi({ endpoints: (build) => ({ a: build.query({ query: () => "/a" }) }) })',
  ],
  [
    'a builder that is not createApi’s',
    'const f = (build) => build.query({ query: () => "/a" }); knex.with("a", (build) => build.query({ query: () => "/a" }))',
  ],

  [
    'the fixture of Playwright',
    [TEST, 'test("a", async ({ request }) => {', 'await request.post("/a", { data: {} });', '});'],
    'POST /a playwright 3',
  ],
  [
    'the page of Playwright',
    [
      TEST,
      'test.beforeEach(async ({ page, context, baseURL }) => {',
      'await page.request.get(`/a`);',
      'const { request } = context;',
      'await request.fetch("/b", { method: "PATCH" });',
      '});',
    ],
    'GET /a playwright 3',
    'PATCH /b playwright 5',
  ],
  [
    'a test with more fixtures, required',
    'const { test: base } = require("@playwright/test"); const test = base.extend({}); test("a", async ({ request: api }) => api.delete("/a"))',
    'DELETE /a playwright 1',
  ],
  [
    'a new context',
    [
      'import { request } from "@playwright/test";',
      'const api = await request.newContext({ baseURL: "http://localhost/api" });',
      'await api.put("/a");',
    ],
    'PUT http://localhost/api/a playwright 3',
  ],
  [
    'types of Playwright',
    'import type { APIRequestContext, Page } from "@playwright/test"; const f = (api: APIRequestContext, page: Page) => [api.get("/a"), page.request.post("/b"), page.goto("/c")]',
    'GET /a playwright 1',
    'POST /b playwright 1',
  ],
  [
    'no requests of Playwright',
    [
      TEST,
      'test("a", async ({ page, request }) => { await page.goto("/a"); await page.route("/b", f); request.storageState("/c"); });',
    ],
  ],
  ['another test', 'import { test } from "./test"; test("a", async ({ request }) => request.post("/a"))'],
  ['the handlers of a server', 'app.post("/a", (request, response) => request.get("/a"))'],
  ['a second parameter', `${TEST} test("a", async ({ page }, request) => request.post("/a"))`],
];
