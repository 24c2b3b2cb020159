import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../src/analysis/call.js';
import type { Sent } from '../../src/analysis/recognise.js';
import { wrappedAnswer } from '../../src/analysis/wrapped-answer.js';
import { applyEdits, type Edit, inOrder } from '../../src/syntax/edits.js';
import { at, type Module, sourceOf, type Term, termOf } from '../../src/syntax/module.js';
import { ParseError, parseModule } from '../../src/syntax/parse.js';
import { deref, member } from '../../src/syntax/resolve.js';
import { usesOf } from '../../src/syntax/uses.js';
import { walk } from '../../src/syntax/walk.js';
import { requireJsonType } from '../edits/content-type.js';
import { Unsafe } from '../edits/unsafe.js';
import { certainRequest } from './certain.js';

/**
 * Whether the call with these edits sends, through its wrappers, a POST to where it went before, with `body` as JSON
 * and everything else as it was. The edited text is analysed again: what the wrappers do with an argument is not
 * guessed from its place.
 *
 * @param edits without those of the path
 */
export function sendsBody(call: LegacyCall, edits: readonly Edit[], body: string): boolean {
  const edited = editedCall(call.call, edits);
  const sent = edited && certainRequest(edited);
  if (!edited || !sent || sent.client !== call.client) return false;
  const { request, url, through } = sent;
  return (
    through.length > 0 &&
    url.flat === call.url.flat &&
    request.method.value === 'POST' &&
    call.request.headerNames.every((name) => request.headerNames.includes(name)) &&
    isJson(edited, sent, body) &&
    answerOf({ call: edited, through, request }) === answerOf(call)
  );
}

/** The call in the text with the edits. */
function editedCall(
  { node, module }: LegacyCall['call'],
  edits: readonly Edit[],
): Term<TSESTree.CallExpression> | undefined {
  const range = [node.range[0], node.range[1]].map((offset, index) => moved(offset, edits, index === 1));
  const after = parsed(module, applyEdits(module.text, edits));
  let found: TSESTree.CallExpression | undefined;
  if (after)
    walk(after.ast, after.visitorKeys, (item) => {
      if (item.type === 'CallExpression' && item.range[0] === range[0] && item.range[1] === range[1])
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

/** The body arrives as it is written, and the request says that it is JSON. */
function isJson(edited: Term<TSESTree.CallExpression>, sent: Sent, body: string): boolean {
  const { request, through } = sent;
  const { payload } = request;
  const object = request.body && deref(request.body);
  if (!request.body || !object || usesOf(request.body).length > 0) return false;
  if (bare(sourceOf(object)) !== bare(body)) return false;
  if (object.module !== edited.module || payload.kind === 'stream') return false;
  const inner = through.at(-1) ?? edited;
  if (payload.kind === 'option') {
    const raw = payload.options && member(payload.options, payload.key);
    // A text has to be made of it, and no text of what the client encodes itself.
    if (!raw || (deref(raw).node === object.node) === payload.encoded) return false;
    if (payload.encoded && !request.headerNames.includes('content-type')) return false;
  }
  try {
    requireJsonType({ call: at(inner, inner.node), client: sent.client, request });
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
