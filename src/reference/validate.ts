import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

import type { BodySchema } from '../endpoints/types.js';
import { requestValidateError } from './refusal.js';

/** One fault of a body. */
export type BodyError = ErrorObject;

// All of them only to know whether there are several: what connectFi does then is not documented.
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false });
addFormats.default(ajv, ['email']);
// Says how a field is known, nothing about its values.
ajv.addKeyword('mark');
ajv.addKeyword({
  keyword: 'isNotOnlyWhitespace',
  type: 'string',
  validate: (wanted: boolean, text: string) => !wanted || text.trim() !== '',
});

/** Compiles a body's schema, once for each schema object. */
export function validator<T>(schema: BodySchema): ValidateFunction<T> {
  return ajv.compile<T>(schema);
}

/** The documented refusal of a body: the examples hold one item each. */
export function validationRefusal(error: BodyError): Error {
  const { keyword, instancePath, schemaPath, params, message } = error;
  return requestValidateError([{ keyword, instancePath, schemaPath, params, message }]);
}
