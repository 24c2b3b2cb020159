import type { Row } from '../analysis/calls.js';

const HTTPS = 'import https from "node:https";';
const GENERATE = 'document-generate POST node-http likely';

export const ROWS: readonly Row[] = [
  [
    'a URL and options',
    `${HTTPS} https.request("http://localhost/document/generate", { method: "POST" }, done)`,
    `${GENERATE} 1`,
  ],
  [
    'a URL object',
    `${HTTPS} https.request(new URL("/document/generate", base), { method: "POST" })`,
    `${GENERATE} 1`,
  ],
  [
    'options',
    `${HTTPS} https.request({ hostname: "localhost", port: 443, path: "/document/generate", method: "POST" }, done)`,
    `${GENERATE} 1`,
  ],
  [
    'options with host',
    `${HTTPS} https.request({ host: process.env.HOST, path: "/document/generate", method: "POST" })`,
    `${GENERATE} 1`,
  ],
  [
    'options in a variable',
    [HTTPS, 'const options = { hostname, path: `/customer/kyc/status/${id}` };', 'https.get(options, done);'],
    'kyc-status GET node-http likely 3',
  ],
  [
    'options without a host',
    `${HTTPS} https.request({ socketPath, path: "/document/generate", method: "POST" })`,
    `${GENERATE} 1`,
  ],
  [
    'get of a URL',
    `${HTTPS} https.get(\`http://localhost/customer/kyc/status/\${id}\`, done)`,
    'kyc-status GET node-http likely 1',
  ],
  [
    'http',
    'const http = require("http"); http.request("http://localhost/document/generate", { method: "POST" })',
    `${GENERATE} 1`,
  ],
  [
    'a named import',
    'import { request } from "https"; request("http://localhost/document/generate", { method: "POST" })',
    `${GENERATE} 1`,
  ],
  [
    'a namespace import',
    'import * as https from "https"; https.request("http://localhost/document/generate", { method: "POST" })',
    `${GENERATE} 1`,
  ],
  [
    'connectFi’s host',
    `${HTTPS} https.request({ hostname: "api.connectfi.com", path: "/document/generate", method: "POST" })`,
    'document-generate POST node-http certain 1',
  ],
  [
    'the token, set later',
    [
      HTTPS,
      'const req = https.request("http://localhost/document/generate", { method: "POST" });',
      'req.setHeader("x-connectfi-token", token);',
      'req.end();',
    ],
    'document-generate POST node-http certain 2',
  ],
  ['a server is no client', `${HTTPS} https.createServer((req) => req.url === "/document/generate")`],

  [
    'parts of a URL',
    [
      HTTPS,
      'const url = new URL("/document/generate?x=1", "https://api.connectfi.com");',
      'https.request({ hostname: url.hostname, path: url.pathname + url.search, method: "POST" });',
    ],
    'document-generate POST node-http certain 3',
  ],
];
