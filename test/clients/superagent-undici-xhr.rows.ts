import type { Row } from '../analysis/calls.js';

const SUPERAGENT = 'import request from "superagent";';

export const ROWS: readonly Row[] = [
  [
    'superagent',
    `${SUPERAGENT} request.post("/document/generate").set("Accept", "x").send({})`,
    'document-generate POST superagent likely 1',
  ],
  [
    'superagent over several lines',
    [SUPERAGENT, 'await request', '  .post("/document/generate")', '  .set("x-connectfi-token", token);'],
    'document-generate POST superagent certain 2',
  ],
  [
    'superagent with headers in an object',
    `${SUPERAGENT} request.post("/document/generate").set({ "X-ConnectFi-Token": token })`,
    'document-generate POST superagent certain 1',
  ],
  [
    'superagent with method and URL',
    `${SUPERAGENT} request("POST", "/document/generate")`,
    'document-generate POST superagent likely 1',
  ],
  [
    'superagent with a URL',
    `${SUPERAGENT} request("/customer/kyc/status/1")`,
    'kyc-status GET superagent likely 1',
  ],
  [
    'a superagent agent',
    [`${SUPERAGENT} const agent = request.agent();`, 'agent.get("/customer/kyc/status/1");'],
    'kyc-status GET superagent likely 2',
  ],
  [
    'superagent, required',
    'const { post } = require("superagent"); post("/document/generate")',
    'document-generate POST superagent likely 1',
  ],
  [
    'superagent upload',
    `${SUPERAGENT} request.post(\`/document/upload/\${id}\`).attach("file", path)`,
    'document-upload POST superagent likely 1',
  ],
  [
    'undici.request',
    'import { request } from "undici"; request("/document/generate", { method: "POST" })',
    'document-generate POST undici likely 1',
  ],
  [
    'undici.request, GET',
    'const undici = require("undici"); undici.request(`/customer/kyc/status/${id}`)',
    'kyc-status GET undici likely 1',
  ],
  [
    'undici.request of a URL',
    'import { request } from "undici"; request(new URL("/document/generate", base), { method: "POST" })',
    'document-generate POST undici likely 1',
  ],
  [
    'XMLHttpRequest',
    ['const xhr = new XMLHttpRequest();', 'xhr.open("POST", "/document/generate");', 'xhr.send();'],
    'document-generate POST xml-http-request likely 2',
  ],
  [
    'XMLHttpRequest of the window',
    'const xhr = new window.XMLHttpRequest(); xhr.open("GET", `/customer/kyc/status/${id}`, true)',
    'kyc-status GET xml-http-request likely 1',
  ],
  [
    'XMLHttpRequest with the token',
    [
      'let xhr = null;',
      'xhr = new XMLHttpRequest();',
      'xhr.open("POST", "/document/generate");',
      'xhr.setRequestHeader("X-ConnectFi-Token", token);',
    ],
    'document-generate POST xml-http-request certain 3',
  ],
  [
    'another open',
    'const db = new Database(); db.open("POST", "/document/generate"); window.open("/document/generate")',
  ],
];
