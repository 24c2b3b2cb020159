import { isClass } from '../syntax/class-nodes.js';
import type { Node } from '../syntax/module.js';
import { keyName } from '../syntax/scope.js';
import { isFunction } from '../syntax/walk.js';

/**
 * The names of the functions, classes, methods and constants that a node stands in, outermost first: `KycClient.start`.
 * Empty at the top of a file. A variable that only takes the answer of a call is none of them.
 *
 * @param isDefinition what holds the node itself counts, too: `PATHS.init` for a path
 */
export function enclosingSymbol(node: Node, isDefinition: boolean): string {
  const names: string[] = [];
  let isInside = isDefinition;
  for (let { parent } = node; parent; parent = parent.parent) {
    const name = nameOf(parent, isInside);
    if (name !== undefined) names.unshift(name);
    isInside ||= isFunction(parent) || isClass(parent);
  }
  return names.join('.');
}

function nameOf(node: Node, isInside: boolean): string | undefined {
  switch (node.type) {
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return node.id?.name;
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return keyName(node);
    case 'Property':
      return isInside ? keyName(node) : undefined;
    case 'VariableDeclarator':
      return isInside && node.id.type === 'Identifier' ? node.id.name : undefined;
    case 'AssignmentExpression':
      return isInside ? assignedName(node.left) : undefined;
    case 'TSEnumDeclaration':
      return node.id.name;
    case 'TSEnumMember':
    case 'TSModuleDeclaration':
      return node.id.type === 'Identifier' ? node.id.name : undefined;
    default:
      return undefined;
  }
}

/** `start` of `exports.start = …` and of `Kyc.prototype.start = …`. */
function assignedName(left: Node): string | undefined {
  if (left.type === 'MemberExpression') return keyName({ key: left.property, computed: left.computed });
  return left.type === 'Identifier' ? left.name : undefined;
}
