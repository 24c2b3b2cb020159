import { expect } from 'vitest';

/** The answer that the model predicts; texts that it leaves open are matchers. */
export interface Expected {
  readonly status: number;
  readonly body: unknown;
}

const REQUEST_ID: unknown = expect.stringMatching(/^[0-9a-f]{32}$/);
/** A time in an answer. */
export const INSTANT: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
const SOME_TEXT: unknown = expect.stringMatching(/./);

/** 200 with `data`. */
export function success(data: unknown): Expected {
  return { status: 200, body: { code: '0', data, requestId: REQUEST_ID } };
}

/** A refusal in akepa's form: the ids are in the context. */
export function refusal(
  status: number,
  code: string,
  message: string,
  context?: Readonly<Record<string, unknown>>,
): Expected {
  return { status, body: { requestId: REQUEST_ID, code, message, ...(context && { context }) } };
}

/** A refusal in the form of the deprecated endpoints: HTTP 400, no context. */
export function legacyRefusal(code: string, message: string): Expected {
  return refusal(400, code, message);
}

/** 401, the one answer without a request id. */
export function unauthorized(): Expected {
  return { status: 401, body: { code: 'unauthorized', message: 'Authentication error' } };
}

/** What no page answers: refused, and nothing changes. */
export function notDocumented(unknown: string): Expected {
  return {
    status: 400,
    body: { requestId: REQUEST_ID, code: 'notDocumented', message: SOME_TEXT, context: { unknown } },
  };
}

/** `requestValidateError` with one item; no message beside it. */
export function invalid(item: ValidationItem): Expected {
  return { status: 400, body: { requestId: REQUEST_ID, code: 'requestValidateError', context: [item] } };
}

/** What a value is refused for. */
export interface WrongValue {
  readonly keyword: string;
  readonly instancePath: string;
}

/** ajv's form. */
export interface ValidationItem extends WrongValue {
  readonly schemaPath: unknown;
  readonly params: unknown;
  readonly message: unknown;
}

/** The documented item of a missing property. */
export function missing(name: string): ValidationItem {
  return {
    keyword: 'required',
    instancePath: '',
    schemaPath: '#/required',
    params: { missingProperty: name },
    message: `must have required property '${name}'`,
  };
}

/** The documented item of an unknown property. */
export function additional(name: string): ValidationItem {
  return {
    keyword: 'additionalProperties',
    instancePath: '',
    schemaPath: '#/additionalProperties',
    params: { additionalProperty: name },
    message: 'must NOT have additional properties',
  };
}

/** An item for a value; what ajv says of it is not connectFi's. */
export function wrongValue({ keyword, instancePath }: WrongValue): ValidationItem {
  const open: unknown = expect.anything();
  return { keyword, instancePath, schemaPath: SOME_TEXT, params: open, message: SOME_TEXT };
}
