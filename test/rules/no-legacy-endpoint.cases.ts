import type { RuleTester } from 'eslint';

import { deprecation } from '../../transforms/result.js';
import { NOTES } from '../../src/codes/notes.js';
import { legacyEndpoint } from '../../src/endpoints/lookup.js';
import type { LegacyId } from '../../src/endpoints/types.js';

type Valid = RuleTester.ValidTestCase;
type Invalid = RuleTester.InvalidTestCase;
type ExpectedError = RuleTester.TestCaseError;

/** What akepa asks for and the code does not hold; the names are in scope at the calls or imported. */
const AKEPA = {
  values: {
    workflow: 'PERSONAL',
    documentType: 'passport',
    documentName: 'front',
    extension: 'jpg',
    reference: { expression: 'newRef()', import: { name: 'newRef', from: './src/ids.js' } },
    applicationId: { expression: 'app' },
    entityId: { expression: '{customerId}' },
  },
};

const FILE = 'src/kyc.ts';

/** An error at `line`; `suggestions` must be given where there are any. */
function error(endpoint: LegacyId, line: number, more: Partial<ExpectedError> = {}): ExpectedError {
  const data = { deprecation: deprecation(legacyEndpoint(endpoint)) };
  return { messageId: 'deprecated', data, line, ...more };
}

/** Lines of a file, and what is particular of the case. */
function code(lines: readonly string[], more: Omit<Valid, 'code'> = {}): Valid {
  return { filename: FILE, ...more, code: lines.join('\n') };
}

export const VALID: readonly Valid[] = [
  code(['const nothing = 1;'], { name: 'a file without a marker' }),
  code(['app.post("/document/generate", handler);'], { name: 'a route of a server' }),
  code(["import axios from 'axios';", "await axios.post(BASE + '/akepa/document/generate', body);"], {
    name: 'a call of the successor',
  }),
  code(
    ["import axios from 'axios';", 'await axios.get(`${BASE}/customer/status/${id}`); // not /customer/kyc'],
    {
      name: 'a live look-alike',
    },
  ),
  code(["import axios from 'axios';", "await axios.post('/api/v1/document/generate');"], {
    name: 'below the confidence that is reported by default',
  }),
  code(["import axios from 'axios';", "await axios.post('/document/generate');"], {
    name: 'option confidence: likely is not certain',
    options: [{ confidence: 'certain' }],
  }),
  code(["import axios from 'axios';", "await axios.post('/document/generate');"], {
    name: 'option endpoints: another one only',
    options: [{ endpoints: ['kyc-init'] }],
  }),
  code(["import axios from 'axios';", "await axios.post('https://docs.example.com/document/generate');"], {
    name: 'option baseUrls: a base that is not among them',
    options: [{ baseUrls: ['https://api.connectfi.test'] }],
  }),
  code(["import axios from 'axios';", "await axios.post('https://docs.example.com/document/generate');"], {
    name: 'settings: a base that is not among the baseUrls',
    settings: { akepa: { baseUrls: ['https://api.connectfi.test'] } },
  }),
];

export const INVALID: readonly Invalid[] = [
  {
    ...code(["import axios from 'axios';", '', "const made = axios.post('/document/generate');"], {
      name: 'the range is that of the call',
    }),
    errors: [error('document-generate', 3, { column: 14, endLine: 3, endColumn: 46 })],
  },
  {
    ...code(['#!/usr/bin/env node', "fetch('/document/generate', {", "  method: 'POST',", '});'], {
      name: 'a call of several lines below a hashbang',
      languageOptions: { globals: { fetch: 'readonly' } },
    }),
    errors: [error('document-generate', 2, { column: 1, endLine: 4, endColumn: 3 })],
  },
  {
    ...code(["const axios = require('axios');", "const made = axios.post('/document/generate');"], {
      name: 'CommonJS',
      filename: 'src/kyc.cjs',
      languageOptions: { sourceType: 'commonjs' },
    }),
    errors: [error('document-generate', 2)],
  },
  {
    ...code(
      [
        'var made = fetch(BASE + "/document/generate", { method: "POST" });',
        'var BASE = "https://x.connectfi.test";',
      ],
      {
        name: 'a script with globals',
        languageOptions: { sourceType: 'script', globals: { fetch: 'readonly' } },
      },
    ),
    errors: [error('document-generate', 1)],
  },
  {
    ...code(
      [
        "import axios from 'axios';",
        'class Kyc {',
        "  #client = axios.create({ baseURL: 'https://api.connectfi.test' });",
        "  static PATH = '/customer/kyc/upload';",
        '  upload(customer, slot, form) {',
        '    return axios?.post(`${Kyc.PATH}/${customer}/${slot}`, form);',
        '  }',
        '}',
      ],
      { name: 'class members and optional calls' },
    ),
    errors: [error('kyc-upload', 6)],
  },
  {
    ...code(["import axios from 'axios';", "await axios.post('${CONNECTFI_BASE_URL}/document/generate');"], {
      name: 'the vendor\'s "${…}" in plain quotes',
    }),
    errors: [
      error('document-generate', 2, {
        messageId: 'deprecatedWithNote',
        data: {
          deprecation: deprecation(legacyEndpoint('document-generate')),
          note: NOTES.pseudoTemplate,
        },
      }),
    ],
  },
  {
    ...code(["import axios from 'axios';", 'await axios.get(`/card/list/${customerId}`);'], {
      name: 'no successor: report only',
      settings: { akepa: AKEPA },
    }),
    errors: [error('card-list', 2)],
  },
  {
    ...code(["import axios from 'axios';", "await axios.post('/api/v1/document/generate');"], {
      name: 'option confidence: possible',
      options: [{ confidence: 'possible' }],
    }),
    errors: [error('document-generate', 2, { messageId: 'perhapsDeprecated' })],
  },
  {
    ...code(
      [
        "import axios from 'axios';",
        "await axios.post('/document/generate');",
        'await axios.get(`/card/list/${id}`);',
      ],
      { name: 'option endpoints', options: [{ endpoints: ['card-list'] }] },
    ),
    errors: [error('card-list', 3)],
  },
  {
    ...code(
      ["import axios from 'axios';", "await axios.post('https://kyc.acme.test/api/document/generate');"],
      {
        name: 'option baseUrls wins over the settings',
        options: [{ baseUrls: ['https://kyc.acme.test/api'], confidence: 'certain' }],
        settings: { akepa: { baseUrls: ['https://other.test'] } },
      },
    ),
    errors: [error('document-generate', 2)],
  },
  {
    ...code(
      [
        "import axios from 'axios';",
        'export async function isReady(customerId, app) {',
        '  const answer = await axios.get(`${process.env.CONNECTFI_URL}/customer/kyc/status/${customerId}`);',
        "  return answer.data.code === '0';",
        '}',
      ],
      { name: 'suggests the move of a status call', settings: { akepa: AKEPA } },
    ),
    errors: [
      error('kyc-status', 3, {
        suggestions: [
          {
            desc: 'Move this call to POST /akepa/status',
            output: [
              "import axios from 'axios';",
              'export async function isReady(customerId, app) {',
              '  const answer = await axios.post(`${process.env.CONNECTFI_URL}/akepa/status`, {',
              '    customerId,',
              '    applicationId: app,',
              '  });',
              "  return answer.data.code === '0';",
              '}',
            ].join('\n'),
          },
        ],
      }),
    ],
  },
  {
    ...code(["import axios from 'axios';", "await axios.post('/customer/kyc/init', { customerId });"], {
      name: 'suggests the import that a value needs',
      settings: { akepa: AKEPA },
    }),
    errors: [
      error('kyc-init', 2, {
        suggestions: [
          {
            desc: 'Move this call to POST /akepa/identification',
            output: [
              "import axios from 'axios';",
              "import { newRef } from './ids.js';",
              "await axios.post('/akepa/identification', { customerId, reference: newRef() });",
            ].join('\n'),
          },
        ],
      }),
    ],
  },
  {
    ...code(
      [
        "import axios from 'axios';",
        'async function link(customerId, app, slot, form) {',
        "  const made = await axios.post('/document/generate');",
        '  const documentId = made.data.data.id;',
        '  await axios.post(`/document/upload/${documentId}`, form);',
        "  await axios.post('/customer/kyc/document-link', {",
        '    customerId,',
        '    documentId: slot,',
        '    separateDocumentId: documentId,',
        '  });',
        '}',
      ],
      { name: 'suggests the move of a whole document flow on each of its calls', settings: { akepa: AKEPA } },
    ),
    errors: (['document-generate', 'document-upload', 'kyc-document-link'] as const).map((endpoint, index) =>
      error(endpoint, [3, 5, 6][index] ?? 0, {
        suggestions: [
          {
            desc: 'Move these 3 calls to /akepa (generate, upload, link)',
            output: [
              "import axios from 'axios';",
              'async function link(customerId, app, slot, form) {',
              "  const made = await axios.post('/akepa/document/generate', {",
              "    workflow: 'PERSONAL',",
              "    name: 'front',",
              "    extension: 'jpg',",
              "    type: 'passport',",
              '  });',
              '  const documentId = made.data.data.id;',
              '  await axios.post(`/akepa/document/upload/${documentId}`, form);',
              "  await axios.post('/akepa/update', {",
              '    customerId,',
              '    applicationId: app,',
              '    documents: [{ entityId: customerId, documentId }],',
              '  });',
              '}',
            ].join('\n'),
          },
        ],
      }),
    ),
  },
  {
    ...code(
      [
        "import axios from 'axios';",
        "const made = await axios.post('/document/generate');",
        'await axios.post(`/document/upload/${made.data.data.id}`, form);',
      ],
      { name: 'no suggestion: the id goes to another file', settings: { akepa: AKEPA } },
    ),
    errors: [error('document-generate', 2), error('document-upload', 3)],
  },
  {
    ...code(
      [
        "import axios from 'axios';",
        "await axios.post('/document/generate');",
        "await axios.post('/customer/kyc/document-link', { customerId, documentId, separateDocumentId });",
      ],
      { name: 'no suggestion: the upload is in another file', settings: { akepa: AKEPA } },
    ),
    errors: [error('document-generate', 2), error('kyc-document-link', 3)],
  },
  {
    ...code(["import axios from 'axios';", 'await axios.get(`/customer/kyc/status/${customerId}`);'], {
      name: 'no suggestion: a value is missing',
    }),
    errors: [error('kyc-status', 2)],
  },
  {
    ...code(["import axios from 'axios';", "await axios.post('/document/generate');"], {
      name: 'settings that are not valid: one report instead of the findings',
      settings: { akepa: { baseUrl: 'https://x.test' } },
    }),
    errors: [
      {
        message:
          'akepa-migrate can not check this file: settings.akepa: unknown key `baseUrl`; did you mean `baseUrls`?',
        line: 1,
        column: 1,
      },
    ],
  },
];

/** For parsers that know TypeScript. */
export const TYPESCRIPT_INVALID: readonly Invalid[] = [
  {
    ...code(
      [
        "import axios, { type AxiosResponse } from 'axios';",
        "const PATHS = { make: '/document/generate' } as const satisfies Record<string, string>;",
        'export async function make(this: void): Promise<AxiosResponse<{ id: string }>> {',
        '  return axios.post<{ id: string }>(PATHS.make!);',
        '}',
      ],
      { name: 'TypeScript' },
    ),
    errors: [error('document-generate', 4)],
  },
  {
    ...code(
      [
        "import axios from 'axios';",
        'export class Kyc {',
        '  constructor(private readonly at: string) {}',
        '  async start<T>(customerId: string): Promise<void> {',
        "    await axios.post<T>(this.at + '/customer/kyc/init', { customerId });",
        '  }',
        '}',
      ],
      { name: 'suggests in TypeScript', settings: { akepa: AKEPA } },
    ),
    errors: [
      error('kyc-init', 5, {
        suggestions: [
          {
            desc: 'Move this call to POST /akepa/identification',
            output: [
              "import axios from 'axios';",
              "import { newRef } from './ids.js';",
              'export class Kyc {',
              '  constructor(private readonly at: string) {}',
              '  async start<T>(customerId: string): Promise<void> {',
              "    await axios.post<T>(this.at + '/akepa/identification', {",
              '      customerId,',
              '      reference: newRef(),',
              '    });',
              '  }',
              '}',
            ].join('\n'),
          },
        ],
      }),
    ],
  },
];
