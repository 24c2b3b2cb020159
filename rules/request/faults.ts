import type { AkepaCall } from '../../src/analysis/akepa-calls.js';
import { NOTES } from '../../src/codes/notes.js';
import { mayAccept } from '../../src/endpoints/accepts.js';
import type { PropertyNames } from '../../src/endpoints/body-schema.js';
import { akepaEndpoint } from '../../src/endpoints/lookup.js';
import { HOLE } from '../../src/endpoints/match.js';
import { ruleWords } from '../../src/endpoints/rule-words.js';
import type { Node, Term } from '../../src/syntax/module.js';
import { isUsable } from '../../src/syntax/names.js';
import { isWithin, endOf, rangeOf, startOf } from '../../src/syntax/ranges.js';
import { bodyFaults } from './body-faults.js';
import { contentTypeFaults } from './content-type.js';
import { type Fault, INFERRED, type Mend } from './fault.js';
import { sentBody } from './sent-body.js';

/** What every id that a page shows is made of; of a document's in a path no page says it. */
const ID = akepaEndpoint('akepa-status').body?.properties?.['customerId'];
/** It fills the parameters of a path in. */
const FILLS_PATHS = ['openapi-fetch'];

/**
 * What akepa certainly rejects of a request.
 *
 * @param names names of the properties of `/akepa/update`, as the config says them
 */
export function faultsOf(call: AkepaCall, names: PropertyNames): Fault[] {
  const { match } = call;
  const body = sentBody(call);
  const method = match.isEarly ? [early(call)] : methodFaults(call, body);
  // Who sends a GET knows another form of the call: what its body lacks says nothing more.
  const isOtherForm = method.length > 0 && body === 'none';
  return [
    ...pseudoFaults(call),
    ...method,
    ...parameterFaults(call),
    ...(match.endpoint.body ? [] : contentTypeFaults(call)),
    ...(body && !isOtherForm && !match.isEarly ? bodyFaults(call, body, names) : []),
  ];
}

function early({ call }: AkepaCall): Fault {
  return { messageId: 'early', data: {}, at: call, isInferred: false };
}

function methodFaults({ call, request, match }: AkepaCall, body: Term | 'none' | undefined): Fault[] {
  const { value, node } = request.method;
  if (value === undefined || value === match.endpoint.method) return [];
  const mend = body !== undefined && body !== 'none' && node ? asPost(node, call) : undefined;
  const data = { path: match.endpoint.path, method: value };
  return [{ messageId: 'method', data, at: call, isInferred: false, ...(mend && { mend }) }];
}

/** `{ method: 'GET', body }`: everything else is there. */
function asPost(node: Node, { node: call }: Term): Mend | undefined {
  const isWritten = isWithin(node, call);
  if (!isWritten || node.type !== 'Literal' || typeof node.value !== 'string') return undefined;
  return {
    messageId: 'usePost',
    data: {},
    edit: { range: [startOf(node) + 1, endOf(node) - 1], text: 'POST' },
  };
}

/** `/akepa/document/upload/:documentId`, as the vendor's pages have it, and `/akepa/document/upload/doc-1`. */
function parameterFaults({ call, client, match, url }: AkepaCall): Fault[] {
  if (FILLS_PATHS.includes(client) || match.isEarly) return [];
  return Object.entries(match.params).flatMap(([name, { start, end }]): Fault[] => {
    const text = url.flat.slice(start, end);
    if (text === `:${name}`)
      return [{ messageId: 'placeholder', data: { name }, at: call, isInferred: false }];
    if (!ID || mayAccept(ID, text.split(HOLE).filter(Boolean))) return [];
    const value = `is ${JSON.stringify(text.replaceAll(HOLE, '…'))}`;
    const { method, path } = match.endpoint;
    const data = { endpoint: `${method} ${path}`, field: name, value, rule: ruleWords(ID), mark: INFERRED };
    return [{ messageId: 'rejected', data, at: call, isInferred: true }];
  });
}

function pseudoFaults({ call, url }: AkepaCall): Fault[] {
  const part = url.parts.map((placed) => placed.part).find((item) => item.kind === 'hole' && item.pseudo);
  if (part?.kind !== 'hole') return [];
  const mend = asTemplate(part.term, part.name, call);
  const data = { note: NOTES.pseudoTemplate };
  return [{ messageId: 'pseudo', data, at: part.term, isInferred: false, ...(mend && { mend }) }];
}

/** Only where the name is there to be filled in, and is the only one. */
function asTemplate({ node, module }: Term, name: string, call: Term): Mend | undefined {
  const [start, end] = rangeOf(node);
  const text = module.text.slice(start + 1, end - 1);
  const [root = ''] = name.split('.');
  if (module !== call.module || text.includes('`') || text.includes('\\')) return undefined;
  if (text.split('${').length !== 2 || !isUsable(root, node, module)) return undefined;
  return { messageId: 'template', data: {}, edit: { range: [start, end], text: `\`${text}\`` } };
}
