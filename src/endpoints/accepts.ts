import type { BodySchema } from './types.js';

/** Whether a text is a value that the schema of a string field admits. */
export function accepts(schema: BodySchema, text: string): boolean {
  return (
    schema.type === 'string' &&
    (schema.enum?.includes(text) ?? true) &&
    (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(text)) &&
    (schema.format === undefined || /^[^\s@]+@[^\s@]+$/.test(text)) &&
    text.length >= (schema.minLength ?? 0) &&
    text.length <= (schema.maxLength ?? Infinity) &&
    !(schema.isNotOnlyWhitespace && text.trim() === '')
  );
}

/** Whether no piece of a text that is not fully known rules the whole out. */
export function mayAccept({ pattern, maxLength = Infinity }: BodySchema, pieces: readonly string[]): boolean {
  if (pieces.join('').length > maxLength) return false;
  // Each pattern says of every character what it may be.
  return pattern === undefined || pieces.every((piece) => new RegExp(pattern, 'u').test(piece));
}
