import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../src/analysis/call.js';
import type { Payload } from '../../src/clients/client.js';
import { decoded } from '../../src/clients/decoded.js';
import type { Edit } from '../../src/syntax/edits.js';
import { at, sourceOf, type Term } from '../../src/syntax/module.js';
import { lineStart } from '../../src/syntax/position.js';
import { endOf, rangeOf, startOf } from '../../src/syntax/ranges.js';
import { deref, isHidden, member } from '../../src/syntax/resolve.js';
import { indentAt, quoted, type Style, widthOf } from '../../src/syntax/style.js';
import { type Layer, layOut } from './layout.js';
import { pathValuesIn } from './path-values.js';
import { type Addition, isEmpty, printAddition, type Printed, propertyOf } from './properties.js';
import { sharedName } from './sharing.js';
import { Unsafe } from './unsafe.js';

export type OptionPayload = Payload & { readonly kind: 'option' };

/** What the options get besides the body, and the edits inside of them. */
interface HeaderChange {
  readonly edits: readonly Edit[];
  readonly added: readonly Addition[];
  readonly layers: readonly Layer[];
}

/**
 * Edits that put a body, its content type and whatever `method` holds into the options of a call.
 *
 * @param others the call's other edits, which may stand on the same lines
 */
export function optionEdits(
  call: LegacyCall,
  payload: OptionPayload,
  method: readonly Addition[],
  printed: Printed,
  style: Style,
  others: readonly Edit[],
): Edit[] {
  const { options, key } = payload;
  const encoded: Printed = (indent, column) =>
    payload.encoded ? `JSON.stringify(${printed(indent, column + 15)})` : printed(indent, column);
  const body: Addition = { key, value: encoded };
  if (!options) {
    const headers = payload.encoded ? [contentType(style)] : [];
    if (payload.alone) return optionsAround(payload.alone, [...method, body], style);
    return [newOptions(call, payload, [...method, ...headers, body], style)];
  }
  const object = deref(options);
  const { node, module } = object;
  if (node.type !== 'ObjectExpression') throw new Unsafe('body', `the options are \`${sourceOf(options)}\``);
  if (sharedName(rangeOf(node), [call], module) !== undefined)
    throw new Unsafe('body', 'other code uses its options too');
  if (call.request.body && !isEmpty(call.request.body)) throw new Unsafe('body', 'there is one already');
  const present = [key, 'body', 'form'].flatMap((name) => propertyOf(node, name) ?? [])[0];
  const sent = present && decoded(at(object, present.value));
  if (sent && !isEmpty(sent)) throw new Unsafe('body', 'there is one already');
  const place = present ?? pathValuesIn(call, at(object, node));
  const headers = payload.encoded ? headerChange(call, at(object, node), style) : NO_HEADERS;
  const replaced = place ? [bodyEdit(object, place, body, style)] : [];
  const added = [...method, ...headers.added, ...(place ? [] : [body])];
  const layers = [{ object: node, added }, ...headers.layers];
  const edits = [...replaced, ...headers.edits];
  return [...edits, ...layOut(layers, [...others, ...edits], module, style)];
}

/** `body: null` becomes the body; what is spread after it could replace it again. */
function bodyEdit(object: Term, present: TSESTree.Property, { key, value }: Addition, style: Style): Edit {
  refuseSpreadAfter(object, present);
  const { text } = object.module;
  const start = lineStart(text, startOf(present));
  const indent = indentAt(text, start);
  const column = widthOf(text.slice(start, startOf(present))) + key.length + 2;
  const printed = value(indent, column);
  // Options on one line are broken around a body that takes several.
  const isBroken = printed.includes('\n') && !text.slice(...rangeOf(object.node)).includes('\n');
  const inner = indent + style.indent;
  const own = isBroken ? value(inner, widthOf(inner) + key.length + 2) : printed;
  return { range: rangeOf(present), text: `${key}: ${own}` };
}

function refuseSpreadAfter({ node }: Term, property: TSESTree.Property): void {
  if (node.type !== 'ObjectExpression') return;
  const after = node.properties.slice(node.properties.indexOf(property));
  if (after.some(({ type }) => type === 'SpreadElement'))
    throw new Unsafe('body', 'options that are spread may replace it');
}

/** `fetch(url)` gets its options. */
function newOptions(
  call: LegacyCall,
  { index }: OptionPayload,
  additions: readonly Addition[],
  style: Style,
): Edit {
  const { module, node } = call.call;
  const last = node.arguments.at(-1);
  if (!last || node.arguments.length !== index) throw new Unsafe('body', 'its options are not in reach');
  const indent = indentAt(module.text, lineStart(module.text, startOf(node)));
  const inner = indent + style.indent;
  const lines = additions.map((item) => `${inner}${printAddition(item, inner)},${style.eol}`);
  return { range: [endOf(last), endOf(last)], text: `, {${style.eol}${lines.join('')}${indent}}` };
}

/** `query: () => url` becomes `query: () => ({ url, … })`. */
function optionsAround({ node, module }: Term, additions: readonly Addition[], style: Style): Edit[] {
  const indent = indentAt(module.text, lineStart(module.text, startOf(node)));
  const inner = indent + style.indent;
  const lines = additions.map((item) => `${inner}${printAddition(item, inner)},${style.eol}`);
  const isArrow = node.parent?.type === 'ArrowFunctionExpression';
  const [open, close] = isArrow ? ['({', '})'] : ['{', '}'];
  const [start, end] = rangeOf(node);
  return [
    { range: [start, start], text: `${open}${style.eol}${inner}url: ` },
    { range: [end, end], text: `,${style.eol}${lines.join('')}${indent}${close}` },
  ];
}

const NO_HEADERS: HeaderChange = { edits: [], added: [], layers: [] };

function contentType(style: Style): Addition {
  return { key: 'headers', value: () => `{ ${contentTypeEntry(style)} }` };
}

function contentTypeEntry(style: Style): string {
  return `${quoted('Content-Type', style)}: ${quoted('application/json', style)}`;
}

/** New headers would replace those of what is spread in, so they are spread too. */
function headersBeside(options: Term<TSESTree.ObjectExpression>, style: Style): Addition {
  const spreads = options.node.properties.flatMap((property) =>
    property.type === 'SpreadElement' ? [at(options, property.argument)] : [],
  );
  const holders = spreads.filter((term) => isHidden(term, 'headers') || member(term, 'headers'));
  const [holder, second] = holders;
  if (!holder) return contentType(style);
  const source = sourceOf(holder);
  const headers = member(holder, 'headers');
  const isPlain =
    holder.node.type === 'Identifier' &&
    deref(holder).node.type === 'ObjectExpression' &&
    headers !== undefined &&
    deref(headers).node.type === 'ObjectExpression';
  if (second || !isPlain) throw new Unsafe('content type', `\`${source}\` is spread in and may hold headers`);
  return { key: 'headers', value: () => `{ ...${source}.headers, ${contentTypeEntry(style)} }` };
}

/** A text body needs the content type that an object body brings by itself. */
function headerChange(
  { request }: LegacyCall,
  options: Term<TSESTree.ObjectExpression>,
  style: Style,
): HeaderChange {
  if (request.headerNames.includes('content-type')) return NO_HEADERS;
  const property = propertyOf(options.node, 'headers');
  if (!property) return { ...NO_HEADERS, added: [headersBeside(options, style)] };
  refuseSpreadAfter(options, property);
  const { value } = property;
  if (value.type === 'ObjectExpression') {
    const entry = { key: quoted('Content-Type', style), value: () => quoted('application/json', style) };
    return { ...NO_HEADERS, layers: [{ object: value, added: [entry] }] };
  }
  // An object can be spread; a Headers object would come out empty.
  const source = sourceOf(at(options, value));
  if (deref(at(options, value)).node.type !== 'ObjectExpression')
    throw new Unsafe('content type', `the headers are \`${source}\``);
  if (property.shorthand) {
    const text = `headers: { ...${source}, ${contentTypeEntry(style)} }`;
    return { ...NO_HEADERS, edits: [{ range: rangeOf(property), text }] };
  }
  const [start, end] = rangeOf(value);
  const edits = [
    { range: [start, start] as const, text: '{ ...' },
    { range: [end, end] as const, text: `, ${contentTypeEntry(style)} }` },
  ];
  return { ...NO_HEADERS, edits };
}
