import type { Row } from '../analysis/calls.js';

const PIPEDREAM = 'import { axios } from "@pipedream/platform";';
const VUEUSE = 'import { useFetch, createFetch } from "@vueuse/core";';
const BLOB = 'import RNFetchBlob from "rn-fetch-blob";';
const EXPO = 'import * as FileSystem from "expo-file-system";';
const SAUCE = 'import { create } from "apisauce"; const api = create({ baseURL });';

export const ROWS: readonly Row[] = [
  [
    'axios without an import',
    'axios.post("/document/generate"); window.axios.get(`/customer/kyc/status/${id}`)',
    'document-generate POST axios likely 1',
    'kyc-status GET axios likely 1',
  ],
  [
    'vue-axios',
    'import Vue from "vue"; Vue.axios.post("/document/generate")',
    'document-generate POST axios likely 1',
  ],
  [
    'a promisified request',
    'const post = require("util").promisify(require("request").post); post({ url: host + "/document/generate" })',
    'document-generate POST request likely 1',
  ],
  [
    'xhr',
    'import xhr from "xhr"; xhr({ method: "POST", uri: "/document/generate", json: true }, done); xhr.get(`/customer/kyc/status/${id}`, done)',
    'document-generate POST request likely 1',
    'kyc-status GET request likely 1',
  ],
  [
    'http or https',
    'import http from "http"; import https from "https"; (ssl ? https : http).request({ host, path: "/document/generate", method: "POST" })',
    'document-generate POST node-http likely 1',
  ],
  [
    'http or else axios',
    'import http from "http"; import axios from "axios"; (ssl ? axios : http).request({ url: "/document/generate", method: "POST" })',
  ],
  [
    'apisauce',
    `${SAUCE} api.post("/document/generate", {}); api.get(\`/customer/kyc/status/\${id}\`)`,
    'document-generate POST apisauce likely 1',
    'kyc-status GET apisauce likely 1',
  ],
  ['apisauce sets a header', `${SAUCE} api.setHeader("/document/generate", {})`],
  [
    'Pipedream',
    `${PIPEDREAM} axios(this, { method: "POST", url: "/document/generate" })`,
    'document-generate POST pipedream likely 1',
  ],
  [
    'something else of Pipedream',
    `${PIPEDREAM.replace('axios', 'sqlProp')} sqlProp(this, { url: "/document/generate" })`,
  ],
  [
    'useFetch of VueUse',
    `${VUEUSE} useFetch("/document/generate").post({}).json(); useFetch(\`/customer/kyc/status/\${id}\`, { method: "GET" })`,
    'document-generate POST vueuse likely 1',
    'kyc-status GET vueuse likely 1',
  ],
  [
    'createFetch of VueUse',
    `${VUEUSE} const useKyc = createFetch({ baseUrl: host }); useKyc("/document/generate").post({})`,
    'document-generate POST vueuse likely 1',
  ],
  [
    'rn-fetch-blob',
    `${BLOB} RNFetchBlob.fetch("POST", host + "/document/upload/" + id, {}, parts)`,
    'document-upload POST blob-util likely 1',
  ],
  [
    'rn-fetch-blob with a configuration',
    `${BLOB} RNFetchBlob.config({ trusty: true }).fetch("POST", host + "/document/upload/" + id)`,
    'document-upload POST blob-util likely 1',
  ],
  ['files of rn-fetch-blob', `${BLOB} RNFetchBlob.fs.unlink("/document/upload/" + id)`],
  [
    'an upload of Expo, which is POST',
    `${EXPO} FileSystem.uploadAsync(host + "/document/upload/" + id, file)`,
    'document-upload POST expo-upload likely 1',
  ],
  ['a download of Expo', `${EXPO} FileSystem.downloadAsync(host + "/document/upload/" + id, file)`],
  [
    'CapacitorHttp',
    'import { CapacitorHttp } from "@capacitor/core"; CapacitorHttp.request({ method: "POST", url: host + "/document/generate" })',
    'document-generate POST capacitor-http likely 1',
  ],
];
