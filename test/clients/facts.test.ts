import { expect, test } from 'vitest';

import { bodyText, sentIn } from './sent.js';

const H = 'headers: { "X-Token": t }';
const RTK = 'import { createApi, fetchBaseQuery } from "@reduxjs/toolkit/query";';

/** Source, then: body, header names, payload. */
test.each([
  [
    'import { ofetch } from "ofetch"; ofetch("/a", { body: { a: 1 }, ' + H + ' })',
    '{ a: 1 }',
    'x-token',
    'option body',
  ],
  [
    'import w from "wretch"; w("/a").headers({ "X-Token": t }).auth("x").post({ a: 1 })',
    '{ a: 1 }',
    'x-token,authorization',
    'argument 0',
  ],
  ['import w from "wretch"; w("/a").json({ a: 1 }).content("x").put()', '{ a: 1 }', 'content-type', 'chain'],
  [
    'import n from "needle"; n("post", "/a", { a: 1 }, { json: true, ' + H + ' })',
    '{ a: 1 }',
    'x-token',
    'argument 2',
  ],
  ['import n from "needle"; n("post", "/a", { a: 1 })', '{ a: 1 }', '', 'fixed it is sent as a form'],
  [
    'import n from "needle"; n.post("/a", b, { json: true }, (e, r) => r)',
    'b',
    '',
    'stream a callback reads the answer',
  ],
  [
    'import rp from "request-promise"; rp({ url: "/a", json: true, body: { a: 1 }, ' + H + ' })',
    '{ a: 1 }',
    'x-token',
    'option body',
  ],
  ['import rp from "request-promise"; rp.post("/a", { json: { a: 1 } })', '{ a: 1 }', '', 'option json'],
  [
    'import rp from "request-promise"; rp.post("/a", { body: JSON.stringify({ a: 1 }) })',
    '{ a: 1 }',
    '',
    'option body encoded',
  ],
  [
    'import rp from "request-promise"; rp.post("/a", { form: { a: 1 } })',
    '{ a: 1 }',
    '',
    'fixed it is sent as a form',
  ],
  [
    'import r from "request"; r.post("/a", { json: { a: 1 } }, done)',
    '{ a: 1 }',
    '',
    'stream a callback reads the answer',
  ],
  [
    '$.ajax({ url: "/a", type: "POST", data: JSON.stringify({ a: 1 }), contentType: "application/json" })',
    '{ a: 1 }',
    'content-type',
    'option data encoded',
  ],
  ['$.post("/a", { a: 1 })', '{ a: 1 }', '', 'fixed it is sent as a form'],
  [
    '$.ajax({ url: "/a", data: JSON.stringify(b), success: f })',
    'b',
    '',
    'stream a callback reads the answer',
  ],
  [
    'import { HttpClient } from "@angular/common/http"; const f = (h: HttpClient) => h.post("/a", { a: 1 }, { ' +
      H +
      ' }).subscribe((x) => x)',
    '{ a: 1 }',
    'x-token',
    'argument 1',
  ],
  [
    'import { HttpClient } from "@angular/common/http"; const f = (h: HttpClient) => h.request("PUT", "/a", { body: b })',
    'b',
    '',
    'option body',
  ],
  [
    'import { HttpClient } from "@angular/common/http"; const f = (h: HttpClient) => h.post("/a", b).subscribe({ next: g })',
    'b',
    '',
    'stream what reads the answer is not in reach',
  ],
  [
    'import { HttpService } from "@nestjs/axios"; const f = (h: HttpService) => h.post("/a", { a: 1 }, { ' +
      H +
      ' })',
    '{ a: 1 }',
    'x-token',
    'argument 1',
  ],
  [
    'import { HttpService } from "@nestjs/axios"; const f = (h: HttpService) => h.post("/a", b).subscribe({ next: g })',
    'b',
    '',
    'stream what reads the answer is not in reach',
  ],
  [
    'import apiFetch from "@wordpress/api-fetch"; apiFetch({ path: "/a", data: { a: 1 }, ' + H + ' })',
    '{ a: 1 }',
    'x-token',
    'option data',
  ],
  [
    'import apiFetch from "@wordpress/api-fetch"; apiFetch({ path: "/a", body: JSON.stringify({ a: 1 }) })',
    '{ a: 1 }',
    '',
    'option body encoded',
  ],
  [
    'import c from "openapi-fetch"; c().POST("/a", { body: { a: 1 }, ' + H + ' })',
    '{ a: 1 }',
    'x-token',
    'option body',
  ],
  ['import c from "openapi-fetch"; c().POST("/a/{id}", { body: b })', 'b', '', 'option body'],
  [
    `${RTK} createApi({ baseQuery: fetchBaseQuery({ ${H} }), endpoints: (b) => ({ a: b.mutation({ query: (body) => ({ url: "/a", body: { a: 1 } }) }) }) })`,
    '{ a: 1 }',
    'x-token',
    'option body',
  ],
  [
    'import { test } from "@playwright/test"; test("a", ({ request }) => request.post("/a", { data: { a: 1 }, ' +
      H +
      ' }))',
    '{ a: 1 }',
    'x-token',
    'option data',
  ],
  [
    'import r from "supertest"; r("http://x").post("/a").send(b).expect(200, { id: 1 })',
    'b',
    '',
    'stream an expectation reads the answer',
  ],
  [
    'import { ofetch } from "ofetch"; ofetch.create({ onResponse() {} })("/a", { body: b })',
    'b',
    '',
    'stream a hook reads the answer',
  ],
  ['cy.request("POST", "/a", { a: 1 })', '{ a: 1 }', '', 'stream later commands read the answer'],
  [
    'import r from "supertest"; r("http://x").post("/a").set("X-Token", t).send({ a: 1 })',
    '{ a: 1 }',
    'x-token',
    'chain',
  ],
])('%s', (source, body, headers, payload) => {
  const [sent, more] = sentIn(source);
  expect(more).toBeUndefined();
  expect(sent && bodyText(sent)).toBe(body);
  expect(sent?.request.headerNames.join()).toBe(headers);
  expect(sent && described(sent.request.payload)).toBe(payload);
});

test('where the parsed answer stands', () => {
  const shapeOf = (source: string): unknown => sentIn(source)[0]?.request.answer;
  expect(shapeOf('import { ofetch } from "ofetch"; ofetch("/a")')).toEqual([[]]);
  expect(shapeOf('import { ofetch } from "ofetch"; ofetch.raw("/a")')).toEqual([['_data']]);
  expect(shapeOf('import w from "wretch"; w("/a").get()')).toEqual([['json', '()']]);
  expect(shapeOf('import n from "needle"; n("get", "/a")')).toEqual([['body']]);
  expect(shapeOf('$.get("/a")')).toEqual([[]]);
  expect(shapeOf('import c from "openapi-fetch"; c().GET("/a")')).toEqual([['data']]);
  expect(
    shapeOf('import { HttpService } from "@nestjs/axios"; const f = (h: HttpService) => h.get("/a")'),
  ).toEqual([['data']]);
});

function described(payload: NonNullable<ReturnType<typeof sentIn>[0]>['request']['payload']): string {
  switch (payload.kind) {
    case 'argument':
      return `argument ${payload.index}`;
    case 'option':
      return `option ${payload.key}${payload.encoded ? ' encoded' : ''}`;
    case 'stream':
      return `stream ${payload.why ?? ''}`.trim();
    case 'fixed':
      return `fixed ${payload.why}`;
    case 'chain':
    case 'written':
      return payload.kind;
  }
}
