import type { Node } from '../syntax/module.js';
import { keyName } from '../syntax/scope.js';
import type { Part } from '../syntax/text.js';
import { isFunction } from '../syntax/walk.js';

/**
 * The names that the code gives to the value of a part: the constant, member or instance whose value it is written
 * in, up to the statement or to `call`.
 *
 * @param isWithin stop at a function, too: its name says what it does, not what the value is
 */
export function ownerNames(part: Part, call: Node, isWithin = false): string[] {
  const names: string[] = [];
  let node: Node | undefined = part.kind === 'text' ? part.node : part.term.node;
  for (; node && node !== call && !/(?:Statement|Declaration)$/.test(node.type); node = node.parent) {
    if (isWithin && isFunction(node)) break;
    const name = nameOf(node);
    if (name !== undefined) names.push(name);
  }
  // A part of the call itself is owned by nobody.
  return node === call ? [] : names;
}

function nameOf(node: Node): string | undefined {
  switch (node.type) {
    case 'Property':
    case 'PropertyDefinition':
      return keyName(node);
    case 'VariableDeclarator':
      return node.id.type === 'Identifier' ? node.id.name : undefined;
    case 'AssignmentExpression': {
      const { left } = node;
      if (left.type === 'Identifier') return left.name;
      return left.type === 'MemberExpression'
        ? keyName({ key: left.property, computed: left.computed })
        : undefined;
    }
    case 'TSEnumMember':
      return node.id.type === 'Identifier' ? node.id.name : String(node.id.value);
    default:
      return undefined;
  }
}
