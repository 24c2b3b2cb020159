import { HOLE, isBaseName, matchSegments, type Span, splitPath } from './match.js';
import { AKEPA_ENDPOINTS } from './table.js';
import type { AkepaEndpoint } from './types.js';

/** Where the path of an akepa endpoint stands in a URL. */
export interface AkepaMatch {
  readonly endpoint: AkepaEndpoint;
  /** From the slash before `akepa` to the end of the URL's path. */
  readonly path: Span;
  /** The value of each path parameter. */
  readonly params: Readonly<Record<string, Span>>;
  /** Scheme, host and whatever path precedes, as in the flat URL. */
  readonly prefix: string;
  /** The prefix has literal path segments of its own, such as `/api/v1`. */
  readonly literalPrefix: boolean;
  /** `/akepa/status/:customerId` of the first edition of the API. */
  readonly isEarly: boolean;
}

const PATHS = AKEPA_ENDPOINTS.flatMap((endpoint) => {
  const template = endpoint.path.slice(1).split('/');
  const current = { endpoint, template, isEarly: false };
  return endpoint.id === 'akepa-status'
    ? [current, { endpoint, template: [...template, ':customerId'], isEarly: true }]
    : [current];
});

/**
 * Finds the akepa endpoint that `flatUrl` names. Whole path segments count, never substrings.
 *
 * @param flatUrl the URL with every unknown value replaced by {@link HOLE}
 */
export function matchAkepa(flatUrl: string): AkepaMatch | undefined {
  const segments = splitPath(flatUrl);
  const at = segments.findIndex(({ text }) => text === 'akepa');
  const [first, ...rest] = segments.slice(Math.max(at, 0));
  const last = rest.at(-1);
  if (at < 0 || !first || !last) return undefined;
  for (const { endpoint, template, isEarly } of PATHS) {
    const params = template.length === rest.length + 1 && matchSegments(template, [first, ...rest]);
    if (!params) continue;
    const start = flatUrl[first.start - 1] === '/' ? first.start - 1 : first.start;
    return {
      endpoint,
      path: { start, end: last.end },
      params,
      prefix: flatUrl.slice(0, start),
      literalPrefix: segments.slice(0, at).some(({ text }) => !text.startsWith(HOLE) && !isBaseName(text)),
      isEarly,
    };
  }
  return undefined;
}
