/** A snippet of the vendor's pages as people copy it, and what is wrong with it. */
export interface Snippet {
  readonly name: string;
  readonly code: string;
  readonly says: readonly string[];
}

const PLAIN = 'The URL holds `${…}` in plain quotes; it needs backticks.';

function json(path: string, data: string): string {
  return `const axios = require('axios');
const data = ${data};
const config = {
  method: 'POST',
  url: '\${CONNECTFI_BASE_URL}${path}',
  headers: { 'Content-Type': "application/json", 'x-connectfi-token': "TOKEN" },
  data
};
async function main() {
  let result;
  try { result = await axios.request(config); if (result.status === 200) { console.log(JSON.stringify(result.data)); } }
  catch (err) { console.log({ errCode: err.code, responseStatus: err.response && err.response.status }); }
}
`;
}

export const SNIPPETS: readonly Snippet[] = [
  {
    name: 'identification, with its placeholder for the reference',
    code: json(
      '/akepa/identification',
      "{ reference: 'UNIQUE_REFERENCE_ID', customerId: 'cstap_1', syncMode: true, webhookUrl: 'https://example.com/hook' }",
    ),
    says: [
      '2: POST /akepa/identification rejects `reference` is "UNIQUE_REFERENCE_ID": letters and digits only, 32 at the most.',
      `5: ${PLAIN}`,
    ],
  },
  {
    name: 'identification of the first edition',
    code: json('/akepa/identification', "{ customerId: 'csta_1', webhookURL: 'https://example.com/hook' }"),
    says: [
      '2: POST /akepa/identification requires `reference`.',
      '2: POST /akepa/identification rejects the property `webhookURL` (inferred: the vendor does not show it). It knows `reference`, `customerId`, `syncMode`, `webhookUrl`.',
      `5: ${PLAIN}`,
    ],
  },
  {
    name: 'status',
    code: json('/akepa/status', "{ customerId: 'cstap_1', applicationId: 'iapp_1' }"),
    says: [`5: ${PLAIN}`],
  },
  {
    name: 'generate',
    code: json(
      '/akepa/document/generate',
      "{ workflow: 'PERSONAL', name: 'license', extension: 'jpg', type: 'license' }",
    ),
    says: [`5: ${PLAIN}`],
  },
  {
    name: 'a live endpoint with GET and its path placeholder',
    code: `const axios = require('axios');
const config = { method: 'GET', url: '\${CONNECTFI_BASE_URL}/customer/status/:customerId', headers: { 'x-connectfi-token': "TOKEN" } };
axios.request(config); // not /akepa
`,
    says: [],
  },
  {
    name: 'upload before 2024-08',
    code: json('/akepa/document/upload/:documentId', "{ file: 'FILE' }"),
    says: [
      `5: ${PLAIN}`,
      '6: The upload is multipart, and this Content-Type says JSON. Leave it to the client, or take it from `form.getHeaders()`.',
      '11: `:documentId` is sent as it stands: nothing fills it in.',
    ],
  },
  {
    name: 'upload since 2024-08, with an id',
    code: `const axios = require('axios');
const FormData = require('form-data');
const fs = require('fs');
const fileStream = fs.createReadStream('./fileName.jpg');
const form = new FormData();
form.append('file', fileStream, 'fileName.jpg');
const data = form;
const config = {
  method: 'POST',
  url: \`\${CONNECTFI_BASE_URL}/akepa/document/upload/doc_1\`,
  headers: { ...form.getHeaders(), 'x-connectfi-token': "TOKEN" },
  data
};
axios.request(config);
`,
    says: [],
  },
];
