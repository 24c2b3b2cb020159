import type { Row } from '../analysis/calls.js';

const NEEDLE = 'import needle from "needle";';
const REQUEST = 'import request from "request";';
const PROMISE = 'const rp = require("request-promise");';
const JQUERY = 'import $ from "jquery";';
const needle = (line: number): string => `document-generate POST needle likely ${line}`;
const requested = (line: number): string => `document-generate POST request likely ${line}`;
const jquery = (line: number): string => `document-generate POST jquery likely ${line}`;

export const ROWS: readonly Row[] = [
  ['needle.post', `${NEEDLE} needle.post("/document/generate", body, { json: true }, done)`, needle(1)],
  [
    'needle with a method',
    `${NEEDLE} await needle("post", "/document/generate", body, { json: true })`,
    needle(1),
  ],
  ['needle.request', `${NEEDLE} needle.request("POST", "/document/generate", body, done)`, needle(1)],
  [
    'needle, required',
    'const { post } = require("needle"); post("/document/generate", body, done)',
    needle(1),
  ],
  ['needle.get', `${NEEDLE} needle.get("/customer/kyc/status/1", done)`, 'kyc-status GET needle likely 1'],
  [
    'needle with a URL alone, and with data',
    [
      `${NEEDLE} needle("http://localhost/customer/kyc/status/1");`,
      'needle("http://localhost/document/generate", body, {});',
    ],
    'kyc-status GET needle likely 1',
    needle(2),
  ],
  [
    'needle with the token',
    [
      NEEDLE,
      'const options = { headers: { "X-ConnectFi-Token": token } };',
      'needle("get", "/customer/kyc/status/1", options);',
      'needle.post("/document/generate", body, options);',
    ],
    'kyc-status GET needle certain 3',
    'document-generate POST needle certain 4',
  ],
  [
    'needle’s other exports',
    `${NEEDLE} needle.defaults("/document/generate"); needle.stringify("/document/generate")`,
  ],
  ['another needle', 'import needle from "./needle"; needle.post("/document/generate", body)'],
  ['a needle in a haystack', 'const find = (needle) => needle.get("/customer/kyc/status/1")'],

  [
    'request with options',
    `${REQUEST} request({ url: "/document/generate", method: "POST", json: {} }, done)`,
    requested(1),
  ],
  [
    'request with uri',
    `${REQUEST} request({ uri: "/document/generate", method: "POST" }, done)`,
    requested(1),
  ],
  [
    'request with a URL and options',
    `${REQUEST} request("/document/generate", { method: "POST" }, done)`,
    requested(1),
  ],
  [
    'request with a URL and a callback',
    `${REQUEST} request("/customer/kyc/status/1", (e, r, b) => b)`,
    'kyc-status GET request likely 1',
  ],
  ['request.post', `${REQUEST} request.post({ url: "/document/generate", form: {} }, done)`, requested(1)],
  [
    'request.post with a URL',
    `${REQUEST} request.post("/document/generate", { json: body }, (e, r, b) => b)`,
    requested(1),
  ],
  [
    'request, required',
    'const { post } = require("request"); post("/document/generate").form({})',
    requested(1),
  ],
  [
    'request-promise',
    `${PROMISE} rp({ method: "POST", uri: "/document/generate", body: {}, json: true })`,
    requested(1),
  ],
  [
    'request-promise-native',
    'import rp from "request-promise-native"; await rp.post("/document/generate", { json: {} })',
    requested(1),
  ],
  [
    'options in a variable',
    [
      PROMISE,
      'const options = { method: "POST", uri: `${base}/document/generate`, json: true };',
      'await rp(options);',
    ],
    requested(3),
  ],
  [
    'request.defaults',
    [
      REQUEST,
      'const api = request.defaults({ baseUrl: "http://localhost/document", headers: { "x-connectfi-token": t } });',
      'api.post("/generate", { json: {} }, done);',
      'api.defaults({ timeout: 1 }).post({ url: "generate" }, done);',
    ],
    'document-generate POST request certain 3',
    'document-generate POST request certain 4',
  ],
  [
    'request’s other exports',
    `${REQUEST} request.jar("/document/generate"); request.cookie("/document/generate")`,
  ],
  ['a request of a server', 'app.use((request, response) => request.post("/document/generate"))'],
  ['a request of another package', 'import request from "./request"; request.post("/document/generate")'],

  ['$.ajax', '$.ajax({ url: "/document/generate", method: "POST", data })', jquery(1)],
  ['$.ajax with type', '$.ajax({ type: "POST", url: "/document/generate" })', jquery(1)],
  ['$.ajax with a URL', '$.ajax("/document/generate", { type: "post" })', jquery(1)],
  ['$.ajax is GET by default', 'jQuery.ajax(`/customer/kyc/status/${id}`)', 'kyc-status GET jquery likely 1'],
  ['$.post', '$.post("/document/generate", { a: 1 }, (answer) => show(answer))', jquery(1)],
  ['$.post with options', 'jQuery.post({ url: "/document/generate", data })', jquery(1)],
  ['$.get', 'window.$.get("/customer/kyc/status/1", show)', 'kyc-status GET jquery likely 1'],
  [
    '$.getJSON',
    'window.jQuery.getJSON("/customer/kyc/status/1").done(show)',
    'kyc-status GET jquery likely 1',
  ],
  ['jQuery, imported', `${JQUERY} $.post("/document/generate")`, jquery(1)],
  ['jQuery, required', 'const jq = require("jquery"); jq.post("/document/generate")', jquery(1)],
  [
    '$.ajax with the token',
    '$.ajax({ url: "/document/generate", type: "POST", headers: { "x-connectfi-token": t } })',
    'document-generate POST jquery certain 1',
  ],
  [
    'options in a variable',
    'const settings = { url: "/document/generate", type: "POST" }; $.ajax(settings)',
    jquery(1),
  ],
  [
    'an element',
    '$("/document/generate"); $("#x").load("/document/generate"); $("a").attr("href", "/document/generate")',
  ],
  ['another $', 'import $ from "cheerio"; $.post("/document/generate")'],
  ['a $ of cheerio', 'import { load } from "cheerio"; const $ = load(html); $.post("/document/generate")'],
  ['a $ that is passed in', 'const f = ($) => $.post("/document/generate")'],
];
