import type { BodySchema } from './types.js';

/** Whether a text is a value that the schema of a string field admits. */
export function accepts(schema: BodySchema, text: string): boolean {
  return (
    schema.type === 'string' &&
    (schema.enum?.includes(text) ?? true) &&
    (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(text)) &&
    text.length >= (schema.minLength ?? 0) &&
    text.length <= (schema.maxLength ?? Infinity) &&
    !(schema.isNotOnlyWhitespace && text.trim() === '')
  );
}
