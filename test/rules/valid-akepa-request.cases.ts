import type { RuleTester } from 'eslint';

type Valid = RuleTester.ValidTestCase;
type Invalid = RuleTester.InvalidTestCase;

const AXIOS = "import axios from 'axios';";
const BASE = '${process.env.CONNECTFI_BASE_URL}';
const INFERRED = ' (inferred: the vendor does not show it)';
const ID_RULE = 'letters, digits and `_` only, 36 at the most';
const REFERENCE_RULE = 'letters and digits only, 32 at the most';
const LICENCE = "workflow: 'PERSONAL', name: 'licence', extension: 'jpg', type: 'license'";
const GENERATE_FIELDS = '`workflow`, `name`, `extension`, `type`';

type Options = Omit<Valid, 'code' | 'name'>;

function valid(name: string, lines: readonly string[], more: Options = {}): Valid {
  return { name, filename: 'src/kyc.ts', ...more, code: lines.join('\n') };
}

/** Calls of axios, with its import above. */
function fine(name: string, ...lines: readonly string[]): Valid {
  return valid(name, [AXIOS, ...lines]);
}

type Said = readonly [line: number, message: string, mend?: string, output?: readonly string[]];

function invalid(name: string, lines: readonly string[], said: readonly Said[], more: Options = {}): Invalid {
  return {
    ...valid(name, lines, more),
    errors: said.map(([line, message, desc, output]) => ({
      line,
      message,
      ...(desc !== undefined && output && { suggestions: [{ desc, output: output.join('\n') }] }),
    })),
  };
}

/** One call of axios in line 2. */
function post(
  name: string,
  path: string,
  body: string,
  ...said: readonly (readonly [message: string, mend?: string, body?: string])[]
): Invalid {
  const lines = (text: string): string[] => [AXIOS, `await axios.post(\`${BASE}${path}\`, ${text});`];
  return invalid(
    name,
    lines(body),
    said.map(
      ([message, mend, mended]) =>
        [2, message, mend, mended === undefined ? undefined : lines(mended)] as Said,
    ),
  );
}

const generate = (body: string): string => `await axios.post(\`${BASE}/akepa/document/generate\`, ${body});`;
const status = (body: string): string => `await axios.post(\`${BASE}/akepa/status\`, ${body});`;

export const VALID: readonly Valid[] = [
  fine('a file without akepa', 'await axios.post(url, {});'),
  fine('all that is required', generate(`{ ${LICENCE} }`)),
  fine(
    'all that is possible',
    generate(`{ ${LICENCE}, note: null, note_author_agent_email: 'a@b.example' }`),
  ),
  fine(
    'identification',
    `await axios.post(\`${BASE}/akepa/identification\`, { reference, customerId, syncMode: true, webhookUrl: hook });`,
  ),
  fine('a body that is not in reach', generate('body'), generate('make(body)'), generate('this.body')),
  fine('a spread that may hold the rest', generate("{ ...rest, workflow: 'PERSONAL' }")),
  fine('a condition', generate('isFront ? front : back'), generate("{ ...(isFront && { name: 'a' }) }")),
  fine('a computed key', generate('{ [key]: value }')),
  fine('a spread over a wrong value', generate(`{ ${LICENCE}, extension: 'pdf', ...rest }`)),
  fine(
    'what is set later',
    'const body = {};',
    'body.customerId = id;',
    'body.applicationId = app;',
    status('body'),
  ),
  fine('what a function may set', 'const body = {};', 'complete(body);', status('body')),
  fine(
    'what a function may set later',
    'const body = { customerId };',
    'const all = [body];',
    'fill(all);',
    status('body'),
  ),
  fine(
    'a member that is deleted',
    'const body = { customerId, applicationId, source };',
    'delete body.source;',
    status('body'),
  ),
  fine(
    'the default of a parameter',
    `async function f(extension = 'pdf', body = {}) { ${generate(`{ ${LICENCE}, extension }`)} ${status('body')} }`,
  ),
  fine(
    'the default in a pattern',
    `async function f({ type = 'visa' }) { ${generate(`{ ${LICENCE}, type }`)} }`,
  ),
  fine(
    'a variable with two values',
    "let extension = 'pdf';",
    "if (a) extension = 'jpg';",
    generate('{ ...rest, extension }'),
  ),
  fine(
    'a UUID without its hyphens',
    `await axios.post(\`${BASE}/akepa/identification\`, { customerId, reference: crypto.randomUUID().replaceAll('-', '') });`,
  ),
  fine(
    "somebody's own randomUUID",
    'const crypto = { randomUUID: () => next() };',
    `await axios.post(\`${BASE}/akepa/identification\`, { customerId, reference: crypto.randomUUID() });`,
  ),
  fine(
    'a method that is not known',
    `await axios({ method, url: \`${BASE}/akepa/status\`, data: { customerId, applicationId } });`,
  ),
  fine(
    'arguments that are not known',
    `await axios.post(\`${BASE}/akepa/status\`, ...rest);`,
    `await axios.post(...all, \`${BASE}/akepa/status\`);`,
  ),
  fine(
    'options that are not known',
    `await axios(\`${BASE}/akepa/status\`, { method: 'POST', ...options });`,
    `await axios.request({ ...options, method: 'POST', url: \`${BASE}/akepa/status\` });`,
  ),
  fine(
    'an upload with a form',
    `await axios.post(\`${BASE}/akepa/document/upload/\${id}\`, form, { headers: { ...form.getHeaders(), 'x-connectfi-token': token } });`,
  ),
  fine(
    'headers that a form may override',
    `const api = axios.create({ baseURL: \`${BASE}\`, headers: { 'Content-Type': 'application/json' } });`,
    'await api.post(`/akepa/document/upload/${id}`, form, { headers: form.getHeaders() });',
    "await api.post(`/akepa/document/upload/${id}`, form, { headers: { 'Content-Type': 'application/json', ...form.getHeaders() } });",
  ),
  fine(
    'axios puts the boundary in',
    `await axios.post(\`${BASE}/akepa/document/upload/\${id}\`, form, { headers: { 'Content-Type': 'multipart/form-data' } });`,
  ),
  fine(
    'a boundary',
    `await fetch(\`${BASE}/akepa/document/upload/\${id}\`, { method: 'POST', body, headers: { 'Content-Type': 'multipart/form-data; boundary=x' } });`,
  ),
  fine(
    'a placeholder that is filled in',
    `const UPLOAD = '/akepa/document/upload/:documentId';`,
    `await axios.post(\`${BASE}\${UPLOAD.replace(':documentId', id)}\`, form);`,
  ),
  fine('the longest id', status(`{ customerId: 'cstap_${'a'.repeat(30)}', applicationId }`)),
  fine(
    'no path of akepa',
    `await axios.post(\`${BASE}/akepa/other\`, {});`,
    `await axios.post(\`${BASE}/akepa\`, {});`,
    `await axios.post(\`${BASE}/akepa/status/a/b\`, {});`,
    `await axios.post(\`${BASE}/akepa/statuses\`, {});`,
  ),
  // Look-alikes
  fine(
    "another service's host",
    "await axios.get('https://birds.example.org.acme.com/akepa/status');",
    "await axios.post('https://api.birdwatch.com/akepa/status', {});",
  ),
  fine(
    'a base that names another service',
    'await axios.post(`${process.env.BIRDWATCH_URL}/akepa/status`, {});',
  ),
  fine(
    'a prefix that nothing explains',
    "await axios.get('/api/v1/akepa/status');",
    "await axios.post('/birds/akepa/update', {});",
  ),
  valid("a page's own server", [
    "await fetch('/akepa/status/1');",
    "await fetch('/akepa/status', { method: 'POST', body: '{}' });",
  ]),
  valid('routes of a server', [
    "import express from 'express';",
    'const app = express();',
    "app.get('/akepa/status/:customerId', handler);",
    "app.post('/akepa/status', (req, res) => res.json({}));",
    "router.post('/akepa/document/generate', handler);",
    "fastify.route({ method: 'GET', url: '/akepa/status', handler });",
  ]),
  valid('test doubles', [
    "import { http } from 'msw';",
    "import nock from 'nock';",
    "import MockAdapter from 'axios-mock-adapter';",
    "http.get('https://api.connectfi.test/akepa/status', resolver);",
    "nock('https://api.connectfi.test').get('/akepa/status').reply(200, {});",
    "nock('https://api.connectfi.test').post('/akepa/document/generate', {}).reply(200, {});",
    "new MockAdapter(axios).onGet('/akepa/status').reply(200);",
  ]),
  valid('strings', [
    "const paths = ['/akepa/status/:customerId', '/akepa/update'];",
    "expect(paths[0]).toBe('/akepa/status');",
    "console.log('GET ${CONNECTFI_BASE_URL}/akepa/status');",
    "// axios.get('/akepa/status')",
  ]),
  valid('not among the base URLs', [AXIOS, "await axios.post('https://other.example/akepa/status', {});"], {
    settings: { akepa: { baseUrls: ['https://connectfi.bank.example'] } },
  }),
  valid('option confidence', [AXIOS, "await axios.post('/akepa/status', {});"], {
    options: [{ confidence: 'certain' }],
  }),
  valid(
    'option inferred',
    [
      AXIOS,
      `await axios.post(\`${BASE}/akepa/update\`, { side: 'front' });`,
      `await axios.post(\`${BASE}/akepa/identification\`, { customerId, reference, webhookURL });`,
    ],
    { options: [{ inferred: false }] },
  ),
  valid(
    'names of the config',
    [
      AXIOS,
      `await axios.post(\`${BASE}/akepa/update\`, { customerId, application: a, files: [{ entityId, id }] });`,
    ],
    {
      settings: {
        akepa: { akepa: { update: { applicationId: 'application', documents: 'files', documentId: 'id' } } },
      },
    },
  ),
];

export const INVALID: readonly Invalid[] = [
  // Required
  post('no property', '/akepa/document/generate', '{}', [
    `POST /akepa/document/generate requires ${GENERATE_FIELDS}.`,
  ]),
  post('a missing one', '/akepa/status', '{ customerId }', ['POST /akepa/status requires `applicationId`.']),
  post('early akepa: no reference', '/akepa/identification', '{ customerId: id }', [
    'POST /akepa/identification requires `reference`.',
  ]),
  post('a property that JSON leaves out', '/akepa/status', '{ customerId, applicationId: undefined }', [
    'POST /akepa/status requires `applicationId`.',
  ]),
  post('null for a body', '/akepa/document/generate', 'null, config', [
    `POST /akepa/document/generate requires ${GENERATE_FIELDS}.`,
  ]),
  invalid(
    'no body',
    [AXIOS, `await axios.post(\`${BASE}/akepa/document/generate\`);`],
    [[2, `POST /akepa/document/generate requires ${GENERATE_FIELDS}.`]],
  ),
  invalid(
    'no body in the options',
    [`await fetch(\`${BASE}/akepa/status\`, { method: 'POST', headers });`],
    [[1, 'POST /akepa/status requires `customerId`, `applicationId`.']],
  ),
  invalid(
    'a spread that is in reach',
    [
      AXIOS,
      'const who = { customerId };',
      'console.log(who, JSON.stringify(who), who.customerId);',
      status('{ ...who }'),
    ],
    [[4, 'POST /akepa/status requires `applicationId`.']],
  ),
  invalid(
    'the object of a constant',
    [AXIOS, 'const body = { customerId, source: 1 };', status('body')],
    [
      [2, 'POST /akepa/status requires `applicationId`.'],
      [2, 'POST /akepa/status rejects the property `source`. It knows `customerId`, `applicationId`.'],
    ],
  ),
  // Unknown
  post('an unknown property', '/akepa/status', '{ customerId, applicationId, documentId }', [
    'POST /akepa/status rejects the property `documentId`. It knows `customerId`, `applicationId`.',
  ]),
  post('an unknown property beside a spread', '/akepa/status', "{ 'separateDocumentId': a, ...rest }", [
    'POST /akepa/status rejects the property `separateDocumentId`. It knows `customerId`, `applicationId`.',
  ]),
  post('webhookURL', '/akepa/identification', '{ reference, customerId, webhookURL: hook }', [
    `POST /akepa/identification rejects the property \`webhookURL\`${INFERRED}. It knows \`reference\`, \`customerId\`, \`syncMode\`, \`webhookUrl\`.`,
    'Rename it to `webhookUrl`',
    '{ reference, customerId, webhookUrl: hook }',
  ]),
  post('webhookURL in short', '/akepa/identification', '{ reference, customerId, webhookURL }', [
    `POST /akepa/identification rejects the property \`webhookURL\`${INFERRED}. It knows \`reference\`, \`customerId\`, \`syncMode\`, \`webhookUrl\`.`,
    'Rename it to `webhookUrl`',
    '{ reference, customerId, webhookUrl: webhookURL }',
  ]),
  post(
    'webhookURL beside webhookUrl',
    '/akepa/identification',
    '{ reference, customerId, webhookURL, webhookUrl: webhookURL }',
    [
      `POST /akepa/identification rejects the property \`webhookURL\`${INFERRED}. It knows \`reference\`, \`customerId\`, \`syncMode\`, \`webhookUrl\`.`,
    ],
  ),
  // Values
  post('jpeg', '/akepa/document/generate', `{ ...rest, extension: 'jpeg' }`, [
    'POST /akepa/document/generate rejects `extension` is "jpeg": one of jpg, png.',
    'Write "jpg"',
    `{ ...rest, extension: 'jpg' }`,
  ]),
  post('JPG in double quotes', '/akepa/document/generate', `{ ...rest, extension: "JPG" }`, [
    'POST /akepa/document/generate rejects `extension` is "JPG": one of jpg, png.',
    'Write "jpg"',
    `{ ...rest, extension: "jpg" }`,
  ]),
  post('pdf', '/akepa/document/generate', `{ ...rest, extension: 'pdf' }`, [
    'POST /akepa/document/generate rejects `extension` is "pdf": one of jpg, png.',
  ]),
  post('the case of an enum', '/akepa/document/generate', `{ ...rest, workflow: 'personal' }`, [
    'POST /akepa/document/generate rejects `workflow` is "personal": one of BUSINESS, PERSONAL.',
    'Write "PERSONAL"',
    `{ ...rest, workflow: 'PERSONAL' }`,
  ]),
  post('a hyphen in an id', '/akepa/status', "{ customerId: 'csta-1', applicationId }", [
    `POST /akepa/status rejects \`customerId\` is "csta-1": ${ID_RULE}.`,
  ]),
  post('a hyphen in a template', '/akepa/status', '{ customerId: `csta-${id}`, applicationId }', [
    `POST /akepa/status rejects \`customerId\` is \`csta-\${id}\`: ${ID_RULE}.`,
  ]),
  invalid(
    'a hyphen before a parameter',
    [
      AXIOS,
      'export const f = (id, applicationId) =>',
      status('{ customerId: `csta-${id}`, applicationId }').replace('await ', '  '),
    ],
    [[3, `POST /akepa/status rejects \`customerId\` is \`csta-\${id}\`: ${ID_RULE}.`]],
  ),
  invalid(
    'what a wrapper adds, at its caller',
    [
      AXIOS,
      `const call = (path, data) => axios.post(process.env.CONNECTFI_URL + path, { ...data, source: 1 });`,
      '',
      "await call('/akepa/status', { customerId, applicationId });",
    ],
    [[4, 'POST /akepa/status rejects the property `source`. It knows `customerId`, `applicationId`.']],
  ),
  post('too long', '/akepa/status', `{ customerId: '${'a'.repeat(37)}', applicationId }`, [
    `POST /akepa/status rejects \`customerId\` is "${'a'.repeat(37)}": ${ID_RULE}.`,
  ]),
  post(
    'a placeholder for the reference',
    '/akepa/identification',
    "{ customerId, reference: 'UNIQUE_REFERENCE_ID' }",
    [`POST /akepa/identification rejects \`reference\` is "UNIQUE_REFERENCE_ID": ${REFERENCE_RULE}.`],
  ),
  post('a UUID with its hyphens', '/akepa/identification', '{ customerId, reference: crypto.randomUUID() }', [
    `POST /akepa/identification rejects \`reference\` is a UUID, which has hyphens: ${REFERENCE_RULE}.`,
    'Take the hyphens out',
    "{ customerId, reference: crypto.randomUUID().replaceAll('-', '') }",
  ]),
  invalid(
    'a UUID of the package',
    [
      AXIOS,
      "import { v4 as uuid } from 'uuid';",
      'const reference = uuid();',
      `await axios.post(\`${BASE}/akepa/identification\`, { customerId, reference });`,
    ],
    [
      [
        4,
        `POST /akepa/identification rejects \`reference\` is a UUID, which has hyphens: ${REFERENCE_RULE}.`,
      ],
    ],
  ),
  post('a text for a boolean', '/akepa/identification', "{ customerId, reference, syncMode: 'true' }", [
    `POST /akepa/identification rejects \`syncMode\` is 'true': true or false only.`,
  ]),
  post('a number for a text', '/akepa/document/generate', '{ ...rest, type: 1099 }', [
    'POST /akepa/document/generate rejects `type` is 1099: one of contract, license, passport, utility, other, internal, identification_card, residence_permit, canada_provincial_id, indigenous_card, paystub, bank_statement, w2, 1099, 1120, 1065, t1, t4.',
  ]),
  post('a name of white space', '/akepa/document/generate', "{ ...rest, name: '  ' }", [
    'POST /akepa/document/generate rejects `name` is "  ": no `<`, no `>` and no line break, 50 at the most, not only white space.',
  ]),
  post('no e-mail address', '/akepa/document/generate', "{ ...rest, note_author_agent_email: 'Jane' }", [
    'POST /akepa/document/generate rejects `note_author_agent_email` is "Jane": an e-mail address.',
  ]),
  invalid(
    'a constant',
    [AXIOS, "const EXTENSION = 'jpeg';", generate('{ ...rest, extension: EXTENSION }')],
    [[3, 'POST /akepa/document/generate rejects `extension` is "jpeg": one of jpg, png.']],
  ),
  // Methods
  invalid(
    'GET on status',
    [AXIOS, `await axios.get(\`${BASE}/akepa/status\`, { params: { customerId } });`],
    [[2, '/akepa/status takes POST only, and this is a GET.']],
  ),
  invalid(
    'PUT on update',
    [AXIOS, `await axios.put(\`${BASE}/akepa/update\`, body);`],
    [[2, '/akepa/update takes POST only, and this is a PUT.']],
  ),
  invalid(
    'no method',
    [`await fetch(\`${BASE}/akepa/status\`);`],
    [[1, '/akepa/status takes POST only, and this is a GET.']],
  ),
  invalid(
    'GET with a body',
    [
      AXIOS,
      `await axios({ method: 'GET', url: \`${BASE}/akepa/status\`, data: { customerId, applicationId } });`,
    ],
    [
      [
        2,
        '/akepa/status takes POST only, and this is a GET.',
        'Send it as POST',
        [
          AXIOS,
          `await axios({ method: 'POST', url: \`${BASE}/akepa/status\`, data: { customerId, applicationId } });`,
        ],
      ],
    ],
  ),
  invalid(
    'early akepa: status with a path parameter',
    [
      AXIOS,
      `await axios.get(\`${BASE}/akepa/status/\${id}\`);`,
      `await axios.post(\`${BASE}/akepa/status/\${id}\`);`,
    ],
    [2, 3].map((line) => [
      line,
      'This is the status call of the first edition of akepa. POST /akepa/status takes `customerId` and `applicationId` in its body.',
    ]),
  ),
  // Update
  post('no documents', '/akepa/update', '{ customerId, applicationId }', [
    `POST /akepa/update requires \`documents\`${INFERRED}.`,
  ]),
  post(
    'items',
    '/akepa/update',
    "{ customerId, applicationId, documents: [{ entityId, documentId, side: 'front' }, { documentId: 'doc-1' }, ...more, item] }",
    [`POST /akepa/update rejects the property \`side\`${INFERRED}. It knows \`entityId\`, \`documentId\`.`],
    [`POST /akepa/update requires \`entityId\`${INFERRED}.`],
    [`POST /akepa/update rejects \`documentId\` is "doc-1": ${ID_RULE}${INFERRED}.`],
  ),
  post(
    'one document and no list',
    '/akepa/update',
    '{ customerId, applicationId, documents: { entityId, documentId } }',
    [`POST /akepa/update rejects \`documents\` is { entityId, documentId }: a list${INFERRED}.`],
  ),
  invalid(
    'the names of the config',
    [AXIOS, `await axios.post(\`${BASE}/akepa/update\`, { customerId, applicationId, documents: [] });`],
    [
      [2, `POST /akepa/update requires \`files\`${INFERRED}.`],
      [
        2,
        `POST /akepa/update rejects the property \`documents\`${INFERRED}. It knows \`customerId\`, \`applicationId\`, \`files\`.`,
      ],
    ],
    { settings: { akepa: { akepa: { update: { documents: 'files' } } } } },
  ),
  // Upload
  post(
    'JSON for an upload',
    '/akepa/document/upload/${id}',
    "form, { headers: { 'Content-Type': 'application/json' } }",
    [
      'The upload is multipart, and this Content-Type says JSON. Leave it to the client, or take it from `form.getHeaders()`.',
    ],
  ),
  invalid(
    'no boundary',
    [
      `await fetch(\`${BASE}/akepa/document/upload/\${id}\`, {`,
      "  method: 'POST',",
      "  headers: { 'content-type': 'multipart/form-data' },",
      '  body: form,',
      '});',
    ],
    [
      [
        3,
        'The upload is multipart, and this Content-Type has no boundary. Leave it to the client, or take it from `form.getHeaders()`.',
      ],
    ],
  ),
  post('a placeholder in the path', '/akepa/document/upload/:documentId', 'form', [
    '`:documentId` is sent as it stands: nothing fills it in.',
  ]),
  post('a hyphen in the path', '/akepa/document/upload/sdoc-1', 'form', [
    `POST /akepa/document/upload/:documentId rejects \`documentId\` is "sdoc-1": ${ID_RULE}${INFERRED}.`,
  ]),
  // Plain quotes
  invalid(
    'a template in plain quotes',
    [AXIOS, "await axios.post('${CONNECTFI_BASE_URL}/akepa/status', { customerId, applicationId });"],
    [[2, 'The URL holds `${…}` in plain quotes; it needs backticks.']],
  ),
  invalid(
    'a template in plain quotes whose name is at hand',
    [
      AXIOS,
      'const CONNECTFI_BASE_URL = process.env.URL;',
      "await axios.post('${CONNECTFI_BASE_URL}/akepa/status', { customerId, applicationId });",
    ],
    [
      [
        3,
        'The URL holds `${…}` in plain quotes; it needs backticks.',
        'Make it a template literal',
        [
          AXIOS,
          'const CONNECTFI_BASE_URL = process.env.URL;',
          'await axios.post(`${CONNECTFI_BASE_URL}/akepa/status`, { customerId, applicationId });',
        ],
      ],
    ],
  ),
  // Clients and wrappers
  ...(
    [
      [
        'got',
        ["import got from 'got';", `await got.post(\`${BASE}/akepa/status\`, { json: { customerId } });`],
      ],
      [
        'ky with a prefix',
        [
          "import ky from 'ky';",
          "await ky.post('akepa/status', { prefixUrl: process.env.CONNECTFI_URL, json: { customerId } });",
        ],
      ],
      [
        'superagent',
        [
          "import superagent from 'superagent';",
          `await superagent.post(\`${BASE}/akepa/status\`).send({ customerId });`,
        ],
      ],
      [
        'undici',
        [
          "import { request } from 'undici';",
          `await request(\`${BASE}/akepa/status\`, { method: 'POST', body: JSON.stringify({ customerId }) });`,
        ],
      ],
      [
        'an instance',
        [
          "import axios from 'axios'; const api = axios.create({ baseURL: process.env.CONNECTFI_URL });",
          "await api.post('/akepa/status', { customerId });",
        ],
      ],
      [
        'a wrapper',
        [
          `${AXIOS} const call = (path, data) => axios.post(process.env.CONNECTFI_URL + path, data);`,
          "await call('/akepa/status', { customerId });",
        ],
      ],
      [
        'a wrapper of akepa',
        [
          `${AXIOS} const akepa = (path, data) => axios.post(\`${BASE}/akepa\${path}\`, data);`,
          "await akepa('/status', { customerId });",
        ],
      ],
    ] as const
  ).map(([name, lines]) => invalid(name, lines, [[2, 'POST /akepa/status requires `applicationId`.']])),
];
