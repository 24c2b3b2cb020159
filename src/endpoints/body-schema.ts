import type { AkepaEndpoint, BodySchema } from './types.js';

/** Names of properties by the names that the table has for them. */
export type PropertyNames = Readonly<Partial<Record<string, string>>>;

/** The body that an endpoint takes; the properties of an inferred one go by other names where `names` says so. */
export function bodySchema({ body, mark }: AkepaEndpoint, names: PropertyNames = {}): BodySchema | undefined {
  return body && mark === 'inferred' ? renamed(body, names) : body;
}

function renamed(schema: BodySchema, names: PropertyNames): BodySchema {
  const nameOf = (name: string): string => names[name] ?? name;
  const { properties, required, items } = schema;
  return {
    ...schema,
    ...(required && { required: required.map(nameOf) }),
    ...(items && { items: renamed(items, names) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, value]) => [nameOf(name), renamed(value, names)]),
      ),
    }),
  };
}
