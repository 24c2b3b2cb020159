/** How a client gives the id that POST /akepa/document/generate answers. */
export interface Dialect {
  /** The member of the awaited answer that holds the parsed body, empty for the answer itself; undefined: `json()` gives it. */
  readonly holder: string | undefined;
  /** What `.json()` is called on, below the answer. */
  readonly reader: string;
  /** `.json()` is called on what is not awaited yet. */
  readonly isDirect: boolean;
  /** What says that a request has failed, where that is not thrown. */
  readonly failed: ((name: string) => string) | undefined;
  /** Members of the parsed body that lead to the id. */
  readonly idPath: readonly string[];
  /** The answer is a text that nobody has parsed yet. */
  readonly isText: boolean;
  /** TypeScript has to be told what the call answers. */
  readonly isGeneric: boolean;
}

/** The parsed body is the answer. */
export const PARSED: Dialect = {
  holder: '',
  reader: '',
  isDirect: false,
  failed: undefined,
  idPath: ['data', 'id'],
  isText: false,
  isGeneric: false,
};
/** `.json()` gives the parsed body. */
export const RESPONSE: Dialect = { ...PARSED, holder: undefined };

const DIALECTS: Readonly<Record<string, Dialect>> = {
  'angular-http': { ...PARSED, isGeneric: true },
  axios: { ...PARSED, holder: 'data' },
  jquery: PARSED,
  'nest-http': { ...PARSED, holder: 'data' },
  needle: { ...PARSED, holder: 'body', failed: (name) => `${name}.statusCode >= 400` },
  playwright: { ...RESPONSE, failed: (name) => `!${name}.ok()` },
  request: PARSED,
  supertest: { ...PARSED, holder: 'body', failed: (name) => `${name}.status >= 400` },
  wretch: { ...RESPONSE, isDirect: true },
  'hey-api': { ...PARSED, holder: 'data', failed: (name) => `${name}.error` },
  'openapi-fetch': { ...PARSED, holder: 'data', failed: (name) => `${name}.error` },
  fetch: { ...RESPONSE, failed: (name) => `!${name}.ok` },
  got: { ...RESPONSE, isDirect: true },
  ky: { ...RESPONSE, isDirect: true },
  ofetch: PARSED,
  superagent: { ...PARSED, holder: 'body' },
  undici: { ...RESPONSE, reader: '.body', failed: (name) => `${name}.statusCode >= 400` },
};

/** Undefined for a client of which several requests in a row are not written. */
export function dialectOf(client: string): Dialect | undefined {
  return DIALECTS[client];
}
