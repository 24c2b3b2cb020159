/** What stands in a trace instead of a secret. */
export const REDACTED = '(redacted)';

/** Headers that let somebody in. */
const SECRET_HEADERS = new Set([
  'x-connectfi-token',
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
]);
/** Query parameters in which people send secrets, although connectFi knows none. */
const SECRET_PARAMETER = /token|password|secret|auth/i;
const SECRET_FIELDS = new Set(['password', 'token']);
/** A shorter text is no token, and stands in many places by chance. */
const SHORTEST = 8;

/** Name and value, as HAR writes headers and queries. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

export function redactHeaders(headers: Headers): Pair[] {
  return [...headers].map(([name, value]) => ({ name, value: SECRET_HEADERS.has(name) ? REDACTED : value }));
}

/** A URL without login, and without the values of parameters that hold secrets. */
export function redactUrl(text: string): URL {
  const url = new URL(text);
  url.username = '';
  url.password = '';
  for (const name of new Set(url.searchParams.keys()))
    if (SECRET_PARAMETER.test(name)) url.searchParams.set(name, REDACTED);
  return url;
}

/** JSON without its passwords and tokens; a text that is no JSON is left out, as nobody can say what is in it. */
export function redactJson(text: string): string {
  try {
    return JSON.stringify(
      JSON.parse(text, (key, value: unknown) => (SECRET_FIELDS.has(key) ? REDACTED : value)),
    );
  } catch {
    return REDACTED;
  }
}

/** Takes the tokens of a call out of any other text, such as a body that repeats a header. */
export function hider(headers: Headers): (text: string) => string {
  const secrets = [...SECRET_HEADERS].flatMap((name) => (headers.get(name) ?? '').split(/[\s,;=]+/));
  const long = secrets.filter((secret) => secret.length >= SHORTEST);
  return (text) => long.reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text);
}
