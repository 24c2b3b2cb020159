import type { TSESTree } from '@typescript-eslint/types';
import { Ajv } from 'ajv';

import { recognise } from '../../src/analysis/recognise.js';
import { NOTHING, type Request } from '../../src/clients/client.js';
import { CLIENTS } from '../../src/clients/index.js';
import type { UpdateShape } from '../../src/config/types.js';
import { bodySchema } from '../../src/endpoints/body-schema.js';
import { HOLE } from '../../src/endpoints/match.js';
import { AKEPA_ENDPOINTS } from '../../src/endpoints/table.js';
import type { AkepaEndpoint, BodySchema } from '../../src/endpoints/types.js';
import { entityOf } from '../../src/syntax/entity.js';
import { evaluate, joinUrl } from '../../src/syntax/evaluate.js';
import { at, type Module, sourceOf, type Term, termOf } from '../../src/syntax/module.js';
import { deref } from '../../src/syntax/resolve.js';
import { keyName } from '../../src/syntax/scope.js';
import { flatten } from '../../src/syntax/text.js';
import { walk } from '../../src/syntax/walk.js';

/** A request to akepa in a text, as its client would send it. */
export interface Emitted {
  readonly endpoint: AkepaEndpoint;
  readonly method: string | undefined;
  readonly body: Term | undefined;
}

const ajv = new Ajv({ strict: false, allErrors: true, formats: { email: /@/ } });

/**
 * The requests to akepa that the code of a module makes, itself and through its wrappers, found by the clients and not
 * by the recipes.
 */
export function emittedBodies(module: Module): Emitted[] {
  const emitted: Emitted[] = [];
  walk(module.ast, module.visitorKeys, (node) => {
    if (node.type !== 'CallExpression') return;
    const call = termOf(node, module);
    const request = requestOf(call);
    const url = request?.url && flatten(joinUrl(request.base, evaluate(request.url)), HOLE).flat;
    const [wrapped] = request ? [] : recognise(call).filter(({ through }) => through.length > 0);
    const endpoint = endpointAt(url ?? wrapped?.url.flat ?? '');
    const sent = request ?? wrapped?.request;
    if (sent && endpoint) emitted.push({ endpoint, method: sent.method.value, body: sent.body });
  });
  return emitted;
}

/** What akepa would say against a request; values that only the program knows are taken to be right. */
export function violations({ endpoint, method, body }: Emitted, names: Partial<UpdateShape> = {}): string[] {
  const wrong = method === endpoint.method ? [] : [`${endpoint.id} is sent by ${method}`];
  const schema = bodySchema(endpoint, { ...names });
  if (!schema) return wrong;
  if (!body) return [...wrong, `${endpoint.id} is sent without a body`];
  ajv.validate(schema, valueOf(body, schema));
  return [
    ...wrong,
    ...(ajv.errors ?? []).map(({ instancePath, message }) => `${endpoint.id}${instancePath} ${message}`),
  ];
}

function requestOf(call: Term<TSESTree.CallExpression>): Request | undefined {
  const callee = entityOf(at(call, call.node.callee));
  for (const client of CLIENTS) {
    const request = client.request({ call, callee: callee ?? NOTHING });
    if (request) return request;
  }
  return undefined;
}

/** The akepa endpoint that a URL ends in. */
export function endpointAt(url: string): AkepaEndpoint | undefined {
  return AKEPA_ENDPOINTS.find(({ path }) => {
    const pattern = path.slice(1).replace(/:\w+$/, '[^/]+');
    return new RegExp(`(?:^|/|${HOLE})${pattern}$`).test(url);
  });
}

/** Literals as they are; what is computed becomes a value that fits. */
function valueOf(term: Term, schema: BodySchema | undefined): unknown {
  const { node, ...place } = deref(term);
  const inside = (child: TSESTree.Node, below: BodySchema | undefined): unknown =>
    valueOf({ ...place, node: child }, below);
  switch (node.type) {
    case 'ObjectExpression':
      return Object.fromEntries(
        node.properties.map((property) => {
          const name = property.type === 'Property' ? keyName(property) : undefined;
          if (property.type !== 'Property' || name === undefined)
            throw new Error(`Not sure of ${sourceOf(term)}`);
          return [name, inside(property.value, schema?.properties?.[name])];
        }),
      );
    case 'ArrayExpression':
      return node.elements.map((item) => item && inside(item, schema?.items));
    case 'Literal':
      return node.value;
    default:
      return schema && fitting(schema);
  }
}

function fitting(schema: BodySchema): unknown {
  if (schema.enum) return schema.enum[0];
  return schema.type === 'boolean' ? true : 'abc123';
}
