import type { Row } from '../analysis/calls.js';

const AXIOS = 'import axios from "axios";';
const REQUIRED = 'const axios = require("axios");';
const GENERATE = 'document-generate POST axios likely';
const CERTAIN = 'document-generate POST axios certain';

export const ROWS: readonly Row[] = [
  [
    'the defaults of axios itself',
    [AXIOS, 'axios.defaults.baseURL = "https://api.connectfi.com";', 'axios.post("/document/generate");'],
    `${CERTAIN} 3`,
  ],
  [
    'the defaults of axios, required',
    [REQUIRED, 'axios.defaults.baseURL = process.env.CONNECTFI_URL;', 'axios.post("/document/generate");'],
    `${CERTAIN} 3`,
  ],
  [
    'an instance begins with the defaults of axios',
    [
      AXIOS,
      'axios.defaults.baseURL = "https://api.connectfi.com";',
      'const api = axios.create({ timeout: 1 });',
      'api.post("/document/generate");',
    ],
    `${CERTAIN} 4`,
  ],
  [
    'a base of its own wins over the defaults of axios',
    [
      AXIOS,
      'axios.defaults.baseURL = "https://api.connectfi.com";',
      'const api = axios.create({ baseURL: "http://localhost" });',
      'api.post("/document/generate");',
    ],
    `${GENERATE} 4`,
  ],
  [
    'defaults that are set on an instance',
    [
      AXIOS,
      'const api = axios.create();',
      'api.defaults.headers.common["X-ConnectFi-Token"] = token;',
      'api.post("/document/generate");',
    ],
    `${CERTAIN} 4`,
  ],
  [
    'defaults of the instance that an instance is made of',
    [
      AXIOS,
      'const root = axios.create();',
      'root.defaults.baseURL = "https://api.connectfi.com";',
      'const api = root.create({ timeout: 1 });',
      'api.post("/document/generate");',
    ],
    `${CERTAIN} 5`,
  ],
  [
    'defaults of an instance that is passed on under another name',
    [
      AXIOS,
      'const api = axios.create();',
      'api.defaults.baseURL = "https://api.connectfi.com";',
      'const http = api;',
      'http.post("/document/generate");',
    ],
    `${CERTAIN} 5`,
  ],
  [
    'a base that is set twice is not known',
    [
      AXIOS,
      'axios.defaults.baseURL = "https://api.connectfi.com";',
      'if (live) axios.defaults.baseURL = other;',
      'axios.post("/document/generate");',
    ],
    `${GENERATE} 4`,
  ],
  [
    'new Axios',
    'import { Axios } from "axios"; const api = new Axios({ baseURL }); api.post("/document/generate")',
    `${GENERATE} 1`,
  ],
  [
    'new Axios, required',
    'const { Axios } = require("axios"); new Axios({}).post("/document/generate")',
    `${GENERATE} 1`,
  ],
  [
    'instances of instances of instances',
    [
      AXIOS,
      'const a = axios.create({ baseURL: "http://localhost/document" });',
      'const b = a.create(); const c = b.create({ timeout: 1 });',
      'c.post("generate");',
    ],
    `${GENERATE} 4`,
  ],
  [
    'an instance with a cookie jar',
    [
      AXIOS,
      'import { wrapper } from "axios-cookiejar-support";',
      'const api = wrapper(axios.create({ baseURL: "http://localhost/document" }));',
      'api.post("generate");',
    ],
    `${GENERATE} 4`,
  ],
  [
    'an instance with a rate limit, required',
    [
      `${REQUIRED} const rateLimit = require("axios-rate-limit");`,
      'const api = rateLimit(axios.create(), { maxRPS: 2 });',
      'api.post("/document/generate");',
    ],
    `${GENERATE} 3`,
  ],
  [
    'a wrapper of another package',
    `${AXIOS} import { wrapper } from "other"; wrapper(axios.create()).post("/document/generate")`,
  ],
  ['a create of another package', 'import axios from "./axios"; axios.create({}).post("/document/generate")'],
  ['another Axios', 'class Axios { post() {} } new Axios({ baseURL }).post("/document/generate")'],
  [
    'a hook of that name',
    'import useAxios from "axios-hooks"; const [, post] = useAxios("/document/generate")',
  ],
];
