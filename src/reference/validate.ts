import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

import type { BodySchema } from '../endpoints/types.js';
import { requestValidateError } from './refusal.js';

// The first error only: the documented examples hold one each.
const ajv = new Ajv({ allErrors: false, strict: true, strictRequired: false });
addFormats.default(ajv, ['email']);
// Says how a field is known, nothing about its values.
ajv.addKeyword('mark');
ajv.addKeyword({
  keyword: 'isNotOnlyWhitespace',
  type: 'string',
  validate: (wanted: boolean, text: string) => !wanted || text.trim() !== '',
});

/** Compiles a body's schema. */
export function validator<T>(schema: BodySchema): ValidateFunction<T> {
  return ajv.compile<T>(schema);
}

/** The documented refusal of a body, from what ajv found. */
export function validationRefusal(errors: readonly ErrorObject[] | null | undefined): Error {
  const items = (errors ?? []).map(({ keyword, instancePath, schemaPath, params, message }) => ({
    keyword,
    instancePath,
    schemaPath,
    params,
    message,
  }));
  return requestValidateError(items);
}
