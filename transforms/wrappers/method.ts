import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../src/analysis/call.js';
import type { Edit } from '../../src/syntax/edits.js';
import type { Node } from '../../src/syntax/module.js';
import { rangeOf, startOf } from '../../src/syntax/ranges.js';
import { findVariable, keyName } from '../../src/syntax/scope.js';
import { quoted, type Style } from '../../src/syntax/style.js';
import { asPost, postInPlace } from '../edits/post.js';
import { type Addition, propertyOf } from '../edits/properties.js';

/** A way in which a call may say POST. */
export interface MethodChange {
  readonly edits: readonly Edit[];
  /** A property for the options. */
  readonly added: readonly Addition[];
}

/** The ways in which the outer call may say POST. */
export function methodChanges(call: LegacyCall, style: Style): MethodChange[] {
  if (call.request.method.value === 'POST') return [{ edits: [], added: [] }];
  const { node } = call.call;
  const stated = argumentsOf(node).flatMap((argument): MethodChange[] => {
    const said = argument.type === 'ObjectExpression' ? propertyOf(argument, 'method')?.value : argument;
    const edit = said && postInPlace(said);
    return edit ? [{ edits: [edit], added: [] }] : [];
  });
  const renamed = renamedCallee(call).map((edits): MethodChange => ({ edits, added: [] }));
  return [
    ...stated,
    ...renamed,
    { edits: [], added: [{ key: 'method', value: () => quoted('POST', style) }] },
  ];
}

/** The arguments of a call, and of the calls that give what it calls: `request('get')(path)`. */
function argumentsOf({ callee, arguments: args }: TSESTree.CallExpression): Node[] {
  const before = callee.type === 'CallExpression' ? argumentsOf(callee) : [];
  return [...before, ...args];
}

/** `api.get(…)` becomes `api.post(…)`; `get(…)` becomes `post(…)` where the file has one, or can import it. */
function renamedCallee({ call }: LegacyCall): Edit[][] {
  const { callee } = call.node;
  const name = callee.type === 'MemberExpression' && !callee.computed ? callee.property : callee;
  if (name.type !== 'Identifier' || !/get/i.test(name.name)) return [];
  const text = asPost(name.name);
  const rename = { range: rangeOf(name), text };
  if (callee.type === 'MemberExpression') return [[rename]];
  if (findVariable(text, name, call.module)) return [[rename]];
  const [definition] = findVariable(name.name, name, call.module)?.defs ?? [];
  const place = definition?.name;
  if (!place) return [];
  const { parent } = place;
  const isImport = parent?.type === 'ImportSpecifier' && parent.importKind !== 'type';
  // `const { get } = require('./http')`
  const isTaken =
    parent?.type === 'Property' &&
    parent.shorthand &&
    parent.parent.type === 'ObjectPattern' &&
    keyName(parent) === name.name;
  const isPlain = isImport ? parent.local === place && startOf(parent.imported) === startOf(place) : isTaken;
  if (!isPlain) return [];
  const [, end] = rangeOf(parent);
  return [[rename, { range: [end, end], text: `, ${text}` }]];
}
