import { missing, NO_OBJECT, refusalOf, REQUEST_ID } from './answers.js';
import type { Answer, Basis, Row } from './row.js';
import { individual } from './steps.js';

interface JsonEndpoint {
  readonly line: string;
  /** What the refusal of an empty body rests on. */
  readonly empty: readonly Basis[];
  readonly first: Answer;
  /** What comes before the body is looked at. */
  readonly always?: readonly Basis[];
  readonly headers?: Readonly<Record<string, undefined>>;
}

const JSON_ENDPOINTS: readonly JsonEndpoint[] = [
  {
    line: 'POST /auth/get-token',
    empty: ['auth.validation'],
    first: missing('user'),
    headers: { 'x-connectfi-token': undefined },
  },
  {
    line: 'POST /customer/init',
    empty: ['customer.validation', 'validation.first'],
    first: missing('customerReference'),
  },
  { line: 'POST /customer/kyc/init', empty: ['legacy.validation'], first: missing('customerId') },
  {
    line: 'POST /customer/kyc/document-link',
    empty: ['legacy.validation', 'validation.first'],
    first: missing('customerId'),
  },
  { line: 'POST /customer/kyc/add-attributes', empty: ['legacy.validation'], first: missing('customerId') },
  {
    line: 'POST /akepa/identification',
    empty: ['validation.required', 'validation.first'],
    first: missing('reference'),
  },
  {
    line: 'POST /akepa/status',
    empty: ['validation.required', 'validation.first'],
    first: missing('customerId'),
  },
  {
    line: 'POST /akepa/document/generate',
    empty: ['validation.required', 'validation.first'],
    first: missing('workflow'),
  },
  {
    line: 'POST /akepa/update',
    always: ['update.shape'],
    empty: ['validation.required', 'validation.first'],
    first: missing('customerId'),
  },
  { line: 'POST /reference/decide', empty: ['validation.first'], first: missing('applicationId') },
];

/** Texts that are sent as JSON and are no JSON object. */
const NO_OBJECTS = ['', '{', '[]', 'null', '"text"', '1', `${'['.repeat(70)}${']'.repeat(70)}`];

export const BODY_ROWS: readonly Row[] = [
  ...JSON_ENDPOINTS.flatMap(({ line, empty, first, always = [], headers }): Row[] => [
    {
      title: `${line}: a body without its content type is none`,
      shows: [...always, 'body.not-json', ...empty],
      call: {
        line,
        text: '{"customerId":"csta_1","reference":"run1","workflow":"PERSONAL"}',
        ...(headers && { headers }),
      },
      answer: first,
    },
    {
      title: `${line}: a body of another content type is none`,
      shows: [...always, 'body.not-json', ...empty],
      call: { line, text: 'customerId=csta_1', headers: { ...headers, 'content-type': 'text/plain' } },
      answer: first,
    },
    {
      title: `${line}: an empty object`,
      shows: [...always, ...empty, 'validation.shape'],
      call: { line, json: {}, ...(headers && { headers }) },
      answer: first,
    },
    ...NO_OBJECTS.map((text): Row => ({
      title: `${line}: ${text.slice(0, 8) || 'nothing'} as JSON`,
      shows: [...always, 'body.not-json'],
      call: { line, text, headers: { ...headers, 'content-type': 'application/json' } },
      answer: NO_OBJECT,
    })),
  ]),
  {
    title: 'a content type with a charset is that type',
    shows: ['identification.customer-unknown'],
    call: {
      line: 'POST /akepa/identification',
      json: { reference: 'run1', customerId: 'cstap_1' },
      headers: { 'content-type': 'Application/JSON; charset=utf-8' },
    },
    answer: refusalOf(400, 'customerNotFound', 'Customer not found.', { customerId: 'cstap_1' }),
  },
  {
    title: "a type that only begins like JSON's is another",
    shows: ['body.not-json', 'legacy.validation'],
    given: [individual('ada')],
    call: {
      line: 'POST /customer/kyc/init',
      json: { customerId: '{ada}' },
      headers: { 'content-type': 'text/application/json' },
    },
    answer: missing('customerId'),
  },
  {
    title: 'a JSON body of more than a MiB',
    shows: ['body.too-large'],
    call: {
      line: 'POST /akepa/document/generate',
      text: JSON.stringify({ note: 'x'.repeat(1024 * 1024) }),
      headers: { 'content-type': 'application/json' },
    },
    answer: refusalOf(413, 'payloadTooLarge', 'More than 1048576 bytes', { limit: 1_048_576 }),
  },
  {
    title: 'a body of 1 MiB is read',
    shows: ['legacy.validation'],
    call: {
      line: 'POST /customer/kyc/init',
      text: `{"webhookURL":"${'x'.repeat(1024 * 1024 - 17)}"}`,
      headers: { 'content-type': 'application/json' },
    },
    answer: missing('customerId'),
  },
  {
    title: 'a fault that the call asks for comes before everything',
    shows: [],
    call: {
      line: 'POST /document/generate',
      headers: { 'x-connectfi-token': undefined, 'x-reference-fault': 'status=503' },
    },
    answer: {
      status: 503,
      body: { code: 'injected', message: 'Asked for by a fault of the reference' },
    },
  },
  {
    title: 'an unknown path',
    shows: ['path.unknown'],
    call: { line: 'POST /akepa/nothing' },
    answer: pathNotFound(),
  },
  {
    title: 'a known path with another method',
    shows: ['path.unknown'],
    call: { line: 'GET /akepa/identification' },
    answer: pathNotFound(),
  },
  {
    title: 'GET /document/generate is no endpoint',
    shows: ['path.unknown'],
    call: { line: 'GET /document/generate' },
    answer: pathNotFound(),
  },
  {
    title: 'the older status path is behind an option',
    shows: ['path.unknown'],
    given: [individual('ada')],
    call: { line: 'GET /akepa/status/{ada}' },
    answer: pathNotFound(),
  },
];

function pathNotFound(): Answer {
  return {
    status: 404,
    body: {
      requestId: REQUEST_ID,
      code: 'pathNotFound',
      message: 'The reference has no such path and method.',
    },
  };
}
