/** A title, and the lines of a file without a test double of a deprecated endpoint. */
type LookAlike = readonly [name: string, ...lines: readonly string[]];

const MSW = 'import { http, graphql } from "msw";';
const NOCK = 'import nock from "nock";';
const ADAPTER = 'import axios from "axios"; import MockAdapter from "axios-mock-adapter";';

export const LOOK_ALIKES: readonly LookAlike[] = [
  ['msw: other paths', MSW, 'http.post("*/documents", f); http.post("*/customer/init", f);'],
  ['msw: the successor', MSW, 'http.post("*/akepa/document/generate", f);'],
  ['msw: a path that only begins alike', MSW, 'http.post("*/document-generate", f);'],
  ['msw: a regular expression', MSW, 'http.post(/document.generate$/, f);'],
  [
    'a regular expression for anything',
    MSW,
    'http.post(/.*/, f); http.get(/status/, f); http.get(/\\/status\\/\\w+/, f); http.post(/upload/, f); http.post(/init$/, f);',
  ],
  [
    'a regular expression for several paths',
    MSW,
    'http.post(/document\\/generate|customer\\/init/, f); http.post(/document\\/(generate|list)/, f); http.all(/customer\\/kyc/, f);',
  ],
  [
    'a regular expression for other paths',
    MSW,
    'http.post(/akepa\\/document\\/generate/, f); http.post(/document\\/generate-all/, f); http.get(/case\\/status/, f); http.post(/v1\\/kyc\\/init/, f); http.get(/account\\/list/, f);',
  ],
  [
    'a regular expression that is hard to read',
    MSW,
    'http.post(/(?=x)document\\/generate\\u0041/, f); http.post(/(a+)+document\\/(?<x>generate)\\1/, f);',
  ],
  ['msw: a predicate', MSW, 'http.post(({ request }) => request.url.endsWith("/document/generate"), f);'],
  ['msw: a GraphQL operation', MSW, 'graphql.query("/document/generate", f);'],
  ['msw: everything', MSW, 'http.all("*", f); http.post(`*`, f); http.post();'],
  [
    'msw: what it has besides',
    MSW,
    'http.toString("/document/generate"); http.post.call("/document/generate");',
  ],
  ['an own http', 'const http = { post(path, f) {} };', 'http.post("/document/generate", f);'],
  ['an own function', 'function post(path, f) {}', 'post("/document/generate", f);'],
  [
    'the http of another package',
    'import { http } from "@acme/http";',
    'http.post("/document/generate", f);',
  ],
  [
    'a type of msw by the same name',
    'import type { http } from "msw-types";',
    'http.post("/document/generate", f);',
  ],
  ['a parameter', 'function setUp(http) { http.post("/document/generate", f); }'],
  ['Express', 'import express from "express";', 'const app = express(); app.post("/document/generate", f);'],
  ['Node’s http', 'import http from "node:http";', 'http.get("http://localhost/document/generate");'],
  ['nock: other paths', NOCK, 'nock("https://api.connectfi.com").post("/document").reply(200);'],
  ['nock: a regular expression', NOCK, 'nock(API).post(/document.generate/).reply(200);'],
  [
    'nock: a regular expression in a constant',
    NOCK,
    'const PATH = /document.generate/; nock(API).get(PATH).reply(200);',
  ],
  ['nock: a function', NOCK, 'nock(API).post((uri) => uri.includes("/document/generate")).reply(200);'],
  [
    'nock: the successor',
    NOCK,
    'nock("https://api.connectfi.com/akepa").post("/document/generate").reply(200);',
  ],
  ['nock: a body', NOCK, 'nock(API).post("/a", "/document/generate").reply(200, "/document/generate");'],
  [
    'nock: a regular expression below a base',
    NOCK,
    'nock("https://api.connectfi.com/document").post(/generate/).reply(200);',
  ],
  [
    'nock: a function below a base',
    NOCK,
    'nock("https://api.connectfi.com/document/upload").post(() => true).reply(200);',
  ],
  ['nock: recordings', NOCK, 'nock.back("/document/generate"); nock.load("/document/generate");'],
  ['axios-mock-adapter: other paths', ADAPTER, 'new MockAdapter(axios).onPost("/documents").reply(200);'],
  [
    'axios-mock-adapter: a regular expression',
    ADAPTER,
    'new MockAdapter(axios).onPost(/document.generate/).reply(200);',
  ],
  [
    'axios-mock-adapter: every URL',
    ADAPTER,
    'new MockAdapter(axios).onPost().reply(200, "/document/generate");',
  ],
  [
    'an own adapter',
    'import MockAdapter from "./mock-adapter";',
    'new MockAdapter(axios).onPost("/document/generate");',
  ],
  [
    'fetch-mock: everything',
    'import fetchMock from "fetch-mock";',
    'fetchMock.any("/document/generate"); fetchMock.mock("*", 200);',
  ],
  [
    'fetch-mock: questions about calls',
    'import fetchMock from "fetch-mock";',
    'fetchMock.called("/document/generate"); fetchMock.lastCall("/document/generate");',
  ],
  [
    'jest: other paths and answers',
    [
      'expect(api.post).toHaveBeenCalledWith("/documents", body); expect(path).toBe("/document/generate");',
      'api.get.mockResolvedValue({ data: { kyc: true, documents: [], code: "documentNotFound" } });',
      'api.post.mockImplementation((url) => url === "/users" ? a : b); assert.calledWith("/document/generate");',
      'expect(page).toMatchInlineSnapshot(`<a href="/documents/generate">kyc</a>`); expect(x).toBe(spy.mock.calls);',
    ].join(' '),
  ],
  [
    'jest: other members and arguments',
    [
      'expect(client.request).toHaveBeenCalledWith({ url: "/documents", label: "/document/generate" });',
      'expect(send).toHaveBeenCalledWith("POST", "/users", { nested: { url: "/document/generate" } });',
      'expect(send).toEqual({ url: "/document/generate" });',
    ].join(' '),
  ],
  ['jest: a module', 'jest.mock("/document/generate", () => ({ post: jest.fn() }));'],
  ['a router', 'const page = createPage(); page.route("/document/generate", f);'],
  [
    'a page of another test library',
    'import { test } from "@acme/test";',
    'test("x", ({ page }) => page.route("**/document/generate", f));',
  ],
  [
    'Playwright: a regular expression',
    'import { test } from "@playwright/test";',
    'test("x", ({ page }) => page.route(/document.generate/, f));',
  ],
  [
    'Playwright: another fixture',
    'import { test } from "@playwright/test";',
    'test("x", ({ router }) => router.route("/document/generate", f));',
  ],
  [
    'Playwright: what it waits for',
    'import { test } from "@playwright/test";',
    'test("x", ({ page }) => page.waitForURL("/document/generate"));',
  ],
  ['Cypress: other paths', 'cy.intercept("POST", "**/documents"); cy.intercept({ method: "POST" }, f);'],
  ['Cypress: a regular expression', 'cy.intercept("POST", /document.generate/);'],
  ['Cypress: the page that is visited', 'cy.visit("/document/generate"); cy.get("/document/generate");'],
  ['Cypress: an own cy', 'const cy = { intercept() {} }; cy.intercept("POST", "/document/generate");'],
  [
    'Cypress: the cy of another package',
    'import { cy } from "@acme/cy";',
    'cy.intercept("POST", "/document/generate");',
  ],
  [
    'Angular: the controller of another package',
    'import { HttpTestingController } from "@acme/testing";',
    'const f = (http: HttpTestingController) => http.expectOne("/document/generate");',
  ],
  [
    'undici: no mock',
    'import { Agent } from "undici";',
    'new Agent().get(API).intercept({ path: "/document/generate", method: "POST" });',
  ],
  [
    'undici: a pattern',
    'import { MockAgent } from "undici";',
    'new MockAgent().get(API).intercept({ path: (path) => path === "/document/generate" });',
  ],
  [
    'Angular: a controller of one’s own',
    'class HttpTestingController {}',
    'function f(http: HttpTestingController) { http.expectOne("/document/generate"); }',
  ],
  [
    'Angular: a predicate',
    'import { HttpTestingController } from "@angular/common/http/testing";',
    'const f = (http: HttpTestingController) => http.match((r) => r.url === "/document/generate");',
  ],
  ['a comment', MSW, '// http.post("/document/generate", f)'],
];
