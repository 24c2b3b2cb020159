import type { Row } from '../analysis/calls.js';

const GOT = 'import got from "got";';
const KY = 'import ky from "ky";';

export const ROWS: readonly Row[] = [
  ['got', `${GOT} got("http://localhost/customer/kyc/status/1")`, 'kyc-status GET got likely 1'],
  [
    'got with options',
    `${GOT} got("/document/generate", { method: "POST" })`,
    'document-generate POST got likely 1',
  ],
  [
    'got of options alone',
    `${GOT} got({ url: "/document/generate", method: "POST" })`,
    'document-generate POST got likely 1',
  ],
  [
    'got.post',
    `${GOT} got.post("/document/generate", { json: {} }).json()`,
    'document-generate POST got likely 1',
  ],
  [
    'got with prefixUrl',
    `${GOT} got.post("generate", { prefixUrl: "http://localhost/document" })`,
    'document-generate POST got likely 1',
  ],
  [
    'got.extend',
    [`${GOT} const api = got.extend({ prefixUrl: base });`, 'api.post("document/generate");'],
    'document-generate POST got likely 2',
  ],
  [
    'got.extend, twice',
    [
      `${GOT} const api = got.extend({ prefixUrl: "http://localhost/customer" });`,
      'const kyc = api.extend({ method: "POST" });',
      'kyc("kyc/init");',
    ],
    'kyc-init POST got likely 3',
  ],
  [
    'got.extend with several options',
    [
      `${GOT} const api = got.extend({ prefixUrl: "http://localhost/customer" }, { retry: 0 });`,
      'api.post("kyc/init");',
    ],
    'kyc-init POST got likely 2',
  ],
  [
    'got, required',
    'const { got } = require("got"); got.post("/document/generate")',
    'document-generate POST got likely 1',
  ],
  ['got.stream', `${GOT} got.stream.post("/document/generate")`, 'document-generate POST got likely 1'],
  ['ky', `${KY} ky("/customer/kyc/status/1").json()`, 'kyc-status GET ky likely 1'],
  [
    'ky.post',
    `${KY} await ky.post("/document/generate", { json: {} }).json()`,
    'document-generate POST ky likely 1',
  ],
  [
    'ky with options',
    `${KY} ky("/document/generate", { method: "post" })`,
    'document-generate POST ky likely 1',
  ],
  [
    'ky with prefixUrl',
    `${KY} ky.post("generate", { prefixUrl: "http://localhost/document" })`,
    'document-generate POST ky likely 1',
  ],
  [
    'ky with the newer prefix',
    `${KY} ky.post("generate", { prefix: "http://localhost/document" })`,
    'document-generate POST ky likely 1',
  ],
  [
    'ky.create',
    [`${KY} const api = ky.create({ prefixUrl: base });`, 'api.post("document/generate");'],
    'document-generate POST ky likely 2',
  ],
  [
    'ky.extend of ky.create',
    [
      `${KY} const api = ky.create({ prefixUrl: "http://localhost/customer" }).extend({ retry: 0 });`,
      'api.get(`kyc/status/${id}`);',
    ],
    'kyc-status GET ky likely 2',
  ],
  ['ky of a URL', `${KY} ky.get(new URL("/customer/kyc/status/1", base))`, 'kyc-status GET ky likely 1'],

  [
    'got.extend with several options, the last one wins',
    [
      `${GOT} const api = got.extend({ prefixUrl: "http://localhost/x" }, { prefixUrl: "http://localhost/customer" });`,
      'api.post("kyc/init");',
    ],
    'kyc-init POST got likely 2',
  ],
];
