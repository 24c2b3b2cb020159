import type { LegacyCall } from '../../src/analysis/call.js';
import { wrappedAnswer } from '../../src/analysis/wrapped-answer.js';
import { type Dialect, PARSED, RESPONSE } from '../dialects.js';
import { frameOf, requireOwnAnswer, type Way } from '../edits/sequence/way.js';
import { urlText } from '../edits/sequence/url-text.js';
import { Unsafe } from '../edits/unsafe.js';
import { at } from '../../src/syntax/module.js';
import { deref } from '../../src/syntax/resolve.js';
import type { Style } from '../../src/syntax/style.js';
import { failureOf } from './failures.js';
import { isGeneric } from './generic.js';
import { resendThrough } from './resend.js';
import { slotsOf } from './slots.js';

/**
 * How a call of a wrapper is made again.
 *
 * @throws {Unsafe} where it can't be for certain
 */
export function wayThrough(call: LegacyCall, style: Style): Way {
  const dialect = dialectThrough(call);
  const slots = slotsOf(call);
  return {
    dialect: { ...dialect, isGeneric: isGeneric(call) },
    url: urlText(call, style, deref(at(call.call, slots.url.node))),
    again: resendThrough(call, slots, style),
    // What stands in an object literal goes with it.
    names: slots.url.key === undefined ? [slots.url.node] : [],
    frame: frameOf(call),
  };
}

function dialectThrough(call: LegacyCall): Dialect {
  const answer = wrappedAnswer(call);
  if (!answer) throw new Unsafe('request', 'what its wrapper makes of the answer is not followed');
  requireOwnAnswer(call);
  const failure = failureOf(call);
  if (!failure)
    throw new Unsafe('request', 'nothing says for certain that its wrapper throws where it fails');
  const idPath = PARSED.idPath.filter((name, index) => answer.below[index] !== name);
  if (idPath.length === 0 || idPath.length + answer.below.length !== PARSED.idPath.length)
    throw new Unsafe('request', 'its wrapper answers a part of the answer only');
  const [path, more] = answer.shape.map((names) => names.join('.'));
  const shaped = more === undefined ? dialectOfShape(path) : undefined;
  if (!shaped) throw new Unsafe('request', 'what its wrapper makes of the answer is not followed');
  if (failure === 'thrown') return { ...shaped, idPath };
  // A body that is parsed already does not tell.
  if (shaped.holder !== undefined)
    throw new Unsafe('request', 'its wrapper answers the same whether it has failed or not');
  const failed = (name: string): string =>
    shaped.reader === '' ? `!${name}.ok` : `${name}.statusCode >= 400`;
  return { ...shaped, idPath, failed };
}

function dialectOfShape(path: string | undefined): Dialect | undefined {
  switch (path) {
    case '':
      return PARSED;
    case 'data':
    case 'body':
      return { ...PARSED, holder: path };
    case 'json.()':
      return RESPONSE;
    case 'body.json.()':
      return { ...RESPONSE, reader: '.body' };
    default:
      return undefined;
  }
}
