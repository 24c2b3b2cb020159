import type { LegacyCall } from '../src/analysis/call.js';
import { UNKNOWN_CLIENT } from '../src/clients/unknown.js';
import { successorText } from '../src/endpoints/lookup.js';
import { at, type Module, type Node, sourceOf } from '../src/syntax/module.js';
import { symbolAround } from '../src/syntax/symbols.js';
import type { Problem } from './problem.js';

/** A place outside the call's file, or in a wrapper, that takes part in the request. */
interface Place {
  readonly module: Module;
  readonly node: Node;
}

/** The problem with a call whose request a wrapper or another file puts together: its edits would be there. */
export function elsewhere(call: LegacyCall): Problem | undefined {
  const successor = successorText(call.match.endpoint);
  if (call.client === UNKNOWN_CLIENT) {
    const callee = sourceOf(at(call.call, call.call.node.callee));
    return { id: 'AK317', args: { place: `\`${callee}\`, which is not in reach`, successor } };
  }
  const place = wrapperOf(call) ?? otherFileOf(call);
  if (!place) return undefined;
  const { module, node } = place;
  const symbol = symbolAround(node);
  // No line: annotations above it would move it, and a second run would change the text.
  const where = module.file;
  return {
    id: 'AK317',
    args: {
      place: symbol === undefined ? where : `\`${symbol}\` (${where})`,
      successor,
    },
  };
}

function wrapperOf({ through, given }: LegacyCall): Place | undefined {
  return through.at(-1) ?? given.at(-1);
}

function otherFileOf({ call, request, match, url }: LegacyCall): Place | undefined {
  const { payload } = request;
  const terms = [request.url, request.body, payload.kind === 'option' ? payload.options : undefined];
  const term = terms.find((item) => item !== undefined && item.module !== call.module);
  if (term) return term;
  const placed = url.parts.find(
    ({ part, end }) => part.kind === 'text' && part.module !== call.module && end > match.path.start,
  );
  return placed?.part.kind === 'text' && placed.part.node
    ? { module: placed.part.module, node: placed.part.node }
    : undefined;
}
