import { expect } from 'vitest';

import type { Answer } from './row.js';

export const REQUEST_ID: unknown = expect.stringMatching(/^[0-9a-f]{32}$/);

/** An id of that prefix and separator, such as `doc_`. */
export function idOf(prefix: string): unknown {
  return expect.stringMatching(new RegExp(`^${prefix}[0-9a-zA-Z]{22}$`));
}

/** 200 with `data`. */
export function success(data: unknown): Answer {
  return { status: 200, body: { code: '0', data, requestId: REQUEST_ID } };
}

/** 401: no request id. */
export const UNAUTHORIZED: Answer = {
  status: 401,
  body: { code: 'unauthorized', message: 'Authentication error' },
};

/** A refusal without `context`: of a deprecated endpoint, or a code that has none. */
export function refusal(code: string, message: string): Answer {
  return { status: 400, body: { requestId: REQUEST_ID, code, message } };
}

/** A refusal of akepa that names what it is about. */
export function refusalOf(
  status: number,
  code: string,
  message: string,
  context: Readonly<Record<string, unknown>>,
): Answer {
  return { status, body: { requestId: REQUEST_ID, code, message, context } };
}

/** What no page answers. */
export function notDocumented(unknown: string, asks: string): Answer {
  const message = `connectFi documents nothing about ${asks}. The reference does not guess.`;
  return refusalOf(400, 'notDocumented', message, { unknown });
}

/** `requestValidateError` with one item in ajv's form; no message. */
export function invalid(
  keyword: string,
  at: string,
  params: Readonly<Record<string, unknown>>,
  message: string,
  schemaPath = `#${at.replaceAll(/\/(?!\d)/g, '/properties/').replaceAll(/\/\d+/g, '/items')}/${keyword}`,
): Answer {
  const context = [{ keyword, instancePath: at, schemaPath, params, message }];
  return { status: 400, body: { requestId: REQUEST_ID, code: 'requestValidateError', context } };
}

/** The documented item of a missing property; `at` is where it is missing. */
export function missing(name: string, at = ''): Answer {
  return invalid('required', at, { missingProperty: name }, `must have required property '${name}'`);
}

/** The documented item of an unknown property. */
export function additional(name: string, at = ''): Answer {
  const message = 'must NOT have additional properties';
  return invalid('additionalProperties', at, { additionalProperty: name }, message);
}

/** A value that its pattern does not match. */
export function unmatched(at: string, pattern: string): Answer {
  return invalid('pattern', at, { pattern }, `must match pattern "${pattern}"`);
}

/** A text that is too long. */
export function tooLong(at: string, limit: number): Answer {
  return invalid('maxLength', at, { limit }, `must NOT have more than ${limit} characters`);
}

/** A text that is too short. */
export function tooShort(at: string, limit: number): Answer {
  return invalid('minLength', at, { limit }, `must NOT have fewer than ${limit} characters`);
}

/** A value of another type. */
export function mistyped(at: string, type: string): Answer {
  return invalid('type', at, { type }, `must be ${type}`);
}

/** A value that is not one of a list. */
export function unlisted(at: string, allowedValues: readonly string[]): Answer {
  return invalid('enum', at, { allowedValues }, 'must be equal to one of the allowed values');
}

/** A body that is no JSON object. */
export const NO_OBJECT = mistyped('', 'object');
