type Schema = Readonly<Record<string, unknown>>;

/** Keywords that ask nothing by themselves: two are for people, and two are read by `if`. */
const SILENT = new Set(['$schema', 'title', 'then', 'else']);

/** What each keyword asks of a value; most ask nothing of a value of another type. */
const KEYWORDS: Readonly<Record<string, (value: unknown, argument: never, schema: Schema) => boolean>> = {
  type: (value, type: string) => isOfType(value, type),
  enum: (value, allowed: readonly unknown[]) => allowed.includes(value),
  pattern: (value, pattern: string) => typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
  // In characters, of which JavaScript counts some twice.
  minLength: (value, least: number) => typeof value !== 'string' || Array.from(value).length >= least,
  maxLength: (value, most: number) => typeof value !== 'string' || Array.from(value).length <= most,
  minimum: (value, least: number) => typeof value !== 'number' || value >= least,
  minItems: (value, least: number) => !Array.isArray(value) || value.length >= least,
  // Objects would have to be compared by what is in them.
  uniqueItems: (value) =>
    !Array.isArray(value) ||
    (value.every((item) => typeof item === 'string') && new Set(value).size === value.length),
  items: (value, schema: Schema) => !Array.isArray(value) || value.every((item) => conforms(item, schema)),
  required: (value, names: readonly string[]) =>
    !isObject(value) || names.every((name) => value[name] !== undefined),
  properties: (value, schemas: Readonly<Record<string, Schema>>) =>
    !isObject(value) ||
    Object.entries(schemas).every(
      ([name, schema]) => value[name] === undefined || conforms(value[name], schema),
    ),
  additionalProperties: (value, schema: Schema | false, { properties = {} }) =>
    !isObject(value) ||
    Object.entries(value).every(
      ([name, item]) => Object.hasOwn(properties as object, name) || (schema && conforms(item, schema)),
    ),
  allOf: (value, schemas: readonly Schema[]) => schemas.every((schema) => conforms(value, schema)),
  if: (value, schema: Schema, { then, else: otherwise }) => {
    // These are schemas where they are there.
    const next = (conforms(value, schema) ? then : otherwise) as Schema | undefined;
    return !next || conforms(value, next);
  },
};

/**
 * Whether a value is sure to conform to a schema. It knows the keywords that the config's schema has, and is there to
 * spare a run the validator that ajv makes, whose 200 kB take longer to load than a small file to be checked; where it
 * answers no, that validator decides, and finds the words.
 */
export function conforms(value: unknown, schema: Schema): boolean {
  return Object.entries(schema).every(([keyword, argument]) => {
    if (SILENT.has(keyword)) return true;
    const test = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined;
    // What an argument is, its keyword says.
    return test?.(value, argument as never, schema) === true;
  });
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return type === 'object' ? isObject(value) : typeof value === type;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
