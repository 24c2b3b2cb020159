import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../src/analysis/call.js';
import type { Payload } from '../../src/clients/client.js';
import { successorText } from '../../src/endpoints/lookup.js';
import type { Edit } from '../../src/syntax/edits.js';
import { at, type Node, sourceOf, type Term } from '../../src/syntax/module.js';
import { lineStart } from '../../src/syntax/position.js';
import { deref } from '../../src/syntax/resolve.js';
import { keyName } from '../../src/syntax/scope.js';
import { indentAt, quoted, type Style } from '../../src/syntax/style.js';
import type { Change, Entry } from '../recipes/recipe.js';
import { appendProperties, printEntry, type Printed, printObject } from './properties.js';
import { sharedName } from './sharing.js';
import type { EditResult } from './url.js';

type OptionPayload = Payload & { readonly kind: 'option' };

/** A property that the call's options get. */
interface Addition {
  readonly key: string;
  readonly value: Printed;
}

/** Collects edits, or fails with the part of the call that can't be edited. */
class Unsafe extends Error {
  constructor(
    readonly part: string,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** Edits that give the call its successor's method, body and content type. */
export function requestEdits(call: LegacyCall, change: Change, style: Style): EditResult {
  try {
    return { edits: [...bodyAndMethod(call, change, style)] };
  } catch (error) {
    if (!(error instanceof Unsafe)) throw error;
    const { part, reason } = error;
    return {
      problem: { id: 'AK304', args: { part, reason, successor: successorText(call.match.endpoint) } },
    };
  }
}

function bodyAndMethod(call: LegacyCall, { body }: Change, style: Style): Edit[] {
  const { request } = call;
  if (body.kind === 'keep') return [];
  if (body.kind === 'properties') return propertyEdits(call, body.changes, style);
  const { payload, method } = request;
  const isImplied = method.value !== 'POST' && !method.node;
  const renamed = method.value !== 'POST' && method.node ? [methodEdit(call, method.node)] : [];
  const printed = printObject(body.entries, style);
  switch (payload.kind) {
    case 'argument':
      return [...renamed, argumentEdit(call, payload.index, printed)];
    case 'chain':
      return [...renamed, chainEdit(call, printed)];
    case 'option': {
      const method = isImplied ? [{ key: 'method', value: () => quoted('POST', style) }] : [];
      return [...renamed, ...optionEdits(call, payload, method, printed, style)];
    }
    case 'stream':
      throw new Unsafe('body', 'a later statement writes it');
  }
}

/** `get` becomes `post`, `'GET'` becomes `'POST'`, in the case in which it is written. */
function methodEdit({ call }: LegacyCall, node: TSESTree.Node): Edit {
  const source = sourceOf(at(call, node));
  const isOwn = node.range[0] >= call.node.range[0] && node.range[1] <= call.node.range[1];
  const isMember = node.type === 'Identifier' && node.parent.type === 'MemberExpression';
  const isLiteral = node.type === 'Literal' && /^['"]get['"]$/i.test(source);
  if (!isMember && !isLiteral) throw new Unsafe('method', `it is \`${source}\``);
  if (!isOwn && sharedName(node.range, [{ call, seen: new Set() }], call.module) !== undefined)
    throw new Unsafe('method', 'other code uses its options too');
  return { range: node.range, text: source.replace(/get/i, (word) => (word === 'GET' ? 'POST' : 'post')) };
}

function argumentEdit(call: LegacyCall, index: number, printed: Printed): Edit {
  const args = call.call.node.arguments;
  const before = args[index - 1];
  // `get(url, config)` has no body argument.
  const present = call.request.method.value === 'GET' ? undefined : args[index];
  if (!before || args.slice(0, index + 1).some(({ type }) => type === 'SpreadElement'))
    throw new Unsafe('body', 'the arguments are spread');
  if (present && !isEmpty(at(call.call, present))) throw new Unsafe('body', 'there is one already');
  const position = positionOf(call.call, present?.range[0] ?? before.range[1]);
  const text = printed(position.indent, position.column);
  return present
    ? { range: present.range, text }
    : { range: [before.range[1], before.range[1]], text: `, ${text}` };
}

function chainEdit({ call, request }: LegacyCall, printed: Printed): Edit {
  const { indent, column } = positionOf(call, call.node.range[1]);
  if (request.body && !isEmpty(request.body)) throw new Unsafe('body', 'there is one already');
  if (request.body) return { range: request.body.node.range, text: printed(indent, column) };
  return { range: [call.node.range[1], call.node.range[1]], text: `.send(${printed(indent, column + 6)})` };
}

function optionEdits(
  call: LegacyCall,
  payload: OptionPayload,
  method: readonly Addition[],
  printed: Printed,
  style: Style,
): Edit[] {
  const encode: Printed = (indent, column) =>
    payload.encoded ? `JSON.stringify(${printed(indent, column + 15)})` : printed(indent, column);
  const { options } = payload;
  if (!options)
    return [newOptions(call, payload, [...method, ...contentType(style, payload)], encode, style)];
  const object = deref(options);
  if (object.node.type !== 'ObjectExpression')
    throw new Unsafe('body', `the options are \`${sourceOf(options)}\``);
  if (sharedName(object.node.range, [call], object.module) !== undefined)
    throw new Unsafe('body', 'other code uses its options too');
  const headers = payload.encoded
    ? headerEdits(call, at(object, object.node), style)
    : { edits: [], additions: [] };
  const present = propertyOf(object.node, payload.key) ?? propertyOf(object.node, 'body');
  if (present) {
    const value = at(object, present.value);
    if (!isEmpty(value)) throw new Unsafe('body', 'there is one already');
    const { indent, column } = positionOf(object, present.range[0]);
    const text = `${payload.key}: ${encode(indent, column + payload.key.length + 2)}`;
    const additions = [...method, ...headers.additions];
    const appended =
      additions.length > 0 ? appendProperties(object.node, additions, object.module, style) : [];
    return [...headers.edits, { range: present.range, text }, ...appended];
  }
  const additions = [...method, ...headers.additions, { key: payload.key, value: encode }];
  return [...headers.edits, ...appendProperties(object.node, additions, object.module, style)];
}

/** `fetch(url)` gets its options. */
function newOptions(
  call: LegacyCall,
  { index, key }: OptionPayload,
  additions: readonly Addition[],
  encode: Printed,
  style: Style,
): Edit {
  const last = call.call.node.arguments.at(-1);
  if (!last || call.call.node.arguments.length !== index)
    throw new Unsafe('body', 'its options are not in reach');
  const { indent } = positionOf(call.call, call.call.node.range[0]);
  const inner = indent + style.indent;
  const lines = [...additions, { key, value: encode }].map(
    (item) => `${inner}${item.key}: ${item.value(inner, inner.length + item.key.length + 2)},${style.eol}`,
  );
  return { range: [last.range[1], last.range[1]], text: `, {${style.eol}${lines.join('')}${indent}}` };
}

function contentType(style: Style, { encoded }: OptionPayload): Addition[] {
  return encoded ? [{ key: 'headers', value: () => `{ ${contentTypeEntry(style)} }` }] : [];
}

function contentTypeEntry(style: Style): string {
  return `${quoted('Content-Type', style)}: ${quoted('application/json', style)}`;
}

/** A text body needs the content type that an object body brings by itself. */
function headerEdits(
  { request }: LegacyCall,
  options: Term<TSESTree.ObjectExpression>,
  style: Style,
): { edits: Edit[]; additions: Addition[] } {
  if (request.headerNames.includes('content-type')) return { edits: [], additions: [] };
  const property = propertyOf(options.node, 'headers');
  if (!property)
    return { edits: [], additions: [{ key: 'headers', value: () => `{ ${contentTypeEntry(style)} }` }] };
  const { value } = property;
  if (value.type === 'ObjectExpression') {
    const entry = { key: quoted('Content-Type', style), value: () => quoted('application/json', style) };
    return { edits: appendProperties(value, [entry], options.module, style), additions: [] };
  }
  // An object can be spread; a Headers object would come out empty.
  if (deref(at(options, value)).node.type !== 'ObjectExpression')
    throw new Unsafe('content type', `the headers are \`${sourceOf(at(options, value))}\``);
  const text = `headers: { ...${sourceOf(at(options, value))}, ${contentTypeEntry(style)} }`;
  return { edits: [{ range: property.range, text }], additions: [] };
}

function propertyEdits(
  call: LegacyCall,
  changes: (Change['body'] & { kind: 'properties' })['changes'],
  style: Style,
): Edit[] {
  const object = call.request.body && deref(call.request.body);
  if (object?.node.type !== 'ObjectExpression') throw new Unsafe('body', 'it is no object literal');
  const { node, module } = object;
  if (sharedName(node.range, [call], module) !== undefined)
    throw new Unsafe('body', 'other code uses it too');
  const replaced = changes.flatMap((change) => {
    const property = change.kind === 'replace' ? propertyOf(node, change.name) : undefined;
    return property && change.kind === 'replace'
      ? [{ range: property.range, text: printEntry(change.by) }]
      : [];
  });
  const entries = changes.flatMap((change): Entry[] => (change.kind === 'append' ? [change.entry] : []));
  const added = entries.map(({ key, value }) => ({ key, value: () => value }));
  const unchanged = replaced.filter(({ range, text }) => module.text.slice(...range) !== text);
  return added.length > 0 ? [...unchanged, ...appendProperties(node, added, module, style)] : unchanged;
}

function propertyOf(object: TSESTree.ObjectExpression, name: string): TSESTree.Property | undefined {
  const found = object.properties.find((item) => item.type === 'Property' && keyName(item) === name);
  return found?.type === 'Property' ? found : undefined;
}

/** `null`, `undefined`, `{}`, `''`: says that there is no body. */
function isEmpty(term: Term): boolean {
  const { node }: { node: Node } = deref(term);
  if (node.type === 'ObjectExpression') return node.properties.length === 0;
  if (node.type === 'Identifier') return node.name === 'undefined';
  return node.type === 'Literal' && (node.value === null || node.value === '');
}

function positionOf({ module }: Term, offset: number): { indent: string; column: number } {
  const start = lineStart(module.text, offset);
  return { indent: indentAt(module.text, start), column: offset - start };
}
