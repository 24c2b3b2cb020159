import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../src/analysis/call.js';
import type { Edit } from '../../src/syntax/edits.js';
import { at, type Module, type Node } from '../../src/syntax/module.js';
import { isWithin, endOf, rangeOf, startOf } from '../../src/syntax/ranges.js';
import { deref } from '../../src/syntax/resolve.js';
import type { Style } from '../../src/syntax/style.js';
import type { Entry, PropertyChange } from '../recipes/recipe.js';
import { type Layer, layOut } from './layout.js';
import { type Addition, printEntry, propertyOf } from './properties.js';
import { sharedName } from './sharing.js';
import { Unsafe } from './unsafe.js';

/** Edits that change the properties of the body that the call sends, beside `others` on the same lines. */
export function propertyEdits(
  call: LegacyCall,
  changes: readonly PropertyChange[],
  style: Style,
  others: readonly Edit[],
): Edit[] {
  const object = call.request.body && deref(call.request.body);
  if (object?.node.type !== 'ObjectExpression') throw new Unsafe('body', 'it is no object literal');
  const { node, module } = object;
  if (!isInChain(call, node) && sharedName(rangeOf(node), writersOf(call), module) !== undefined)
    throw new Unsafe('body', 'other code uses it too');
  const replaced = changes.flatMap((change) => {
    const property = change.kind === 'replace' ? propertyOf(node, change.name) : undefined;
    return property && change.kind === 'replace' ? replacement(property, change.by, module) : [];
  });
  const added = changes.flatMap((change): Addition[] =>
    change.kind === 'append' ? [{ key: change.entry.key, value: () => change.entry.value }] : [],
  );
  if (replaced.length === 0 && added.length === 0) return [];
  const layers = [...optionsAround(call, node), { object: node, added }];
  return [...replaced, ...layOut(layers, [...others, ...replaced], module, style)];
}

/** The call, and those that write its body. */
function writersOf(call: LegacyCall): Parameters<typeof sharedName>[1] {
  const { payload } = call.request;
  if (payload.kind === 'chain') return [{ ...call, call: chainOf(call) }];
  const calls = payload.kind === 'written' ? payload.calls : [];
  return [call, ...calls.map((by) => ({ call: by, seen: call.seen }))];
}

/** `request.post(url).send(body)`: the body stands in the chain that the call begins. */
function isInChain(call: LegacyCall, body: Node): boolean {
  return call.request.payload.kind === 'chain' && isWithin(body, chainOf(call).node);
}

/** The last call of the chain that a call begins. */
function chainOf({ call }: LegacyCall): LegacyCall['call'] {
  let { node } = call;
  while (node.parent.type === 'MemberExpression' && node.parent.parent.type === 'CallExpression')
    node = node.parent.parent;
  return at(call, node);
}

/** The options that hold the body, which are broken before it. */
function optionsAround({ call, request: { payload } }: LegacyCall, body: TSESTree.ObjectExpression): Layer[] {
  const options =
    payload.kind === 'option' && payload.options?.module === call.module ? payload.options.node : undefined;
  return options?.type === 'ObjectExpression' && options !== body && isWithin(body, options)
    ? [{ object: options, added: [] }]
    : [];
}

/** The key and what is new around the value change; comments between them, and calls in the value, stay. */
function replacement(property: TSESTree.Property, by: Entry, { text }: Module): Edit[] {
  const { key, value, shorthand } = property;
  const range = rangeOf(property);
  const source = text.slice(...rangeOf(value));
  if (shorthand || property.computed) return changed([{ range, text: printEntry(by) }], text);
  const kept = by.value.lastIndexOf(source);
  const [start, end] = rangeOf(value);
  const ofValue: Edit[] =
    kept === -1
      ? [{ range: rangeOf(value), text: by.value }]
      : [
          { range: [start, start], text: by.value.slice(0, kept) },
          { range: [end, end], text: by.value.slice(kept + source.length) },
        ];
  // `applicationId: applicationId`
  if (by.key === by.value && /^\s*:\s*$/.test(text.slice(endOf(key), startOf(value))))
    return changed([{ range, text: by.key }], text);
  const isSameKey = text.slice(...rangeOf(key)).replaceAll(/^['"]|['"]$/g, '') === by.key;
  return changed([...(isSameKey ? [] : [{ range: rangeOf(key), text: by.key }]), ...ofValue], text);
}

function changed(edits: readonly Edit[], text: string): Edit[] {
  return edits.filter(({ range, text: after }) => text.slice(...range) !== after);
}
