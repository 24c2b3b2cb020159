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
}

const DIALECTS: Readonly<Record<string, Dialect>> = {
  axios: { holder: 'data', reader: '', isDirect: false, failed: undefined },
  fetch: { holder: undefined, reader: '', isDirect: false, failed: (name) => `!${name}.ok` },
  got: { holder: undefined, reader: '', isDirect: true, failed: undefined },
  ky: { holder: undefined, reader: '', isDirect: true, failed: undefined },
  ofetch: { holder: '', reader: '', isDirect: false, failed: undefined },
  superagent: { holder: 'body', reader: '', isDirect: false, failed: undefined },
  undici: {
    holder: undefined,
    reader: '.body',
    isDirect: false,
    failed: (name) => `${name}.statusCode >= 400`,
  },
};

/** Undefined for a client of which several requests in a row are not written. */
export function dialectOf(client: string): Dialect | undefined {
  return DIALECTS[client];
}
