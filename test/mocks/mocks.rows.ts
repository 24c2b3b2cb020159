import type { Row } from '../analysis/calls.js';

const MSW = 'import { http } from "msw";';
const REST = 'import { rest } from "msw";';
const NOCK = 'import nock from "nock";';
const FETCH_MOCK = 'import fetchMock from "fetch-mock";';
const ADAPTER = 'import axios from "axios"; import MockAdapter from "axios-mock-adapter";';
const PLAYWRIGHT = 'import { test } from "@playwright/test";';
const UNDICI = 'import { MockAgent } from "undici";';
const ANGULAR = 'import { HttpTestingController } from "@angular/common/http/testing";';
const TEST_BED = 'import { TestBed } from "@angular/core/testing";';

export const ROWS: readonly Row[] = [
  [
    'msw 1',
    [REST, 'rest.post("https://api.connectfi.com/document/generate", (req, res, ctx) => res(ctx.json({})));'],
    'document-generate POST msw certain 2',
  ],
  [
    'msw 1, any host',
    [REST, 'rest.post("*/document/generate", resolve);'],
    'document-generate POST msw likely 2',
  ],
  [
    'msw 1, every method',
    [REST, 'rest.all("*/document/generate", resolve);'],
    'document-generate * msw likely 2',
  ],
  ['msw 2', [MSW, 'http.post("/document/generate", resolve);'], 'document-generate POST msw likely 2'],
  [
    'msw 2, in a list of handlers',
    [
      MSW,
      'export const handlers = [',
      '  http.get("*/customer/kyc/status/:customerId", () => HttpResponse.json({})),',
      '  http.post("*/customer/kyc/document-link", () => HttpResponse.json({})),',
      '];',
    ],
    'kyc-status GET msw likely 3',
    'kyc-document-link POST msw likely 4',
  ],
  [
    'msw 2, in server.use',
    [MSW, 'server.use(', '  http.post(`${API}/document/upload/:id`, resolve, { once: true }),', ');'],
    'document-upload POST msw likely 3',
  ],
  [
    'msw, a path in a constant',
    [
      MSW,
      'const PATHS = { generate: "/document/generate" } as const;',
      'http.post(PATHS.generate, resolve);',
    ],
    'document-generate POST msw likely 3',
  ],
  [
    'msw, a wildcard in a constant that says what it is for',
    [MSW, 'const stripeMock = "*/document/generate";', 'http.post(stripeMock, resolve);'],
    'document-generate POST msw likely 3',
  ],
  [
    'msw, the name of the base',
    [MSW, 'http.post(`${process.env.CONNECTFI_URL}/document/generate`, resolve);'],
    'document-generate POST msw certain 2',
  ],
  [
    'msw, as a namespace',
    'import * as msw from "msw"; msw.http.post("/document/generate", resolve);',
    'document-generate POST msw likely 1',
  ],
  [
    'msw, required',
    'const { rest } = require("msw"); rest.post("/document/generate", resolve);',
    'document-generate POST msw likely 1',
  ],
  [
    'msw, a verb by another name',
    [MSW, 'const { post: answer } = http; answer("/document/generate", resolve);'],
    'document-generate POST msw likely 2',
  ],
  [
    'msw/core/http',
    'import { http } from "msw/core/http"; http.post("/document/generate", resolve);',
    'document-generate POST msw likely 1',
  ],
  [
    'openapi-msw',
    [
      'import { createOpenApiHttp } from "openapi-msw";',
      'const http = createOpenApiHttp<paths>({ baseUrl: "https://api.connectfi.com" });',
      'http.post("/document/upload/{documentId}", resolve);',
    ],
    'document-upload POST msw certain 3',
  ],
  [
    'nock',
    [NOCK, 'nock("https://api.connectfi.com").post("/document/generate").reply(200, {});'],
    'document-generate POST nock certain 2',
  ],
  [
    'nock, with a path in the base and what is known of the id',
    [NOCK, 'nock(process.env.KYC_URL).get("/customer/kyc/status/cstap_1").query(true).reply(200);'],
    'kyc-status GET nock likely 2',
  ],
  [
    'nock, persist',
    [NOCK, 'nock(API).persist().post("/document/generate").reply(200);'],
    'document-generate POST nock likely 2',
  ],
  [
    'nock, intercept',
    [NOCK, 'nock(API).intercept("/document/generate", "POST").reply(200);'],
    'document-generate POST nock likely 2',
  ],
  [
    'nock, a chain of several, each at its own line',
    [
      NOCK,
      'nock(API)',
      '  .post("/document/generate")',
      '  .reply(200, { documentId })',
      '  .post(`/document/upload/${documentId}`)',
      '  .reply(200)',
      '  .get("/customer")',
      '  .reply(200);',
    ],
    'document-generate POST nock likely 3',
    'document-upload POST nock likely 5',
  ],
  [
    'nock, a scope that is kept',
    [
      NOCK,
      'let scope: nock.Scope;',
      'beforeEach(() => { scope = nock("https://api.connectfi.com"); });',
      'it("x", () => { scope.post("/document/generate").reply(200); });',
    ],
    'document-generate POST nock certain 4',
  ],
  [
    'nock, a scope whose base is not known',
    [NOCK, 'const scope = nock(kycUrl).persist();', 'scope.post("/document/generate").reply(200);'],
    'document-generate POST nock likely 3',
  ],
  [
    'nock, after many others',
    [
      NOCK,
      'nock(API)',
      ...Array.from({ length: 40 }, () => '  .get("/a").query(true).reply(200)'),
      '.post("/document/generate");',
    ],
    'document-generate POST nock likely 43',
  ],
  [
    'nock, a base that names another service',
    [NOCK, 'const scope = nock(process.env.DOCUSIGN_URL);', 'scope.post("/document/generate").reply(200);'],
    'document-generate POST nock possible 3',
  ],
  [
    'nock, a scope that is a parameter',
    [
      'import type { Scope } from "nock";',
      'const answer = (scope: Scope) => scope.post("/document/generate").reply(200);',
    ],
    'document-generate POST nock likely 2',
  ],
  [
    'nock, a pattern for the host',
    [NOCK, 'nock(/api\\.connectfi\\.com/).post("/document/generate").reply(200);'],
    'document-generate POST nock certain 2',
  ],
  [
    'nock, the token',
    [
      NOCK,
      'nock(API, { reqheaders: { "x-connectfi-token": "t" } }).post("/document/generate").reply(200);',
      'nock(API).post("/document/generate").matchHeader("X-ConnectFi-Token", "t").reply(200);',
      'nock(API).matchHeader("x-connectfi-token", "t").post("/document/generate").reply(200);',
      'nock(API).post("/document/generate").reply(200).get("/b").matchHeader("x-connectfi-token", "t").reply(200);',
      'nock(API).get("/b").matchHeader("x-connectfi-token", "t").reply(200).post("/document/generate").reply(200);',
    ],
    'document-generate POST nock certain 2',
    'document-generate POST nock certain 3',
    'document-generate POST nock certain 4',
    'document-generate POST nock likely 5',
    'document-generate POST nock likely 6',
  ],
  [
    'fetch-mock',
    [FETCH_MOCK, 'fetchMock.post("https://api.connectfi.com/document/generate", {});'],
    'document-generate POST fetch-mock certain 2',
  ],
  [
    'fetch-mock, mock',
    [FETCH_MOCK, 'fetchMock.mock("/document/generate", 200, { method: "post" });'],
    'document-generate POST fetch-mock likely 2',
  ],
  [
    'fetch-mock, mock for every method',
    [FETCH_MOCK, 'fetchMock.mock("/document/generate", 200);'],
    'document-generate * fetch-mock likely 2',
  ],
  [
    'fetch-mock, in a chain',
    [FETCH_MOCK, 'fetchMock', '  .getOnce("/a", 200)', '  .postOnce("/document/generate", 200);'],
    'document-generate POST fetch-mock likely 4',
  ],
  [
    'fetch-mock, a sandbox',
    ['const fetch = require("fetch-mock").sandbox();', 'fetch.post("/document/generate", 200);'],
    'document-generate POST fetch-mock likely 2',
  ],
  [
    'fetch-mock, an object',
    [FETCH_MOCK, 'fetchMock.mock({ url: "/document/generate", method: "POST", response: 200 });'],
    'document-generate POST fetch-mock likely 2',
  ],
  [
    'fetch-mock 12',
    [FETCH_MOCK, 'fetchMock.mockGlobal().route("/document/generate", 200, { method: "POST" });'],
    'document-generate POST fetch-mock likely 2',
  ],
  [
    'fetch-mock, kinds of pattern',
    [
      FETCH_MOCK,
      'fetchMock.post("end:/document/generate", 200);',
      'fetchMock.post("path:/document/generate", 200);',
      'fetchMock.post("glob:*/document/generate", 200);',
      'fetchMock.post("express:/document/upload/:id", 200);',
      'fetchMock.post("begin:https://api.connectfi.com/document/upload/", 200);',
    ],
    'document-generate POST fetch-mock likely 2',
    'document-generate POST fetch-mock likely 3',
    'document-generate POST fetch-mock likely 4',
    'document-upload POST fetch-mock likely 5',
    'document-upload POST fetch-mock certain 6',
  ],
  [
    '@fetch-mock/vitest',
    'import fm from "@fetch-mock/vitest"; fm.post("/document/generate", 200);',
    'document-generate POST fetch-mock likely 1',
  ],
  [
    'axios-mock-adapter',
    [
      ADAPTER,
      'const mock = new MockAdapter(axios);',
      'mock.onPost("/document/generate").reply(200, {});',
      'mock.onGet(`/customer/kyc/status/${id}`).replyOnce(200);',
    ],
    'document-generate POST axios-mock-adapter likely 3',
    'kyc-status GET axios-mock-adapter likely 4',
  ],
  [
    'axios-mock-adapter, in a chain',
    [
      ADAPTER,
      'const mock = new MockAdapter(axios);',
      'mock',
      '  .onGet("/a").reply(200)',
      '  .onPost("/document/generate", { id }).reply(200);',
    ],
    'document-generate POST axios-mock-adapter likely 5',
  ],
  [
    'axios-mock-adapter, the base of the instance',
    [
      ADAPTER,
      'const api = axios.create({ baseURL: "https://api.connectfi.com" });',
      'new MockAdapter(api).onPost("/document/generate").reply(200);',
    ],
    'document-generate POST axios-mock-adapter certain 3',
  ],
  [
    'axios-mock-adapter, any method',
    [ADAPTER, 'new MockAdapter(axios).onAny("/document/generate").reply(200);'],
    'document-generate * axios-mock-adapter likely 2',
  ],
  [
    'axios-mock-adapter, set before each test',
    [
      ADAPTER,
      'let mock: MockAdapter;',
      'beforeEach(() => { mock = new MockAdapter(axios); });',
      'it("x", () => { mock.onPost("/document/generate").reply(200); });',
    ],
    'document-generate POST axios-mock-adapter likely 4',
  ],
  [
    'Playwright',
    [
      PLAYWRIGHT,
      'test("x", async ({ page }) => {',
      '  await page.route("**/document/generate", (route) => route.fulfill({ json: {} }));',
      '});',
    ],
    'document-generate * playwright likely 3',
  ],
  [
    'Playwright, a context, a query and an id',
    [
      PLAYWRIGHT,
      'test.beforeEach(async ({ context, page }) => {',
      '  await context.route("**/document/generate*", handle);',
      '  await page.context().route("**/document/upload/*", handle);',
      '});',
    ],
    'document-generate * playwright likely 3',
    'document-upload * playwright likely 4',
  ],
  [
    'Playwright, a page by its type',
    [
      'import type { Page } from "@playwright/test";',
      'export class Kyc {',
      '  constructor(private readonly page: Page) {}',
      '  mock() { return this.page.route("https://api.connectfi.com/document/generate", handle); }',
      '}',
      'export const mock = (page: Page) => page.route("**/document/generate", handle);',
    ],
    'document-generate * playwright certain 4',
    'document-generate * playwright likely 6',
  ],
  [
    'Playwright, a page of a browser',
    [
      'import { chromium } from "playwright";',
      'const browser = await chromium.launch();',
      'const page = await browser.newPage();',
      'await page.route("**/document/generate", handle);',
    ],
    'document-generate * playwright likely 4',
  ],
  [
    'Playwright, fixtures of one’s own',
    [
      'import { test as base } from "@playwright/test";',
      'const test = base.extend({ kyc: async ({ page }, use) => {',
      '  await page.route("**/document/generate", handle);',
      '} });',
      'test("x", async ({ adminPage }) => { await adminPage.route("**/document/generate", handle); });',
    ],
    'document-generate * playwright likely 3',
    'document-generate * playwright likely 5',
  ],
  [
    'Cypress',
    'cy.intercept("POST", "/document/generate", { statusCode: 200 }).as("generate");',
    'document-generate POST cypress likely 1',
  ],
  [
    'Cypress, a glob',
    'cy.intercept("POST", "**/document/generate", { fixture: "a.json" });',
    'document-generate POST cypress likely 1',
  ],
  [
    'Cypress, every method',
    'cy.intercept("**/document/generate", { body: {} });',
    'document-generate * cypress likely 1',
  ],
  [
    'Cypress, a matcher',
    'cy.intercept({ method: "POST", url: "**/document/generate" }, { body: {} });',
    'document-generate POST cypress likely 1',
  ],
  [
    'Cypress, a matcher with a host',
    'cy.intercept({ method: "POST", hostname: "api.connectfi.com", pathname: "/document/generate" });',
    'document-generate POST cypress certain 1',
  ],
  [
    'Cypress, a matcher after the URL',
    'cy.intercept("/document/generate", { method: "POST", times: 1 }, { body: {} });',
    'document-generate POST cypress likely 1',
  ],
  [
    'Cypress, a method that is not known',
    'cy.intercept(method, "/customer/kyc/init");',
    'kyc-init * cypress likely 1',
  ],
  [
    'Cypress, the older route',
    [
      'cy.server();',
      'cy.route("POST", "/document/generate", {});',
      'cy.route("/customer/kyc/status/*", {});',
    ],
    'document-generate POST cypress likely 2',
    'kyc-status GET cypress likely 3',
  ],
  [
    'undici',
    [
      UNDICI,
      'const agent = new MockAgent();',
      'const pool = agent.get("https://api.connectfi.com");',
      'pool.intercept({ path: "/document/generate", method: "POST" }).reply(200, {});',
      'agent.get(API).intercept({ path: `/customer/kyc/status/${id}` }).reply(200, {});',
    ],
    'document-generate POST undici certain 4',
    'kyc-status GET undici likely 5',
  ],
  [
    'Angular',
    [
      ANGULAR,
      TEST_BED,
      'let http: HttpTestingController;',
      'beforeEach(() => { http = TestBed.inject(HttpTestingController); });',
      'it("x", () => {',
      '  http.expectOne("/document/generate").flush({});',
      '  http.expectOne({ method: "POST", url: "/customer/kyc/init" }).flush({});',
      '});',
    ],
    'document-generate * angular likely 6',
    'kyc-init POST angular likely 7',
  ],
  [
    'a helper',
    [
      MSW,
      'const answer = (path, json) => server.use(http.post(`*${path}`, () => HttpResponse.json(json)));',
      'answer("/document/generate", {});',
      'answer("/users", {});',
    ],
    'document-generate POST msw likely 3',
  ],
  [
    'a helper that is told the method, through another',
    [
      NOCK,
      'function answer({ method, path, status = 200 }) {',
      '  return nock("https://api.connectfi.com").intercept(path, method).reply(status);',
      '}',
      'const failing = (path: string) => answer({ method: "POST", path, status: 500 });',
      'failing("/document/generate");',
      'answer({ method: "GET", path: `/customer/kyc/status/${id}` });',
    ],
    'document-generate POST nock certain 6',
    'kyc-status GET nock certain 7',
  ],
  [
    'a helper that says the path itself',
    [NOCK, 'const answer = (body) => nock(API).post("/document/generate").reply(200, body);', 'answer({});'],
    'document-generate POST nock likely 2',
  ],
  [
    'a helper that calls itself',
    [MSW, 'function f(path) { http.post(path, r); f(path); }', 'f("/document/generate");'],
    'document-generate POST msw likely 3',
  ],
  [
    'another host',
    [NOCK, 'nock("https://api.acme.io").post("/document/generate").reply(200);'],
    'document-generate POST nock possible 2',
  ],
  [
    'a pattern for another host',
    [NOCK, 'nock(/api\\.acme\\.io/).post("/document/generate").reply(200);'],
    'document-generate POST nock possible 2',
  ],
  [
    'another host behind a wildcard',
    [MSW, 'http.post("https://*.acme.io/document/generate", resolve);'],
    'document-generate POST msw possible 2',
  ],
  [
    'another method',
    [MSW, 'http.get("*/document/generate", resolve);'],
    'document-generate GET msw possible 2',
  ],
  [
    'a prefix',
    [MSW, 'http.post("*/api/v1/document/generate", resolve);'],
    'document-generate POST msw possible 2',
  ],
  [
    'another path below /document',
    [MSW, 'http.all("*/document/*", resolve);'],
    'document-other * msw possible 2',
  ],
];
