import type { Row } from '../analysis/calls.js';

const GENERATE = 'document-generate POST fetch likely';
const SEND = '("/document/generate", { method: "POST" })';

export const ROWS: readonly Row[] = [
  ['GET by default', 'fetch(`/customer/kyc/status/${id}`)', 'kyc-status GET fetch likely 1'],
  ['GET with options', 'fetch(`/customer/kyc/status/${id}`, { headers })', 'kyc-status GET fetch likely 1'],
  ['POST', `fetch${SEND}`, `${GENERATE} 1`],
  ['the method in lower case', 'fetch("/document/generate", { method: "post" })', `${GENERATE} 1`],
  [
    'the method as a constant',
    'const POST = "POST"; fetch("/document/generate", { method: POST })',
    `${GENERATE} 1`,
  ],
  [
    'the method of an enum',
    'enum M { Post = "POST" } fetch("/document/generate", { method: M.Post })',
    `${GENERATE} 1`,
  ],
  [
    'options in a variable',
    ['const init = { method: "POST", body };', 'fetch("/document/generate", init);'],
    `${GENERATE} 2`,
  ],
  ['options with a spread', 'fetch("/document/generate", { ...shared, method: "POST" })', `${GENERATE} 1`],
  [
    'options that are filled in',
    'const init: RequestInit = {}; init.method = "POST"; fetch("/document/generate", init)',
    `${GENERATE} 1`,
  ],
  ['new Request', 'fetch(new Request("/document/generate", { method: "POST" }))', `${GENERATE} 1`],
  [
    'a Request in a variable',
    ['const request = new Request("/document/generate", { method: "POST" });', 'await fetch(request);'],
    `${GENERATE} 2`,
  ],
  ['node-fetch', `import fetch from "node-fetch"; fetch${SEND}`, `${GENERATE} 1`],
  ['node-fetch by another name', `import send from "node-fetch"; send${SEND}`, `${GENERATE} 1`],
  [
    'node-fetch’s Request',
    'import fetch, { Request } from "node-fetch"; fetch(new Request("/document/generate", { method: "POST" }))',
    `${GENERATE} 1`,
  ],
  ['cross-fetch', `import { fetch } from "cross-fetch"; fetch${SEND}`, `${GENERATE} 1`],
  ['cross-fetch, required', `const fetch = require("cross-fetch"); fetch${SEND}`, `${GENERATE} 1`],
  ['isomorphic-fetch', `import fetch from "isomorphic-fetch"; fetch${SEND}`, `${GENERATE} 1`],
  ['undici.fetch', `import * as undici from "undici"; undici.fetch${SEND}`, `${GENERATE} 1`],
  ['undici’s fetch', `import { fetch } from "undici"; fetch${SEND}`, `${GENERATE} 1`],
  ['another method', 'fetch("/document/generate")', 'document-generate GET fetch possible 1'],
  [
    'a method that depends',
    'fetch("/document/generate", { method: a ? "POST" : "PUT" })',
    'document-generate ? fetch possible 1',
  ],
  [
    'options that are not in reach say the method',
    'fetch("/document/generate", init)',
    'document-generate ? fetch possible 1',
  ],
  [
    'options that are partly in reach, too',
    'fetch("/document/generate", { headers, ...init })',
    'document-generate ? fetch possible 1',
  ],
  [
    'no other service has /customer/kyc',
    'fetch(`/customer/kyc/status/${id}`, init)',
    'kyc-status ? fetch likely 1',
  ],
  [
    'connectFi is named',
    'fetch(`${CONNECTFI_URL}/document/generate`, init)',
    'document-generate ? fetch likely 1',
  ],
];
