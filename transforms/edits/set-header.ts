import type { TSESTree } from '@typescript-eslint/types';

import { evaluateKnown } from '../../src/syntax/evaluate.js';
import { at, type Term } from '../../src/syntax/module.js';
import { calleeName } from '../../src/syntax/scope.js';

/**
 * The value that a call gives a header: `request.setHeader('Content-Type', …)`.
 *
 * @param setter the name of the method
 * @param header in lower case
 */
export function setHeaderBy(
  call: Term<TSESTree.CallExpression>,
  setter: string,
  header: string,
): Term | undefined {
  const [name, value] = call.node.arguments.map((item) => at(call, item));
  const isMeant = calleeName(call.node) === setter && name && evaluateKnown(name)?.toLowerCase() === header;
  return isMeant ? value : undefined;
}
