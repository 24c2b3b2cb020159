import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../src/analysis/call.js';
import type { Sent } from '../../src/analysis/recognise.js';
import { wrappedAnswer } from '../../src/analysis/wrapped-answer.js';
import { applyEdits, type Edit, inOrder } from '../../src/syntax/edits.js';
import { passedOn } from '../../src/analysis/wrappers.js';
import { at, type Module, type Range, sourceOf, type Term, termOf } from '../../src/syntax/module.js';
import { ParseError, parseModule } from '../../src/syntax/parse.js';
import { endOf, rangeOf, startOf } from '../../src/syntax/ranges.js';
import { deref, member } from '../../src/syntax/resolve.js';
import { usesOf } from '../../src/syntax/uses.js';
import { walk } from '../../src/syntax/walk.js';
import { requireJsonType } from '../edits/content-type.js';
import { Unsafe } from '../edits/unsafe.js';
import { certainRequest } from './certain.js';

const TYPE = 'content-type';

/** What an edited call is found to send: the body, the body without the type that akepa needs, or something else. */
export type Proof = 'sent' | 'untyped' | 'other';

/**
 * Whether the call with these edits sends, through its wrappers, a POST to where it went before, with `body` as JSON
 * and everything else as it was. The edited text is analysed again: what the wrappers do with an argument is not
 * guessed from its place.
 *
 * @param edits without those of the path
 */
export function sendsBody(call: LegacyCall, edits: readonly Edit[], body: string): Proof {
  const edited = editedCall(call.call, edits);
  const sent = edited && certainRequest(edited);
  if (!edited || !sent || sent.client !== call.client) return 'other';
  const { request, url, through } = sent;
  const isSent =
    through.length > 0 &&
    url.flat === call.url.flat &&
    request.method.value === 'POST' &&
    // The content type is looked at below.
    call.request.headerNames.every((name) => name === TYPE || request.headerNames.includes(name)) &&
    arrives(edited, sent, body) &&
    keepsArguments(call, edited, edits) &&
    answerOf({ call: edited, through, request }) === answerOf(call);
  if (!isSent) return 'other';
  return isTypedJson(edited, sent) ? 'sent' : 'untyped';
}

/** The call in the text with the edits, analysed anew; undefined where that does not parse. */
export function editedCall(
  { node, module }: Term<TSESTree.CallExpression>,
  edits: readonly Edit[],
): Term<TSESTree.CallExpression> | undefined {
  const range = [startOf(node), endOf(node)].map((offset, index) => moved(offset, edits, index === 1));
  const after = parsed(module, applyEdits(module.text, edits));
  let found: TSESTree.CallExpression | undefined;
  if (after)
    walk(after.ast, after.visitorKeys, (item) => {
      if (item.type === 'CallExpression' && startOf(item) === range[0] && endOf(item) === range[1])
        found ??= item;
      return !found;
    });
  return after && found && termOf(found, after);
}

function parsed(module: Module, text: string): Module | undefined {
  try {
    const after = parseModule(module.file, text);
    return { ...after, file: module.file, ...(module.link && { link: module.link }) };
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

function moved(offset: number, edits: readonly Edit[], isEnd: boolean): number {
  return inOrder(edits).reduce((sum, { range, text }) => {
    const isBefore = range[1] < offset || (range[1] === offset && (isEnd || range[0] < offset));
    return isBefore ? sum + text.length - (range[1] - range[0]) : sum;
  }, offset);
}

/**
 * Every other argument goes to a parameter of the same name: `get(path, query)` is no `post(path, body, token)`, and
 * one that the sibling does not take would be lost.
 */
function keepsArguments(
  call: LegacyCall,
  edited: Term<TSESTree.CallExpression>,
  edits: readonly Edit[],
): boolean {
  const [before, after] = [passedOn(call.call), passedOn(edited)];
  return call.call.node.arguments.every((argument, index) => {
    const isEdited = edits.some(({ range }) => range[0] < endOf(argument) && startOf(argument) < range[1]);
    if (isEdited || holdsPath(rangeOf(argument), call)) return true;
    const start = moved(startOf(argument), edits, false);
    const name = before?.node.params[index];
    const other = after?.node.params[edited.node.arguments.findIndex((item) => startOf(item) === start)];
    if (!before || !after || !name || !other) return false;
    return nameOf({ ...before, node: name }) === nameOf({ ...after, node: other });
  });
}

function holdsPath([start, end]: Range, { call, url, seen }: LegacyCall): boolean {
  const isInside = ({ module, range }: { module: Module; range: Range }): boolean =>
    module === call.module && start <= range[0] && range[1] <= end;
  return (
    url.parts.some(({ part }) =>
      part.kind === 'text'
        ? isInside(part)
        : isInside({ module: part.written.module, range: rangeOf(part.written.node) }),
    ) || [...seen].some((node) => isInside({ module: call.module, range: rangeOf(node) }))
  );
}

function nameOf(parameter: Term): string {
  const { node } = parameter;
  const pattern = node.type === 'AssignmentPattern' ? node.left : node;
  return pattern.type === 'Identifier' ? pattern.name : sourceOf({ ...parameter, node: pattern });
}

/** The body arrives as it is written. */
function arrives(edited: Term<TSESTree.CallExpression>, sent: Sent, body: string): boolean {
  const { request } = sent;
  const { payload } = request;
  const object = request.body && deref(request.body);
  if (!request.body || !object || usesOf(request.body).length > 0) return false;
  if (bare(sourceOf(object)) !== bare(body)) return false;
  if (object.module !== edited.module) return false;
  if (payload.kind === 'argument' || payload.kind === 'chain') return true;
  if (payload.kind !== 'option') return false;
  const raw = payload.options && member(payload.options, payload.key);
  // A text has to be made of it, and no text of what the client encodes itself.
  return raw !== undefined && (deref(raw).node === object.node) !== payload.encoded;
}

/** The request says that its body is JSON, or its client does. */
function isTypedJson(edited: Term<TSESTree.CallExpression>, { client, request, through }: Sent): boolean {
  const { payload } = request;
  const inner = through.at(-1) ?? edited;
  if (payload.kind === 'option' && payload.encoded && !request.headerNames.includes(TYPE)) return false;
  try {
    requireJsonType({ call: at(inner, inner.node), client, request });
    return true;
  } catch (error) {
    if (error instanceof Unsafe) return false;
    throw error;
  }
}

/** Without what a formatter would change. */
function bare(source: string): string {
  return source.replaceAll(/\s+/g, '').replaceAll(/,(?=[}\]])/g, '');
}

function answerOf(call: Parameters<typeof wrappedAnswer>[0]): string | undefined {
  const answer = wrappedAnswer(call);
  return answer && JSON.stringify(answer);
}
