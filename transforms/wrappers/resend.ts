import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../src/analysis/call.js';
import { passedOn } from '../../src/analysis/wrappers.js';
import { at, sourceOf, type Term } from '../../src/syntax/module.js';
import { rangeOf } from '../../src/syntax/ranges.js';
import { quoted, type Style } from '../../src/syntax/style.js';
import type { Edit } from '../../src/syntax/edits.js';
import { keyName } from '../../src/syntax/scope.js';
import { type Code, printCode, type PropertyCode } from '../edits/code.js';
import { codeOf, copied } from '../edits/sequence/copied.js';
import { jsonOptions } from '../edits/sequence/options-again.js';
import { calleeText, type Resend } from '../edits/sequence/resend.js';
import { Unsafe } from '../edits/unsafe.js';
import { editedCall, sendsBody } from './proof.js';
import { NOT_SENT } from './not-sent.js';
import type { Slots } from './slots.js';

/** A way in which a wrapper may send JSON in place of a form. */
interface Attempt {
  /** The function or method. */
  readonly callee: string;
  /** The body is given as a text. */
  readonly encoded: boolean;
  /** The headers say that it is JSON. */
  readonly typed: boolean;
}

/** Nothing that akepa is sent: each attempt is tried with it. */
const SAMPLE: readonly PropertyCode[] = [{ key: 'name', value: "'licence'" }];

/**
 * A call of a wrapper that sends a form, made again to another path.
 *
 * @throws {Unsafe} where no way is found in which the wrapper certainly sends JSON
 */
export function resendThrough(call: LegacyCall, slots: Slots, style: Style): Resend {
  const { node } = call.call;
  if (call.request.method.value !== 'POST') throw new Unsafe('method', 'it is not known');
  if (node.optional || sourceOf(at(call.call, node.callee)).includes('?.'))
    throw new Unsafe('request', 'it is made only where its client is there');
  const callee = calleeText(call.call);
  const attempt = attemptFor(call, slots, style);
  const type = node.typeArguments ? sourceOf(at(call.call, node.typeArguments)) : '';
  return {
    json: (url, body, answered) => ({
      kind: 'call',
      callee: attempt.callee + (answered === undefined ? type : `<${answered}>`),
      args: jsonArguments(call, slots, attempt, { url, body, style }),
    }),
    form: (url) => ({ kind: 'call', callee: callee + type, args: formArguments(call, slots, url) }),
  };
}

function attemptFor(call: LegacyCall, slots: Slots, style: Style): Attempt {
  let problem: 'untyped' | 'other' = 'other';
  for (const callee of calleesOf(call, slots))
    for (const encoded of [false, true])
      for (const typed of [false, true]) {
        const attempt = { callee, encoded, typed };
        const proof = prove(call, slots, attempt, style);
        if (proof === 'sent') return attempt;
        if (proof === 'untyped') problem = proof;
      }
  throw new Unsafe('request', `it goes through a wrapper, ${NOT_SENT[problem]}`);
}

/** The call's own, and `api.post` beside `api.upload`. */
function calleesOf({ call }: LegacyCall, { form }: Slots): string[] {
  const { callee } = call.node;
  // What makes a form of a file does so of everything.
  const own = form.isFile ? [] : [calleeText(call)];
  if (callee.type !== 'MemberExpression' || callee.computed) return own;
  const object = copied(at(call, callee.object), call);
  return [...own, `${object}.post`];
}

function prove(call: LegacyCall, slots: Slots, attempt: Attempt, style: Style): ReturnType<typeof sendsBody> {
  const { node, module } = call.call;
  const url = module.text.slice(...rangeOf(slots.url.node));
  const args = jsonArguments(call, slots, attempt, { url, body: SAMPLE, style });
  const text = printCode({ kind: 'call', callee: attempt.callee, args }, '', 0, style);
  const edits: Edit[] = [{ range: rangeOf(node), text }];
  const sample = printCode({ kind: 'object', properties: SAMPLE }, '', 0, style);
  const edited = editedCall(call.call, edits);
  if (!edited || !takesTheSame(call.call, edited, slots.form.index)) return 'other';
  return sendsBody(call, edits, sample);
}

/** Every argument but the form's goes to a parameter of the same name. */
function takesTheSame(
  before: Term<TSESTree.CallExpression>,
  after: Term<TSESTree.CallExpression>,
  form: number,
): boolean {
  const [own, other] = [namesOf(before), namesOf(after)];
  return before.node.arguments.every((_, index) => index === form || own[index] === other[index]);
}

function namesOf(call: Term<TSESTree.CallExpression>): (string | undefined)[] {
  const fn = passedOn(call);
  return (fn?.node.params ?? []).map((parameter) => {
    const pattern = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    return pattern.type === 'Identifier' ? pattern.name : fn && sourceOf({ ...fn, node: pattern });
  });
}

interface Sending {
  readonly url: string;
  readonly body: readonly PropertyCode[];
  readonly style: Style;
}

function jsonArguments(
  { call }: LegacyCall,
  { url: from, form }: Slots,
  { encoded, typed }: Attempt,
  { url, body, style }: Sending,
): Code[] {
  const object: Code = { kind: 'object', properties: body };
  const sent: Code = encoded ? { kind: 'call', callee: 'JSON.stringify', args: [object] } : object;
  const type = { key: quoted('Content-Type', style), value: quoted('application/json', style) };
  return call.node.arguments.flatMap((node, index): Code[] => {
    const argument = at(call, node);
    if (index === form.index && form.key === undefined) return [sent];
    if (index === from.index && from.key === undefined) return [url];
    if (node.type !== 'ObjectExpression') return [copied(argument, call)];
    const isForm = index === form.index;
    const options = jsonOptions(
      argument,
      call,
      isForm && typed ? [type] : [],
      (name) => (index === from.index && name === from.key ? url : undefined),
      isForm && form.key !== undefined ? [form.key] : [],
    );
    const own = typeof options === 'object' ? options.properties : [];
    if (isForm && form.key !== undefined)
      return [{ kind: 'object', properties: [...own, { key: form.key, value: sent }] }];
    return options === undefined ? [] : [options];
  });
}

function formArguments({ call }: LegacyCall, { url: from }: Slots, url: string): Code[] {
  return call.node.arguments.map((node, index): Code => {
    const argument = at(call, node);
    if (index !== from.index) return codeOf(argument);
    if (node.type !== 'ObjectExpression') return url;
    return {
      kind: 'object',
      properties: node.properties.map((property) => {
        const isUrl = property.type === 'Property' && keyName(property) === from.key;
        return isUrl ? { key: from.key ?? '', value: url } : { key: '', value: sourceOf(at(call, property)) };
      }),
    };
  });
}
