import type { BodySchema } from './types.js';

const PATTERNS: Readonly<Record<string, string>> = {
  '^[0-9a-zA-Z_]+$': 'letters, digits and `_` only',
  '^[0-9a-zA-Z]+$': 'letters and digits only',
  '^((?![<>]).)*$': 'no `<`, no `>` and no line break',
};
const TYPES: Readonly<Record<BodySchema['type'], string>> = {
  array: 'a list',
  boolean: 'true or false only',
  object: 'an object',
  string: 'a text',
};

/** What a field takes, in words: `letters and digits only, 32 at the most`. */
export function ruleWords(schema: BodySchema): string {
  const { type, enum: values, pattern, format, maxLength, isNotOnlyWhitespace } = schema;
  if (values) return `one of ${values.join(', ')}`;
  if (format) return 'an e-mail address';
  if (pattern === undefined) return TYPES[type];
  const words = PATTERNS[pattern];
  if (words === undefined) throw new Error(`No words for the pattern ${pattern}`);
  return [
    words,
    ...(maxLength === undefined ? [] : [`${maxLength} at the most`]),
    ...(isNotOnlyWhitespace ? ['not only white space'] : []),
  ].join(', ');
}
