const AXIOS = 'import axios from "axios";';
const POST = '{ method: "POST" }';

export const LOOK_ALIKES: readonly (readonly [name: string, source: string | readonly string[]])[] = [
  // Live endpoints of the same vendor.
  ['/customer/init', `${AXIOS} axios.post(CONNECTFI_URL + "/customer/init", body)`],
  ['/customer/status/:id', `${AXIOS} axios.get(\`\${CONNECTFI_URL}/customer/status/\${id}\`)`],
  ['/customer/update', `${AXIOS} axios.post(CONNECTFI_URL + "/customer/update", body)`],
  ['/customer/add-employee', `fetch("https://api.connectfi.com/customer/add-employee", ${POST})`],
  ['/auth/get-token', `fetch("https://api.connectfi.com/auth/get-token", ${POST})`],
  ['/akepa/identification', `fetch("https://api.connectfi.com/akepa/identification", ${POST})`],
  ['/akepa/document/generate', `fetch("https://api.connectfi.com/akepa/document/generate", ${POST})`],
  ['/akepa/document/upload', `fetch(\`\${CONNECTFI_URL}/akepa/document/upload/\${id}\`, ${POST})`],
  [
    'akepa in the base',
    [
      `${AXIOS} const api = axios.create({ baseURL: "https://api.connectfi.com/akepa" });`,
      'api.post("/document/generate");',
    ],
  ],
  [
    'akepa in a constant',
    `const AKEPA = "/akepa"; fetch(CONNECTFI_URL + AKEPA + "/document/generate", ${POST})`,
  ],
  // Whole segments, whole paths.
  ['a longer last segment', `fetch("/case/document/generateAnyDoc", ${POST})`],
  ['a longer last segment of connectFi', `fetch(CONNECTFI_URL + "/case/document/generateAnyDoc", ${POST})`],
  ['a longer first segment', `fetch("/edocument/upload/x", ${POST})`],
  ['a longer first segment of connectFi', `fetch(CONNECTFI_URL + "/edocument/upload/x", ${POST})`],
  ['another spelling', `fetch("/document-generate", ${POST}); fetch("/document_generate", ${POST})`],
  ['another case', `fetch("/Document/Generate", ${POST})`],
  ['the plural', `fetch("/documents/generate", ${POST}); fetch("/documents/upload/1", ${POST})`],
  ['another product', `fetch("https://api.docusign.com/document/generate", ${POST})`],
  [
    'another product’s instance',
    [
      `${AXIOS} const api = axios.create({ baseURL: "https://api.acme.io/v2" });`,
      'api.post("/document/generate");',
    ],
  ],
  [
    'a deeper path',
    `fetch("/document/generate/preview", ${POST}); fetch("/document/upload/1/pages", ${POST})`,
  ],
  ['a prefix of one’s own', `fetch("/api/document/generate", ${POST})`],
  ['customer and kyc apart', 'fetch("/customer/1/kyc/status/2")'],
  ['kyc without customer', 'fetch("/kyc/status/2")'],
  ['the path in a query', 'fetch("/redirect?to=/document/generate")'],
  ['the path in a fragment', `fetch("/app#/document/generate", ${POST})`],
  ['another method', 'fetch("/document/generate"); fetch("/document/generate", { method: "DELETE" })'],
  ['card/list with another method', `fetch("/card/list/1", ${POST})`],
  // No HTTP client.
  [
    'an Express route',
    'import express from "express"; const app = express(); app.post("/document/generate", handler)',
  ],
  [
    'an Express router',
    'import { Router } from "express"; const router = Router(); router.get("/customer/kyc/status/:id", handler)',
  ],
  ['a Fastify route', 'const app = require("fastify")(); app.post("/document/generate", async () => {})'],
  [
    'a Fastify route object',
    'import Fastify from "fastify"; Fastify().route({ method: "POST", url: "/document/generate", handler })',
  ],
  [
    'fastify.inject',
    'import Fastify from "fastify"; Fastify().inject({ method: "POST", url: "/document/generate" })',
  ],
  ['a Koa route', 'import Router from "@koa/router"; new Router().post("/document/generate", handler)'],
  [
    'a Hono route',
    'import { Hono } from "hono"; const app = new Hono(); app.post("/document/generate", (c) => c.json({}))',
  ],
  ['a Hono client', 'import { hc } from "hono/client"; hc("/").document.generate.$post()'],
  [
    'a Nest controller',
    '@Controller("document") class Documents { @Post("/document/generate") generate() {} }',
  ],
  [
    'a router path',
    'const routes = [{ path: "/document/generate", element: null }]; navigate("/document/generate"); router.push("/document/generate")',
  ],
  [
    'a server that compares',
    'import http from "http"; http.createServer((req) => req.method === "POST" && req.url === "/document/generate")',
  ],
  [
    'a file',
    'import fs from "fs"; fs.readFile("/document/generate", done); fs.promises.readFile("/document/generate")',
  ],
  [
    'a joined path',
    'import path from "path"; path.join("/document/generate"); path.resolve("/customer/kyc/init")',
  ],
  [
    'an i18n key',
    't("/document/generate"); i18n.t("customer/kyc/init"); const m = { "/document/generate": "Generate" }',
  ],
  [
    'comments',
    [
      '// fetch("/document/generate", { method: "POST" })',
      '/* axios.post("/document/generate") */',
      '/** {@link axios.post}("/document/generate") */',
    ],
  ],
  [
    'text',
    'const help = `fetch("/document/generate", { method: "POST" })`; console.log("POST /document/generate")',
  ],
  [
    'a type',
    'type P = "/document/generate"; declare function post(path: "/document/generate"): void; post("/document/generate")',
  ],
  ['a regular expression', '/\\/document\\/generate/.test(url); url.startsWith("/document/generate")'],
  [
    'a test’s expectation',
    `${AXIOS} expect(axios.post).toHaveBeenCalledWith("/document/generate"); axios.post.mockResolvedValue("/document/generate")`,
  ],
  [
    'a mocked method',
    `${AXIOS} vi.mocked(axios.post).mockReturnValue("/document/generate"); jest.spyOn(axios, "post")`,
  ],
  ['supertest', 'import request from "supertest"; request(app).post("/document/generate")'],
  ['a client that is not known', 'import api from "./api"; api.post("/document/generate")'],
  // Names.
  ['a function called fetch', `function fetch(url, init) {} fetch("/document/generate", ${POST})`],
  ['a constant called fetch', `const fetch = (url, init) => null; fetch("/document/generate", ${POST})`],
  ['a parameter called fetch', `function f(fetch) { fetch("/document/generate", ${POST}); }`],
  ['an import called fetch', `import { fetch } from "./http"; fetch("/document/generate", ${POST})`],
  ['a class called fetch', `class fetch {} fetch("/document/generate", ${POST})`],
  ['a caught fetch', `try {} catch (fetch) { fetch("/document/generate", ${POST}); }`],
  ['a fetch of a block', `{ let fetch = null; fetch("/document/generate", ${POST}); }`],
  ['a fetch that is hoisted', `function f() { fetch("/document/generate", ${POST}); var fetch; }`],
  ['a fetch that is replaced', `let send = fetch; send = other; send("/document/generate", ${POST})`],
  ['a parameter called axios', 'function f(axios) { return axios.post("/document/generate"); }'],
  ['a parameter that hides axios', `${AXIOS} const f = (axios) => axios.post("/document/generate")`],
  ['an axios of one’s own', 'const axios = { post(url) {} }; axios.post("/document/generate")'],
  ['an axios of a file', 'import axios from "./axios"; axios.post("/document/generate")'],
  [
    'an axios of a window of one’s own',
    'const window = { axios: { post() {} } }; window.axios.post("/document/generate")',
  ],
  ['a require of one’s own', 'function require() {} require("axios").post("/document/generate")'],
  [
    'an XMLHttpRequest of one’s own',
    'class XMLHttpRequest { open() {} } new XMLHttpRequest().open("POST", "/document/generate")',
  ],
  ['obj.fetch', `cache.fetch("/document/generate", ${POST}); this.fetch("/document/generate", ${POST})`],
  ['a window of one’s own', `const window = { fetch() {} }; window.fetch("/document/generate", ${POST})`],
  ['a method called post', 'import { http } from "msw"; http.post("/document/generate", resolver)'],
  [
    'not a member of http',
    'import { Http } from "http"; Http.request("/document/generate", { method: "POST" })',
  ],
];
