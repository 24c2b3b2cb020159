import type { LegacyCall } from '../src/analysis/call.js';
import { UNKNOWN_CLIENT } from '../src/clients/unknown.js';
import { successorText } from '../src/endpoints/lookup.js';
import { at, type Module, type Node, sourceOf } from '../src/syntax/module.js';
import { deref } from '../src/syntax/resolve.js';
import { symbolAround } from '../src/syntax/symbols.js';
import type { Reach } from './edits/reach.js';
import type { Problem } from './problem.js';

/** A place outside the call's file, or in a wrapper, that takes part in the request. */
interface Place {
  readonly module: Module;
  readonly node: Node;
}

const NOT_ENOUGH = 'so that an edit here is not enough';

/** The problem with a call whose request is put together where nothing can be edited. */
export function elsewhere(call: LegacyCall, reach: Reach): Problem | undefined {
  if (call.client === UNKNOWN_CLIENT) {
    const callee = sourceOf(at(call.call, call.call.node.callee));
    const args = { place: `\`${callee}\`, which is not in reach`, why: NOT_ENOUGH };
    return { id: 'AK317', args: { ...args, successor: successorText(call.match.endpoint) } };
  }
  // What is given by another file may be given by others, too.
  const place = call.given.at(-1) ?? pathOutOfRun(call, reach);
  return place && putTogetherIn(place, call, NOT_ENOUGH);
}

/** @param why this place is no place for an edit, after a comma */
export function putTogetherIn({ module, node }: Place, call: LegacyCall, why: string): Problem {
  const symbol = symbolAround(node);
  // No line: annotations above it would move it, and a second run would change the text.
  const place = symbol === undefined ? module.file : `\`${symbol}\` (${module.file})`;
  return { id: 'AK317', args: { place, why, successor: successorText(call.match.endpoint) } };
}

/** The problem with a body that has to change, and that is written in another file or in a wrapper. */
export function bodyElsewhere(call: LegacyCall): Problem | undefined {
  const { payload, body } = call.request;
  // The options of a wrapper are its own.
  const options = payload.kind === 'option' && call.through.length === 0 ? payload.options : undefined;
  const place = [body, options]
    .flatMap((term) => (term ? [deref(term)] : []))
    .find(({ module }) => module !== call.call.module);
  return place && putTogetherIn(place, call, NOT_ENOUGH);
}

/** A piece of the path is written in a file that is not part of the run, or is no code: JSON. */
function pathOutOfRun({ call, match, url }: LegacyCall, reach: Reach): Place | undefined {
  for (const { part, end } of url.parts) {
    if (part.kind !== 'text' || !part.node || end <= match.path.start) continue;
    if (part.module !== call.module && !reach.has(part.module))
      return { module: part.module, node: part.node };
  }
  return undefined;
}
