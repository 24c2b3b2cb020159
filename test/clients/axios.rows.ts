import type { Row } from '../analysis/calls.js';

const GENERATE = 'document-generate POST axios likely';
const STATUS = 'kyc-status GET axios likely';

/** Each below `import axios from "axios"`, which is line 1. */
export const ROWS: readonly Row[] = [
  ['get', 'axios.get(`${base}/customer/kyc/status/${id}`, { params })', `${STATUS} 2`],
  [
    'post with a body',
    'axios.post(base + "/customer/kyc/init", { customerId })',
    'kyc-init POST axios likely 2',
  ],
  [
    'post with a body and a config',
    'axios.post("/customer/kyc/document-link", body, config)',
    'kyc-document-link POST axios likely 2',
  ],
  ['postForm', 'axios.postForm(`/customer/kyc/upload/${c}/${d}`, form)', 'kyc-upload POST axios likely 2'],
  [
    'add-attributes, cards, accounts',
    [
      'axios.post("/customer/kyc/add-attributes", x);',
      'axios.get(`/card/list/${id}`);',
      'axios.get(`/account/list/${id}`);',
    ],
    'kyc-add-attributes POST axios likely 2',
    'card-list GET axios likely 3',
    'account-list GET axios likely 4',
  ],
  ['axios(config)', 'axios({ method: "post", url: "/document/generate" })', `${GENERATE} 2`],
  ['axios(config) without a method', 'axios({ url: `/customer/kyc/status/${id}` })', `${STATUS} 2`],
  ['axios(url)', 'axios(`/customer/kyc/status/${id}`)', `${STATUS} 2`],
  ['axios(url, config)', 'axios("/document/generate", { method: "POST" })', `${GENERATE} 2`],
  ['axios(built url)', 'axios("/customer/kyc/status/:id".replace(":id", id))', `${STATUS} 2`],
  ['axios.request(config)', 'axios.request({ method: "POST", url: "/document/generate" })', `${GENERATE} 2`],
  [
    'a config in a variable',
    ['const config = { method: "POST", url: "/document/generate" };', 'axios(config);'],
    `${GENERATE} 3`,
  ],
  [
    'a config with a spread',
    ['const shared = { method: "POST", headers };', 'axios({ ...shared, url: "/document/generate" });'],
    `${GENERATE} 3`,
  ],
  [
    'a config with a spread that depends',
    'axios({ method: "POST", url: "/document/generate", ...(token && { headers }) })',
    `${GENERATE} 2`,
  ],
  [
    'a config with a choice of spreads',
    'axios({ method: "POST", url: "/document/generate", ...(token ? { headers } : {}) })',
    `${GENERATE} 2`,
  ],
  [
    'a config that a spread may change',
    'axios({ method: "POST", url: "/document/generate", ...(other && { url: "/x" }) })',
  ],
  [
    'a config from a function',
    ['const config = (url) => ({ method: "POST", url });', 'axios(config("/document/generate"));'],
    `${GENERATE} 3`,
  ],
  [
    'a config of Object.assign',
    [
      'const shared = { method: "POST" };',
      'axios(Object.assign({}, shared, { url: "/document/generate" }));',
    ],
    `${GENERATE} 3`,
  ],
  [
    'a config that is filled in',
    ['const config = {};', 'config.method = "POST";', 'config.url = "/document/generate";', 'axios(config);'],
    `${GENERATE} 5`,
  ],
  [
    'a config with types',
    'axios({ method: "POST" as const, url: "/document/generate" } satisfies AxiosRequestConfig)',
    `${GENERATE} 2`,
  ],
  [
    'baseURL in the config',
    'axios({ baseURL: "http://localhost", method: "POST", url: "document/generate" })',
    `${GENERATE} 2`,
  ],
  [
    'baseURL for a verb',
    'axios.post("generate", null, { baseURL: "http://localhost/document" })',
    `${GENERATE} 2`,
  ],
  [
    'an instance',
    ['const api = axios.create({ baseURL });', 'api.post("/document/generate");'],
    `${GENERATE} 3`,
  ],
  ['an instance without options', 'axios.create().post("/document/generate")', `${GENERATE} 2`],
  [
    'a base and a path without slashes',
    ['const api = axios.create({ baseURL: "http://localhost/customer" });', 'api.get(`kyc/status/${id}`);'],
    `${STATUS} 3`,
  ],
  [
    'a base and a path with slashes',
    ['const api = axios.create({ baseURL: "http://localhost/customer/" });', 'api.get(`/kyc/status/${id}`);'],
    `${STATUS} 3`,
  ],
  [
    'an instance called with a config',
    ['const api = axios.create({ baseURL, method: "POST" });', 'api({ url: "/document/generate" });'],
    `${GENERATE} 3`,
  ],
  [
    'an instance in an object',
    ['const apis = { kyc: axios.create({ baseURL }) };', 'apis.kyc.post("/document/generate");'],
    `${GENERATE} 3`,
  ],
  [
    'an instance from a function',
    [
      'function api(path) { return axios.create({ baseURL: base + path }); }',
      'api("/document").post("/generate");',
    ],
    `${GENERATE} 3`,
  ],
  [
    'an instance that is set later',
    [
      'let api = null;',
      'beforeAll(() => { api = axios.create({ baseURL }); });',
      'it("x", () => api.post("/document/generate"));',
    ],
    `${GENERATE} 4`,
  ],
  [
    'an instance of an instance',
    [
      'const api = axios.create({ baseURL: "http://localhost" });',
      'const kyc = api.create({ timeout: 1 });',
      'kyc.post("/document/generate");',
    ],
    `${GENERATE} 4`,
  ],
  ['new axios.Axios', 'new axios.Axios({ baseURL }).post("/document/generate")', `${GENERATE} 2`],
  [
    'an absolute path on an instance',
    [
      'const api = axios.create({ baseURL: "http://localhost/v1" });',
      'api.post("http://localhost/document/generate");',
    ],
    `${GENERATE} 3`,
  ],
  [
    'no request',
    'axios.isAxiosError(e); axios.getUri({ url: "/document/generate" }); axios.interceptors.request.use(f)',
  ],
  ['another verb', 'axios.put("/document/generate")', 'document-generate PUT axios possible 2'],
  ['a verb by a value', 'axios[verb]("/document/generate")'],
];
