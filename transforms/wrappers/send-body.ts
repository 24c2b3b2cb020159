import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../src/analysis/call.js';
import type { Edit } from '../../src/syntax/edits.js';
import { at } from '../../src/syntax/module.js';
import { lineStart } from '../../src/syntax/position.js';
import { contains, rangeOf, startOf } from '../../src/syntax/ranges.js';
import { indentAt, type Style, widthOf } from '../../src/syntax/style.js';
import { layOut } from '../edits/layout.js';
import { isEmpty, printObject, propertyOf } from '../edits/properties.js';
import type { Entry } from '../recipes/recipe.js';
import { type MethodChange, methodChanges } from './method.js';
import { type Proof, sendsBody } from './proof.js';

/** Names under which wrappers take a body in their options. */
const BODY_KEYS = ['data', 'body', 'json', 'payload'];
/** Each is analysed anew; a wrapper that takes a body in none of these ways takes it in no common one. */
const MOST_TRIES = 40;

/** The way in which a body may be written, and the text that has to arrive. */
interface Attempt {
  readonly edits: readonly Edit[];
  readonly body: string;
}

/**
 * Edits of a call's arguments after which its wrappers send a POST with the body; or the best that was found, where none
 * certainly does.
 *
 * @param others the call's other edits, which may stand on the same lines
 */
export function bodyThroughWrapper(
  call: LegacyCall,
  entries: readonly Entry[],
  style: Style,
  others: readonly Edit[],
): readonly Edit[] | Exclude<Proof, 'sent'> {
  let tries = 0;
  let best: Exclude<Proof, 'sent'> = 'other';
  for (const method of methodChanges(call, style))
    for (const attempt of attempts(call, entries, method, style, others)) {
      if (tries++ >= MOST_TRIES) return best;
      const proof = sendsBody(call, attempt.edits, attempt.body);
      if (proof === 'sent') return attempt.edits;
      if (proof === 'untyped') best = proof;
    }
  return best;
}

/** Where the body may stand: in place of an empty one, in options, or as an argument of its own. */
function* attempts(
  call: LegacyCall,
  entries: readonly Entry[],
  method: MethodChange,
  style: Style,
  others: readonly Edit[],
): Generator<Attempt> {
  const { module, node } = call.call;
  const printed = printObject(entries, style);
  const args = node.arguments;
  if (args.some(({ type }) => type === 'SpreadElement')) return;
  const printedAt = (offset: number, extra = 0): string => {
    const start = lineStart(module.text, offset);
    return printed(indentAt(module.text, start), widthOf(module.text.slice(start, offset)) + extra);
  };
  if (method.added.length === 0) {
    for (const argument of args) {
      if (!isEmpty(at(call.call, argument))) continue;
      const body = printedAt(startOf(argument));
      yield { edits: [...method.edits, { range: rangeOf(argument), text: body }], body };
    }
    const path = args.findIndex((argument) =>
      call.url.parts.some(
        ({ part }) =>
          part.kind === 'text' && part.module === module && contains(rangeOf(argument), part.range),
      ),
    );
    for (let index = path + 1; index <= args.length; index++) {
      const before = args[index - 1];
      if (!before) continue;
      const [, end] = rangeOf(before);
      const body = printedAt(end, 2);
      yield { edits: [...method.edits, { range: [end, end], text: `, ${body}` }], body };
    }
  }
  for (const argument of args) {
    if (argument.type !== 'ObjectExpression') continue;
    for (const key of BODY_KEYS) yield* inOptions(argument, key);
  }
  yield* inNewOptions();

  function* inOptions(options: TSESTree.ObjectExpression, key: string): Generator<Attempt> {
    const present = propertyOf(options, key);
    if (present && (present.shorthand || !isEmpty(at(call.call, present.value)))) return;
    for (const isEncoded of [false, true]) {
      let body = '';
      const value = (indent: string, column: number): string => {
        body = printed(indent, column + (isEncoded ? 15 : 0));
        return isEncoded ? `JSON.stringify(${body})` : body;
      };
      if (present) {
        const start = lineStart(module.text, startOf(present.value));
        const text = value(
          indentAt(module.text, start),
          widthOf(module.text.slice(start, startOf(present.value))),
        );
        yield { edits: [...method.edits, { range: rangeOf(present.value), text }], body };
        continue;
      }
      const layers = [{ object: options, added: [...method.added, { key, value }] }];
      const edits = layOut(layers, [...others, ...method.edits], module, style);
      yield { edits: [...method.edits, ...edits], body };
    }
  }

  function* inNewOptions(): Generator<Attempt> {
    const last = args.at(-1);
    if (!last || last.type === 'ObjectExpression') return;
    const [, end] = rangeOf(last);
    const indent = indentAt(module.text, lineStart(module.text, startOf(node)));
    const inner = indent + style.indent;
    for (const key of BODY_KEYS)
      for (const isEncoded of [false, true]) {
        const body = printed(inner, widthOf(inner) + key.length + 2 + (isEncoded ? 15 : 0));
        const value = isEncoded ? `JSON.stringify(${body})` : body;
        const lines = [
          ...method.added.map((item) => `${item.key}: ${item.value(inner, 0)}`),
          `${key}: ${value}`,
        ];
        const text = `, {${style.eol}${lines.map((line) => `${inner}${line},${style.eol}`).join('')}${indent}}`;
        yield { edits: [...method.edits, { range: [end, end], text }], body };
      }
  }
}
