import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../src/analysis/call.js';
import { pathThrough } from '../../src/analysis/wrapped-answer.js';
import { passedOn } from '../../src/analysis/wrappers.js';
import { at, type Node } from '../../src/syntax/module.js';
import { keyName } from '../../src/syntax/scope.js';
import { dialectOf } from '../dialects.js';
import { expressionOf } from '../edits/sequence/place.js';
import { mayHide, throwsFailure } from '../wrappers/failures.js';
import { isTypeScript } from '../../src/syntax/is-typescript.js';

/** What lies above a call in its statement. */
interface Above {
  readonly path: readonly string[];
  readonly node: Node;
  /** A function of the project's reads the answer. */
  readonly isPassed: boolean;
  /** A failure is thrown by then. */
  readonly isThrown: boolean;
}

/**
 * The statement that does nothing but to wait for the parsed body: `(await axios.post(url, body)).data;`,
 * `await answerOf(await fetch(url, init));`.
 *
 * @returns undefined where the statement does something else, or a failure would not be thrown
 */
export function awaitedBody(init: LegacyCall): TSESTree.ExpressionStatement | undefined {
  const dialect = dialectOf(init.client);
  const { module, node } = init.call;
  const isTyped = isTypeScript(module.file);
  // `.json()` gives `unknown` in TypeScript.
  if (!dialect || (isTyped && dialect.holder === undefined)) return undefined;
  const start = init.request.payload.kind === 'chain' ? expressionOf(init) : node;
  let above: Above | undefined = { path: [], node: start, isPassed: false, isThrown: !dialect.failed };
  while (above && above.node.parent?.type !== 'ExpressionStatement') above = step(above, init);
  const statement = above?.node.parent;
  if (!above || statement?.type !== 'ExpressionStatement' || above.node.type === 'ArrowFunctionExpression')
    return undefined;
  const isWhole = init.request.answer.some((prefix) => prefix.join() === above.path.join());
  const isClear = above.isThrown && isAwaited(above.node) && !(isTyped && above.isPassed);
  return isWhole && isClear ? statement : undefined;
}

function step(above: Above, { call }: LegacyCall): Above | undefined {
  const { node, path } = above;
  const { parent } = node;
  if (parent?.type === 'AwaitExpression') return { ...above, node: parent };
  if (parent?.type === 'MemberExpression' && parent.object === node) {
    const name = keyName({ key: parent.property, computed: parent.computed });
    if (name === undefined) return undefined;
    const next = parent.parent;
    return next.type === 'CallExpression' && next.callee === parent
      ? { ...above, node: next, path: [...path, name, '()'] }
      : { ...above, node: parent, path: [...path, name] };
  }
  if (parent?.type !== 'CallExpression' || parent.callee === node) return undefined;
  const passed = at(call, parent);
  const more = pathThrough(passed, node);
  const fn = passedOn(passed);
  if (!more || !fn || mayHide(fn)) return undefined;
  return {
    node: parent,
    path: [...path, ...more],
    isPassed: true,
    isThrown: above.isThrown || throwsFailure(fn),
  };
}

/** `await call`, `(await call).data` */
function isAwaited(node: Node): boolean {
  if (node.type === 'MemberExpression') return isAwaited(node.object);
  return node.type === 'AwaitExpression';
}
