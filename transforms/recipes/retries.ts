import type { LegacyCall } from '../../src/analysis/call.js';
import { successorText } from '../../src/endpoints/lookup.js';
import { evaluateKnown } from '../../src/syntax/evaluate.js';
import { at, type Term } from '../../src/syntax/module.js';
import { deref, member } from '../../src/syntax/resolve.js';
import { optionsOf } from '../edits/content-type.js';
import type { Problem } from '../problem.js';

/** Their `retry.methods` holds no POST by default, as their documentation says. */
const IDEMPOTENT_ONLY = ['got', 'ky'];

/** The problem with a GET that the program asks for again, by an option that is for GET and not for POST. */
export function retryProblems(call: LegacyCall): Problem[] {
  const { client, match } = call;
  if (!IDEMPOTENT_ONLY.includes(client)) return [];
  const [stated] = optionsOf(call).flatMap((options) => member(options, 'retry') ?? []);
  if (!stated || isNever(stated) || isForPost(stated)) return [];
  return [{ id: 'AK344', args: { client, successor: successorText(match.endpoint) } }];
}

/** `retry: 0`, `retry: { limit: 0 }` */
function isNever(retry: Term): boolean {
  const limit = deref(member(retry, 'limit') ?? retry).node;
  return limit.type === 'Literal' && (limit.value === 0 || limit.value === false);
}

/** `retry: { methods: ['GET', 'POST'] }` */
function isForPost(retry: Term): boolean {
  const methods = member(retry, 'methods');
  const list = methods && deref(methods);
  if (list?.node.type !== 'ArrayExpression') return false;
  return list.node.elements.some((item) => item !== null && isPost(at(list, item)));
}

function isPost(method: Term): boolean {
  return evaluateKnown(method)?.toUpperCase() === 'POST';
}
