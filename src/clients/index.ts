import { angularHttp } from './angular-http.js';
import { apisauce } from './apisauce.js';
import { axios } from './axios.js';
import { axiosHooks } from './axios-hooks.js';
import { blobUtil } from './blob-util.js';
import { capacitorHttp } from './capacitor-http.js';
import type { Client } from './client.js';
import { cypress } from './cypress.js';
import { expoUpload } from './expo-upload.js';
import { fetch } from './fetch.js';
import { got } from './got.js';
import { heyApi } from './hey-api.js';
import { jquery } from './jquery.js';
import { ky } from './ky.js';
import { miniProgram } from './mini-program.js';
import { n8n } from './n8n.js';
import { needle } from './needle.js';
import { nestHttp } from './nest-http.js';
import { nodeHttp } from './node-http.js';
import { ofetch } from './ofetch.js';
import { openapiFetch } from './openapi-fetch.js';
import { pipedream } from './pipedream.js';
import { playwright } from './playwright.js';
import { request } from './request.js';
import { retrofit } from './retrofit.js';
import { rtkQuery } from './rtk-query.js';
import { rxjsAjax } from './rxjs-ajax.js';
import { superagent } from './superagent.js';
import { supertest } from './supertest.js';
import { swr } from './swr.js';
import { undici } from './undici.js';
import { vueuse } from './vueuse.js';
import { wpApiFetch } from './wp-api-fetch.js';
import { wretch } from './wretch.js';
import { xmlHttpRequest } from './xml-http-request.js';

/** Every client; the first that recognises a call answers for it. */
export const CLIENTS: readonly Client[] = [
  angularHttp,
  apisauce,
  axios,
  axiosHooks,
  blobUtil,
  capacitorHttp,
  cypress,
  expoUpload,
  fetch,
  got,
  heyApi,
  jquery,
  ky,
  miniProgram,
  n8n,
  needle,
  nestHttp,
  nodeHttp,
  ofetch,
  openapiFetch,
  pipedream,
  playwright,
  request,
  retrofit,
  rtkQuery,
  rxjsAjax,
  superagent,
  supertest,
  swr,
  undici,
  vueuse,
  wpApiFetch,
  wretch,
  xmlHttpRequest,
];
