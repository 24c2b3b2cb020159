import type { LegacyCall } from '../src/analysis/call.js';
import type { Node } from '../src/syntax/module.js';
import { contains, isWithin, endOf, rangeOf, startOf } from '../src/syntax/ranges.js';
import { deref } from '../src/syntax/resolve.js';
import { expressionOf } from './edits/sequence/place.js';
import { Unsafe } from './edits/unsafe.js';
import type { BodyProperty, CallFacts } from './recipes/recipe.js';

const LINK = 'kyc-document-link';

/**
 * Links of one customer that follow each other, and whose answers nobody reads: one update attaches all documents.
 *
 * @param facts of the calls of a file, in the order of its text
 * @returns runs of two or more
 */
export function linkRuns(facts: readonly CallFacts[]): CallFacts[][] {
  const runs: CallFacts[][] = [];
  for (const item of facts) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && follows(item, last)) run.push(item);
    else runs.push([item]);
  }
  return runs.filter((run) => run.length > 1);
}

/** The statement that does nothing but wait for the call. */
export function statementOf(call: LegacyCall): Node | undefined {
  try {
    const expression = expressionOf(call);
    const { parent } = expression;
    if (parent?.type !== 'AwaitExpression' || parent.parent.type !== 'ExpressionStatement') return undefined;
    return parent.parent;
  } catch (error) {
    if (error instanceof Unsafe) return undefined;
    throw error;
  }
}

function follows(next: CallFacts, last: CallFacts): boolean {
  if (next.call.match.endpoint.id !== LINK || last.call.match.endpoint.id !== LINK) return false;
  const [above, below] = [statementOf(last.call), statementOf(next.call)];
  const { module } = next.call.call;
  const parent = above?.parent;
  if (!above || !below || parent !== below.parent || parent?.type !== 'BlockStatement') return false;
  // A comment speaks of one of them.
  if (module.text.slice(endOf(above), startOf(below)).trim() !== '') return false;
  const [rest, same] = [restOf(last.call, above), restOf(next.call, below)];
  return rest !== undefined && rest === same && hasSameCustomer(next, last);
}

/** The statement's text without the body. */
function restOf({ call, request }: LegacyCall, statement: Node): string | undefined {
  const body = request.body && deref(request.body);
  const { text, comments } = call.module;
  if (body?.node.type !== 'ObjectExpression' || !isWithin(body.node, statement)) return undefined;
  const [start, end] = rangeOf(body.node);
  if (comments.some((comment) => contains(rangeOf(statement), comment.range))) return undefined;
  const source = text.slice(startOf(statement), start) + text.slice(end, endOf(statement));
  return source.replaceAll(/\s+/g, ' ');
}

function hasSameCustomer(next: CallFacts, last: CallFacts): boolean {
  const value = ({ body }: CallFacts, name: string): BodyProperty | undefined =>
    body?.find((property) => property.name === name);
  const isPlain = [next, last].every(
    ({ body }) => body?.length === 3 && !body.some(({ hasCall }) => hasCall),
  );
  // Two files for one slot are two attempts.
  const isOther = ['documentId', 'separateDocumentId'].every(
    (name) => value(next, name)?.source !== value(last, name)?.source,
  );
  return isPlain && isOther && value(next, 'customerId')?.source === value(last, 'customerId')?.source;
}
