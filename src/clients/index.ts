import { axios } from './axios.js';
import type { Client } from './client.js';
import { fetch } from './fetch.js';
import { got } from './got.js';
import { ky } from './ky.js';
import { nodeHttp } from './node-http.js';
import { superagent } from './superagent.js';
import { undici } from './undici.js';
import { xmlHttpRequest } from './xml-http-request.js';

/** Every client; the first that recognises a call answers for it. */
export const CLIENTS: readonly Client[] = [
  axios,
  fetch,
  got,
  ky,
  nodeHttp,
  superagent,
  undici,
  xmlHttpRequest,
];
