import type { Module, Node } from '../../src/syntax/module.js';
import { bindingOf, findVariable } from '../../src/syntax/scope.js';

/** Names and members that are looked through. */
const MAX_STEPS = 20;

/** The call whose answer a value is a member of, through constants, patterns, `await` and `.json()`. */
export function mintedBy(value: Node, module: Module): Node | undefined {
  let node: Node | undefined = value;
  let call: Node | undefined;
  for (let steps = MAX_STEPS; node && steps > 0; steps--) {
    switch (node.type) {
      case 'AwaitExpression':
        node = node.argument;
        break;
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'ChainExpression':
        node = node.expression;
        break;
      case 'MemberExpression':
        node = node.object;
        break;
      case 'Identifier': {
        const variable = findVariable(node.name, node, module);
        const binding = variable && bindingOf(variable);
        if (binding?.kind !== 'value') return call;
        // `(await res).json()` goes on; `api.post(…)` is made on a client.
        if (call && binding.node.type !== 'AwaitExpression') return call;
        node = binding.node;
        break;
      }
      case 'CallExpression':
        // `client.post(…).json()`: the first call of the chain sends the request.
        call = node;
        node = node.callee.type === 'MemberExpression' ? node.callee.object : undefined;
        break;
      default:
        return call;
    }
  }
  return call;
}
