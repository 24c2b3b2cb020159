import type { AkepaCall } from '../../src/analysis/akepa-calls.js';
import type { Term } from '../../src/syntax/module.js';
import { deref, isHidden, member } from '../../src/syntax/resolve.js';

/** Options under which clients take a body. */
const BODY_KEYS = ['body', 'data', 'json', 'form', 'multipart', 'formData', 'searchParams', 'params'];

/** The body that a call sends; `none` where it certainly sends none, undefined where that is not known. */
export function sentBody({ call, request, through }: AkepaCall): Term | 'none' | undefined {
  const { payload, body } = request;
  if (body) return isNothing(body) ? 'none' : body;
  // What the wrapper puts in is not followed.
  if (through.length > 0) return undefined;
  const args = call.node.arguments;
  if (args.some(({ type }) => type === 'SpreadElement')) return undefined;
  if (payload.kind === 'argument') return args.length <= payload.index ? 'none' : undefined;
  if (payload.kind !== 'option') return undefined;
  const { options, index } = payload;
  if (!options) return args.length <= index ? 'none' : undefined;
  if (deref(options).node.type !== 'ObjectExpression') return undefined;
  return BODY_KEYS.some((key) => isHidden(options, key) || member(options, key)) ? undefined : 'none';
}

/** `post(url, null, config)` */
function isNothing(term: Term): boolean {
  const { node } = deref(term);
  if (node.type === 'Literal') return node.value === null;
  return node.type === 'Identifier' && node.name === 'undefined';
}
