import type { Row } from './calls.js';

const POST = '{ method: "POST" }';
const GENERATE = 'document-generate POST fetch';

export const ROWS: readonly Row[] = [
  [
    'certain: the base URL',
    `fetch("https://api.connectfi.com/document/generate", ${POST})`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: the base URL of the vendor',
    `fetch("https://sandbox.paygears.com/v1/document/generate", ${POST})`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: the environment variable',
    `fetch(\`\${process.env.CONNECTFI_BASE_URL}/document/generate\`, ${POST})`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: … of a bundler',
    `fetch(\`\${import.meta.env.VITE_CONNECT_FI_URL}/document/generate\`, ${POST})`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: … under another name',
    `const base = process.env.CONNECTFI_URL; fetch(base + "/document/generate", ${POST})`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: … destructured',
    `const { CONNECTFI_URL: base } = process.env; fetch(base + "/document/generate", ${POST})`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: … of a member',
    `const env = process.env; fetch(env.CONNECTFI_URL + "/document/generate", ${POST})`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: what stands in for the variable',
    `const base = process.env.API || "https://api.connectfi.com"; fetch(base + "/document/generate", ${POST})`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: one of two bases',
    `const base = live ? "https://api.connectfi.com" : "http://localhost"; fetch(base + "/document/generate", ${POST})`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: the name of the constant',
    `const CONNECTFI_URL = "https://kyc.acme.io"; fetch(CONNECTFI_URL + "/document/generate", ${POST})`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: the name of the constant that holds a setting',
    `const connectFiUrl = config.get("url"); fetch(connectFiUrl + "/document/generate", ${POST})`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: the name of a member',
    `const urls = { connectfi: "https://kyc.acme.io" }; fetch(urls.connectfi + "/document/generate", ${POST})`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: the name of an instance',
    'import axios from "axios"; const connectFi = axios.create({ baseURL: "https://kyc.acme.io" }); connectFi.post("/document/generate")',
    'document-generate POST axios certain 1',
  ],
  [
    'certain: the base of an instance',
    'import axios from "axios"; const api = axios.create({ baseURL: process.env.CONNECTFI_URL }); api.post("/document/generate")',
    'document-generate POST axios certain 1',
  ],
  [
    'certain: the token',
    `fetch("/api/document/generate", { method: "POST", headers: { "X-ConnectFi-Token": token } })`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: the token in a constant',
    `const H = "x-connectfi-token"; fetch("/document/generate", { method: "POST", headers: { [H]: token } })`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: the token in a spread',
    `const auth = { "x-connectfi-token": token }; fetch("/document/generate", { method: "POST", headers: { ...auth } })`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: the token in new Headers',
    `fetch("/document/generate", { method: "POST", headers: new Headers({ "x-connectfi-token": token }) })`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: the token in pairs',
    `fetch("/document/generate", { method: "POST", headers: [["x-connectfi-token", token]] })`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: the token, assigned',
    `const headers = {}; headers["x-connectfi-token"] = token; fetch("/document/generate", { method: "POST", headers })`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: the token, set',
    `const headers = new Headers(); headers.set("x-connectfi-token", token); fetch("/document/generate", { method: "POST", headers })`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: the token, assigned to the options',
    `const init = { method: "POST", headers: {} }; init.headers["x-connectfi-token"] = token; fetch("/document/generate", init)`,
    `${GENERATE} certain 1`,
  ],
  [
    'certain: the token of the instance',
    'import axios from "axios"; const api = axios.create({ headers: { "x-connectfi-token": token } }); api.post("/document/generate")',
    'document-generate POST axios certain 1',
  ],
  [
    'certain: the token in the instance’s defaults',
    'import axios from "axios"; const api = axios.create(); api.defaults.headers.common["x-connectfi-token"] = token; api.post("/document/generate")',
    'document-generate POST axios certain 1',
  ],
  [
    'certain: the base in the client’s defaults',
    'import axios from "axios"; axios.defaults.baseURL = process.env.CONNECTFI_URL; axios.post("/document/generate")',
    'document-generate POST axios certain 1',
  ],
  [
    'certain: another path, and connectFi is named',
    `fetch(\`\${CONNECTFI_URL}/document/123\`, ${POST})`,
    'document-other POST fetch certain 1',
  ],
  [
    'likely: a base that is not known',
    `fetch(\`\${base}/document/generate\`, ${POST})`,
    `${GENERATE} likely 1`,
  ],
  [
    'likely: a host that says nothing',
    `fetch("http://localhost:3000/document/generate", ${POST})`,
    `${GENERATE} likely 1`,
  ],
  [
    'likely: a host in the house',
    `fetch("http://kyc/document/generate", ${POST}); fetch("http://kyc.internal/document/generate", ${POST})`,
    `${GENERATE} likely 1`,
    `${GENERATE} likely 1`,
  ],
  [
    'likely: another host, but nobody else has this path',
    'fetch("https://kyc.acme.io/customer/kyc/init", { method: "POST" })',
    'kyc-init POST fetch likely 1',
  ],
  [
    'possible: another host',
    `fetch("https://api.acme.io/document/generate", ${POST})`,
    `${GENERATE} possible 1`,
  ],
  [
    'possible: another host stands in',
    `const base = process.env.API ?? "https://api.acme.io"; fetch(base + "/document/generate", ${POST})`,
    `${GENERATE} possible 1`,
  ],
  [
    'possible: two other hosts',
    `const base = live ? "https://api.acme.io" : "https://test.acme.io"; fetch(base + "/document/generate", ${POST})`,
    `${GENERATE} possible 1`,
  ],
  ['possible: a prefix', `fetch("/api/v1/document/generate", ${POST})`, `${GENERATE} possible 1`],
  [
    'possible: a base with akepa in its name',
    `fetch(process.env.AKEPA_URL + "/document/generate", ${POST})`,
    `${GENERATE} possible 1`,
  ],
  ['possible: another path', `fetch("/document/123", ${POST})`, 'document-other POST fetch possible 1'],
  [
    'possible: another path behind a prefix',
    `fetch("https://api.connectfi.com/case/document/generateAnyDoc", ${POST})`,
    'document-other POST fetch possible 1',
  ],
  [
    'possible: another method',
    'fetch("https://api.connectfi.com/document/generate")',
    'document-generate GET fetch possible 1',
  ],
  [
    'possible: names that only begin like connectFi',
    `fetch(connectFirebase().url + "/document/123", ${POST})`,
    'document-other POST fetch possible 1',
  ],

  [
    'certain: the default of a destructured variable',
    `const { API = "https://api.connectfi.com" } = process.env; fetch(API + "/document/generate", ${POST})`,
    `${GENERATE} certain 1`,
  ],
  [
    'likely: an address in the house',
    `fetch("http://10.0.0.5:80/document/generate", ${POST}); fetch("http://[::1]:3000/document/generate", ${POST}); fetch("http://192.168.1.2/document/generate", ${POST})`,
    `${GENERATE} likely 1`,
    `${GENERATE} likely 1`,
    `${GENERATE} likely 1`,
  ],
  [
    'possible: a part of another host',
    `fetch(\`https://\${stage}.acme.io/document/generate\`, ${POST})`,
    `${GENERATE} possible 1`,
  ],
  [
    'possible: another host with a port from a value',
    `fetch(\`https://api.acme.io:\${port}/document/generate\`, ${POST})`,
    `${GENERATE} possible 1`,
  ],
  [
    'likely: a host in the house with a part from a value',
    `fetch(\`http://\${stage}.kyc.internal/document/generate\`, ${POST})`,
    `${GENERATE} likely 1`,
  ],
  [
    'possible: a base named after another service, process.env.DOCUSIGN_API_URL',
    `fetch(process.env.DOCUSIGN_API_URL + "/document/generate", ${POST})`,
    `${GENERATE} possible 1`,
  ],
  [
    'possible: a base named after another service, PDF_SERVICE_URL',
    `fetch(\`\${PDF_SERVICE_URL}/document/generate\`, ${POST})`,
    `${GENERATE} possible 1`,
  ],
  [
    'possible: a base named after another service, this.stripeUrl',
    `fetch(this.stripeUrl + "/document/generate", ${POST})`,
    `${GENERATE} possible 1`,
  ],
  [
    'possible: a base named after another service, a constant',
    `const ledgerUrl = process.env.API_URL; fetch(ledgerUrl + "/document/generate", ${POST})`,
    `${GENERATE} possible 1`,
  ],
  [
    'likely: generic words alone',
    `fetch(import.meta.env.VITE_PUBLIC_API_BASE_URL + "/document/generate", ${POST})`,
    `${GENERATE} likely 1`,
  ],
  [
    'likely: a base named after another service, but nobody else has this path',
    'fetch(process.env.BANK_LEDGER_URL + "/customer/kyc/init", { method: "POST" })',
    'kyc-init POST fetch likely 1',
  ],
  [
    'possible: what stands in for the base has a prefix',
    `const base = process.env.API_URL || "http://localhost:8080/api"; fetch(base + "/document/generate", ${POST})`,
    `${GENERATE} possible 1`,
  ],
  [
    'possible: … of the page itself, whatever the path',
    'fetch((import.meta.env.VITE_API ?? "/api") + "/customer/kyc/init", { method: "POST" })',
    'kyc-init POST fetch possible 1',
  ],
  [
    'possible: … with a host from a value',
    `fetch((process.env.API_URL || \`http://\${location.hostname}:3000/api\`) + "/document/generate", ${POST})`,
    `${GENERATE} possible 1`,
  ],
  [
    'likely: one of two bases has a prefix',
    `const base = live ? "http://kyc.internal" : "http://localhost:8080/api"; fetch(base + "/document/generate", ${POST})`,
    `${GENERATE} likely 1`,
  ],
  [
    'certain: what stands in has a prefix, and connectFi is named',
    `fetch((process.env.CONNECTFI_URL || "http://localhost:8080/api") + "/document/123", ${POST})`,
    'document-other POST fetch certain 1',
  ],
  [
    'possible: the id of something else',
    `fetch(\`/document/upload/\${patientId}\`, ${POST})`,
    'document-upload POST fetch possible 1',
  ],
  [
    'possible: … of a member',
    `fetch(\`/document/upload/\${encodeURIComponent(session.selectedCourse._id)}\`, ${POST})`,
    'document-upload POST fetch possible 1',
  ],
  [
    'possible: … under another name',
    `const id = user.id; fetch("/document/upload/" + id, ${POST})`,
    'document-upload POST fetch possible 1',
  ],
  [
    'possible: a name where an id belongs',
    `fetch(\`/document/upload/\${folderName}\`, ${POST})`,
    'document-upload POST fetch possible 1',
  ],
  [
    'possible: a word where an id belongs',
    `fetch("/document/upload/batch", ${POST})`,
    'document-upload POST fetch possible 1',
  ],
  [
    'possible: a page where the customer belongs',
    'fetch(`/card/list/${page}`)',
    'card-list GET fetch possible 1',
  ],
  [
    'possible: a company where the customer belongs',
    'fetch(`/account/list/${companyId}`)',
    'account-list GET fetch possible 1',
  ],
  [
    'likely: a user may be the customer',
    'fetch(`/account/list/${userId}`)',
    'account-list GET fetch likely 1',
  ],
  [
    'likely: the document of something else',
    `fetch(\`/document/upload/\${applicationDocumentId}\`, ${POST}); fetch(\`/document/upload/\${userFile.id}\`, ${POST})`,
    'document-upload POST fetch likely 1',
    'document-upload POST fetch likely 1',
  ],
  [
    'certain: the id of something else, and connectFi is named',
    `fetch(\`\${CONNECTFI_URL}/document/upload/\${userId}\`, ${POST})`,
    'document-upload POST fetch certain 1',
  ],
  [
    'possible: a vendor of KYC, whatever the path',
    'fetch("https://api.sumsub.com/customer/kyc/init", { method: "POST" })',
    'kyc-init POST fetch possible 1',
  ],
  [
    'possible: … in the name of the base',
    'fetch(process.env.ONFIDO_API_URL + "/customer/kyc/init", { method: "POST" })',
    'kyc-init POST fetch possible 1',
  ],
  [
    'possible: a number is no id',
    `const upload = (paper: number) => fetch(\`/document/upload/\${paper}\`, ${POST})`,
    'document-upload POST fetch possible 1',
  ],
  [
    'possible: … of a member',
    `const upload = ({ ref }: { ref: number }) => fetch("/document/upload/" + ref, ${POST})`,
    'document-upload POST fetch possible 1',
  ],
  [
    'possible: a client called after a vendor of KYC',
    'import { sumsub } from "./sumsub"; sumsub.post("/customer/kyc/init", body)',
    'kyc-init POST unknown possible 1',
  ],
  [
    'possible: … or its class',
    'class OnfidoClient { start(body) { return fetch(`${this.url}/document/generate`, { method: "POST", body }); } }',
    'document-generate POST fetch possible 1',
  ],
];
