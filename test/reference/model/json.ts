import { additional, type Expected, invalid, missing, wrongValue } from './expected.js';
import type { BodyFault } from './step.js';
import type { JsonBody } from './turn.js';

/** A body as it is sent, and how it is refused. */
export interface SentJson {
  readonly text: string;
  readonly contentType: string;
  readonly refused: Expected | undefined;
}

const JSON_TYPE = 'application/json';
const NO_OBJECT = invalid({
  keyword: 'type',
  instancePath: '',
  schemaPath: '#/type',
  params: { type: 'object' },
  message: 'must be object',
});

/** Spoils a body, or sends it as it is. */
export function sentJson(body: JsonBody, fault: BodyFault | undefined): SentJson {
  const { value, required, isClosed } = body;
  const text = JSON.stringify(value);
  const wrong = body.invalid && invalid(wrongValue(body.invalid));
  const [first = ''] = required;
  switch (fault?.fault) {
    case undefined:
      return { text, contentType: JSON_TYPE, refused: wrong };
    case 'array':
      return { text: `[${text}]`, contentType: JSON_TYPE, refused: NO_OBJECT };
    case 'unreadable':
      return { text: text.slice(0, -1), contentType: JSON_TYPE, refused: NO_OBJECT };
    case 'other-type':
      // Not read at all, so everything is missing.
      return { text, contentType: 'text/plain', refused: invalid(missing(first)) };
    case 'additional':
      return {
        text: JSON.stringify({ ...value, someAdditionalProperty: 1 }),
        contentType: 'application/json; charset=utf-8',
        refused: isClosed ? invalid(additional('someAdditionalProperty')) : wrong,
      };
    case 'missing': {
      const name = required[fault.nth % required.length] ?? '';
      const rest = Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
      return { text: JSON.stringify(rest), contentType: JSON_TYPE, refused: invalid(missing(name)) };
    }
  }
}
