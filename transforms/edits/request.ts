import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../src/analysis/call.js';
import { successorText } from '../../src/endpoints/lookup.js';
import type { Edit } from '../../src/syntax/edits.js';
import { at, sourceOf, type Term } from '../../src/syntax/module.js';
import { lineStart } from '../../src/syntax/position.js';
import { isWithin, endOf, rangeOf, startOf } from '../../src/syntax/ranges.js';
import { deref } from '../../src/syntax/resolve.js';
import { endBeforeGuard } from '../../src/syntax/semicolons.js';
import { indentAt, quoted, type Style, widthOf } from '../../src/syntax/style.js';
import { statementOf } from '../link-runs.js';
import type { Change } from '../recipes/recipe.js';
import { breakArguments } from './arguments.js';
import { printCode, type PropertyCode } from './code.js';
import { propertyEdits } from './body.js';
import { requireJsonType } from './content-type.js';
import { optionEdits } from './options.js';
import { isEmpty, type Printed, printObject, propertyOf } from './properties.js';
import { sharedName } from './sharing.js';
import { reasonOf, Unsafe } from './unsafe.js';
import { refuseFixedLength, writtenEdits } from './written.js';
import type { Problem } from '../problem.js';

/** Edits, or what stands in their way. */
export type EditResult = { readonly edits: readonly Edit[] } | { readonly problem: Problem };

/**
 * Edits that give the call its successor's method, body and content type.
 *
 * @param others the edits of its URL, which may stand on the same lines
 */
export function requestEdits(
  call: LegacyCall,
  change: Change,
  style: Style,
  others: readonly Edit[] = [],
): EditResult {
  return safeEdits(call, () => breakArguments(call, bodyAndMethod(call, change, style, others), style));
}

/** The edits that `make` gives, or the problem that ends it. */
export function safeEdits(call: LegacyCall, make: () => readonly Edit[]): EditResult {
  try {
    return { edits: make() };
  } catch (error) {
    if (!(error instanceof Unsafe)) throw error;
    const { part, reason } = error;
    return {
      problem: { id: 'AK304', args: { part, reason, successor: successorText(call.match.endpoint) } },
    };
  }
}

function bodyAndMethod(call: LegacyCall, { body }: Change, style: Style, others: readonly Edit[]): Edit[] {
  const { request } = call;
  const { payload } = request;
  // Who writes the body to a stream, and who reads the answer from it, is not in reach.
  if (payload.kind === 'stream') throw new Unsafe('body', reasonOf(payload));
  if (body.kind === 'keep' || body.kind === 'sequence') return [];
  if (payload.kind === 'fixed') throw new Unsafe('body', reasonOf(payload));
  if (payload.kind === 'written') refuseFixedLength(call, payload);
  if (body.kind === 'joined') return [removedStatement(call)];
  if (body.kind === 'whole') return [wholeEdit(call, body.properties, style)];
  if (body.kind === 'properties') return propertyEdits(call, body.changes, style, others);
  const { method } = request;
  const isImplied = method.value !== 'POST' && !method.node;
  const renamed = method.value !== 'POST' && method.node ? [methodEdit(call, method.node)] : [];
  refuseUnknownMethod(call);
  const printed = printObject(body.entries, style);
  requireJsonType(call);
  switch (payload.kind) {
    case 'argument':
      return [...renamed, argumentEdit(call, payload.index, printed, style)];
    case 'chain':
      return [...renamed, chainEdit(call, printed)];
    case 'written':
      if (isImplied) throw new Unsafe('method', 'nothing says it');
      return [...renamed, ...writtenEdits(call, payload, printed, style)];
    case 'option': {
      const added = isImplied ? [{ key: 'method', value: () => quoted('POST', style) }] : [];
      return [...renamed, ...optionEdits(call, payload, added, printed, style, [...others, ...renamed])];
    }
  }
}

/** `{ method: 'POST', ...auth() }`: a second `method` would be a duplicate key. */
function refuseUnknownMethod({ request: { method, payload } }: LegacyCall): void {
  const isKnown = (method.value !== undefined || method.node) && !method.isReplaceable;
  if (isKnown || payload.kind !== 'option') return;
  const options = payload.options && deref(payload.options).node;
  if (options?.type === 'ObjectExpression' && propertyOf(options, 'method'))
    throw new Unsafe('method', 'options that are spread may replace it');
}

/** `get` becomes `post`, `'GET'` becomes `'POST'`, in the case in which it is written. */
function methodEdit({ call }: LegacyCall, node: TSESTree.Node): Edit {
  const source = sourceOf(at(call, node));
  const isOwn = isWithin(node, call.node);
  // `axios[verb](…)`: the name of a variable is no method.
  const isMember =
    node.type === 'Identifier' && node.parent.type === 'MemberExpression' && !node.parent.computed;
  const isLiteral = node.type === 'Literal' && /^['"]get['"]$/i.test(source);
  if ((!isMember || !/^get$/i.test(source)) && !isLiteral) throw new Unsafe('method', `it is \`${source}\``);
  if (!isOwn && sharedName(rangeOf(node), [{ call, seen: new Set() }], call.module) !== undefined)
    throw new Unsafe('method', 'other code uses its options too');
  return { range: rangeOf(node), text: source.replace(/get/i, (word) => (word === 'GET' ? 'POST' : 'post')) };
}

function argumentEdit(call: LegacyCall, index: number, printed: Printed, style: Style): Edit {
  const args = call.call.node.arguments;
  const before = args[index - 1];
  // `get(url, config)` has no body argument.
  const present = call.request.method.value === 'GET' ? undefined : args[index];
  if (args.slice(0, index + 1).some(({ type }) => type === 'SpreadElement') || args.length < index)
    throw new Unsafe('body', 'the arguments are spread');
  if (!present && call.request.body && !isEmpty(call.request.body))
    throw new Unsafe('body', 'there is one already');
  if (present && !isEmpty(at(call.call, present))) throw new Unsafe('body', 'there is one already');
  const { text } = call.call.module;
  const { callee, typeArguments } = call.call.node;
  const open = text.indexOf('(', endOf(typeArguments ?? callee)) + 1;
  const end = before ? endOf(before) : open;
  const { indent, column } = positionOf(call.call, present ? startOf(present) : end);
  if (present) return { range: rangeOf(present), text: printed(indent, column) };
  // `get(url)` becomes `post(body, url)`.
  if (!before) {
    const [next] = args;
    const at = next ? startOf(next) : open;
    return { range: [at, at], text: printed(indent, column) + (next ? ', ' : '') };
  }
  // Arguments on lines of their own stay so.
  const isOnItsOwnLine = text.slice(endOf(call.call.node.callee), startOf(before)).includes('\n');
  if (!isOnItsOwnLine) return { range: [end, end], text: `, ${printed(indent, column + 2)}` };
  const { indent: own } = positionOf(call.call, startOf(before));
  return { range: [end, end], text: `,${style.eol}${own}${printed(own, widthOf(own))}` };
}

/** With the space before it. */
function removedStatement(call: LegacyCall): Edit {
  const statement = statementOf(call);
  const { parent } = statement ?? {};
  const before =
    parent?.type === 'BlockStatement'
      ? parent.body[parent.body.findIndex((item) => item === statement) - 1]
      : undefined;
  if (!statement || !before) throw new Unsafe('request', 'it is no statement of its own');
  const { text } = call.call.module;
  return { range: [endBeforeGuard(before, text), endBeforeGuard(statement, text)], text: '' };
}

/** The body's object is written anew. */
function wholeEdit({ request }: LegacyCall, properties: readonly PropertyCode[], style: Style): Edit {
  const object = request.body && deref(request.body);
  if (object?.node.type !== 'ObjectExpression') throw new Unsafe('body', 'it is no object literal');
  const { indent, column } = positionOf(object, startOf(object.node));
  return {
    range: rangeOf(object.node),
    text: printCode({ kind: 'object', properties }, indent, column, style),
  };
}

function chainEdit({ call, request }: LegacyCall, printed: Printed): Edit {
  const [, end] = rangeOf(call.node);
  const { indent, column } = positionOf(call, end);
  if (!request.body) {
    // `.set(…)` on a line of its own
    const [line = '', space = ''] = /^\s*\n([ \t]*)(?=\.)/.exec(call.module.text.slice(end)) ?? [];
    const text = `.send(${printed(line === '' ? indent : space, line === '' ? column + 6 : widthOf(space) + 6)})`;
    return { range: [end, end], text: line + text };
  }
  if (!isEmpty(request.body)) throw new Unsafe('body', 'there is one already');
  return { range: rangeOf(request.body.node), text: printed(indent, column) };
}

function positionOf({ module }: Term, offset: number): { indent: string; column: number } {
  const start = lineStart(module.text, offset);
  return { indent: indentAt(module.text, start), column: widthOf(module.text.slice(start, offset)) };
}
