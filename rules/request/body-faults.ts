import { bodySchema, type PropertyNames } from '../../src/endpoints/body-schema.js';
import type { BodySchema } from '../../src/endpoints/types.js';
import type { AkepaCall } from '../../src/analysis/akepa-calls.js';
import { at, type Term } from '../../src/syntax/module.js';
import { rangeOf } from '../../src/syntax/ranges.js';
import { certainValue } from './certain.js';
import { type Fault, INFERRED, type Mend } from './fault.js';
import { type Shape, shapeOf, type ShapeProperty } from './shape.js';
import { valueFault } from './value-faults.js';

/** The legacy name, which akepa's own property table repeats and none of its bodies has. */
const MISSPELLED: Readonly<Record<string, string>> = { webhookURL: 'webhookUrl' };

interface Context {
  /** `POST /akepa/status` */
  readonly endpoint: string;
  readonly isInferred: boolean;
  /** Names the request: where there is no better place. */
  readonly call: Term;
}

/** What akepa certainly rejects of the body of a call. */
export function bodyFaults(
  { call, request, match }: AkepaCall,
  body: Term | 'none',
  names: PropertyNames,
): Fault[] {
  const { endpoint } = match;
  const schema = bodySchema(endpoint, names);
  if (!schema || request.payload.kind === 'stream' || request.payload.kind === 'fixed') return [];
  const context = {
    endpoint: `${endpoint.method} ${endpoint.path}`,
    isInferred: endpoint.mark === 'inferred',
    call,
  };
  if (body === 'none') return missing(schema.required ?? [], call, context);
  const shape = shapeOf(body);
  return shape ? objectFaults(shape, schema, context) : [];
}

function objectFaults(shape: Shape, schema: BodySchema, context: Context): Fault[] {
  const { object, properties, isOpen } = shape;
  const known = schema.properties ?? {};
  const absent = isOpen ? [] : (schema.required ?? []).filter((name) => !properties.has(name));
  return [
    ...missing(absent, object, context),
    ...[...properties].flatMap(([name, property]) => {
      const field = known[name];
      if (!field) return [unknown(name, property, shape, schema, context)];
      return property.value ? fieldFaults(name, property.value, field, context) : [];
    }),
  ];
}

function missing(names: readonly string[], place: Term, { endpoint, isInferred }: Context): Fault[] {
  if (names.length === 0) return [];
  const fields = names.map((name) => `\`${name}\``).join(', ');
  return [
    { messageId: 'missing', data: { endpoint, fields, mark: markOf(isInferred) }, at: place, isInferred },
  ];
}

function unknown(
  name: string,
  { key }: ShapeProperty,
  { properties }: Shape,
  schema: BodySchema,
  context: Context,
): Fault {
  const names = Object.keys(schema.properties ?? {});
  const meant = MISSPELLED[name];
  const isMeant = meant !== undefined && names.includes(meant);
  const isInferred = context.isInferred || isMeant;
  const data = {
    endpoint: context.endpoint,
    name,
    known: names.map((item) => `\`${item}\``).join(', '),
    mark: markOf(isInferred),
  };
  const mend = isMeant && !properties.has(meant) ? renamed(key, meant) : undefined;
  return { messageId: 'unknown', data, at: key, isInferred, ...(mend && { mend }) };
}

/** `{ webhookURL }` becomes `{ webhookUrl: webhookURL }`. */
function renamed({ node }: Term, name: string): Mend | undefined {
  const { parent } = node;
  if (node.type !== 'Identifier' || parent?.type !== 'Property' || parent.computed) return undefined;
  const [start, end] = rangeOf(node);
  const text = parent.shorthand ? `${name}: ` : name;
  return {
    messageId: 'rename',
    data: { name },
    edit: { range: [start, parent.shorthand ? start : end], text },
  };
}

function fieldFaults(name: string, value: Term, schema: BodySchema, context: Context): Fault[] {
  const isInferred = context.isInferred || schema.mark === 'inferred';
  const fault = valueFault(value, schema);
  if (fault) {
    const { mend, ...words } = fault;
    const data = { endpoint: context.endpoint, field: name, ...words, mark: markOf(isInferred) };
    return [{ messageId: 'rejected', data, at: value, isInferred, ...(mend && { mend }) }];
  }
  return schema.items ? itemFaults(value, schema.items, context) : [];
}

function itemFaults(list: Term, schema: BodySchema, context: Context): Fault[] {
  const array = certainValue(list)?.value;
  if (array?.node.type !== 'ArrayExpression') return [];
  return array.node.elements.flatMap((item) => {
    const shape = item && item.type !== 'SpreadElement' ? shapeOf(at(array, item)) : undefined;
    return shape ? objectFaults(shape, schema, context) : [];
  });
}

function markOf(isInferred: boolean): string {
  return isInferred ? INFERRED : '';
}
