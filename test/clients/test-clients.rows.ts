import type { Row } from '../analysis/calls.js';

const SUPERTEST = 'import request from "supertest";';
const SUPERAGENT = 'import request from "superagent";';
const PREFIX = 'import prefix from "superagent-prefix";';

export const ROWS: readonly Row[] = [
  ['cy.request', 'cy.request("/customer/kyc/status/1")', 'kyc-status GET cypress likely 1'],
  [
    'cy.request with a method',
    'cy.request("POST", "/document/generate", { a: 1 })',
    'document-generate POST cypress likely 1',
  ],
  [
    'cy.request with a method alone',
    'cy.request("GET", "/customer/kyc/status/1")',
    'kyc-status GET cypress likely 1',
  ],
  [
    'cy.request with options',
    'cy.request({ method: "POST", url: "/document/generate", headers: { "x-connectfi-token": t } })',
    'document-generate POST cypress certain 1',
  ],
  [
    'cy.request in a chain',
    'cy.login().then(() => cy.request("POST", `/document/generate`))',
    'document-generate POST cypress likely 1',
  ],
  [
    'other commands',
    'cy.visit("/document/generate"); cy.intercept("POST", "/document/generate"); cy.get("/customer/kyc/status/1")',
  ],
  ['another cy', 'import cy from "cytoscape"; cy.request("POST", "/document/generate")'],

  [
    'supertest against a URL',
    `${SUPERTEST} await request("https://api.connectfi.com").post("/document/generate").send({})`,
    'document-generate POST supertest certain 1',
  ],
  [
    'supertest against a constant',
    [
      SUPERTEST,
      'const API = "http://localhost:3000";',
      'request(API).get("/customer/kyc/status/1").expect(200);',
    ],
    'kyc-status GET supertest likely 3',
  ],
  [
    'supertest against the environment',
    `${SUPERTEST} request(process.env.API).post("/document/generate")`,
    'document-generate POST supertest likely 1',
  ],
  [
    'supertest against a default',
    `${SUPERTEST} request(env.api ?? "http://localhost:3000").post("/document/generate")`,
    'document-generate POST supertest likely 1',
  ],
  [
    'an agent of supertest',
    'const { agent } = require("supertest"); agent("http://localhost").post("/document/generate").set("X-ConnectFi-Token", t)',
    'document-generate POST supertest certain 1',
  ],
  [
    'supertest against the own app',
    [
      SUPERTEST,
      'import app from "./app";',
      'request(app).post("/document/generate");',
      'request(app.getHttpServer()).post("/document/generate");',
      'request(createApp()).post("/document/generate");',
      'request(server).get("/customer/kyc/status/1");',
    ],
  ],
  ['an agent against the own app', `${SUPERTEST} request.agent(app).post("/document/generate")`],
  [
    'another supertest',
    'import request from "./request"; request("http://localhost").post("/document/generate")',
  ],

  [
    'an agent with a header',
    [
      SUPERAGENT,
      'const api = request.agent();',
      'api.set("x-connectfi-token", token);',
      'api.post("/document/generate").send({});',
    ],
    'document-generate POST superagent certain 4',
  ],
  [
    'an agent with a header in its chain',
    `${SUPERAGENT} const api = request.agent().set({ "X-ConnectFi-Token": t }); api.post("/document/generate")`,
    'document-generate POST superagent certain 1',
  ],
  [
    'an agent, required',
    'const { agent } = require("superagent"); const api = agent(); api.get("/customer/kyc/status/1")',
    'kyc-status GET superagent likely 1',
  ],
  [
    'an agent with a prefix',
    [
      `${SUPERAGENT} ${PREFIX}`,
      'const api = request.agent().use(prefix("https://api.connectfi.com"));',
      'api.post("/document/generate");',
    ],
    'document-generate POST superagent certain 3',
  ],
  [
    'an agent that gets its prefix later',
    [
      `${SUPERAGENT} ${PREFIX}`,
      'const api = request.agent();',
      'api.use(prefix("http://localhost/document"));',
      'api.post("/generate");',
    ],
    'document-generate POST superagent likely 4',
  ],
  [
    'a prefix in the chain',
    `${SUPERAGENT} ${PREFIX} request.post("/generate").use(prefix("http://localhost/document")).send({})`,
    'document-generate POST superagent likely 1',
  ],
  [
    'a prefix of another package',
    `${SUPERAGENT} import prefix from "./prefix"; request.post("/generate").use(prefix("http://localhost/document"))`,
  ],
  [
    'no request of an agent',
    `${SUPERAGENT} const api = request.agent(); api.set("/document/generate", "x"); api.use("/document/generate")`,
  ],
];
