import type { TSESTree } from '@typescript-eslint/types';

import type { Module, Node } from '../syntax/module.js';
import { calleeName, findVariable } from '../syntax/scope.js';
import { ancestor, isFunction } from '../syntax/walk.js';

/** A path, a URL, or what is put before one. */
const PATH = /^[`'"]?(?:\$\{|\/|https?:)/;
/** Functions that answer the object that they are given. */
const KEEPERS = new Set(['freeze', 'seal']);

/**
 * Whether a text is written as a constant, a member of a map of paths, a field, an enum's member, or the result of a
 * path builder: a place that is there to hold a path.
 */
export function isConstant(node: Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.init === node && parent.id.type === 'Identifier';
    case 'PropertyDefinition':
      return parent.value === node;
    case 'TSEnumMember':
      return parent.initializer === node;
    case 'AssignmentExpression':
      return parent.right === node && isExports(parent.left);
    case 'ExportDefaultDeclaration':
      return true;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return isConstant(parent);
    case 'CallExpression':
      return KEEPERS.has(calleeName(parent) ?? '') && isConstant(parent);
    case 'Property': {
      const record = parent.parent;
      return (
        parent.value === node &&
        record.type === 'ObjectExpression' &&
        record.properties.every(isOfPaths) &&
        isConstant(record)
      );
    }
    case 'ArrowFunctionExpression':
      return parent.body === node && isConstant(parent);
    case 'ReturnStatement':
      return isResult(parent);
    default:
      return false;
  }
}

/** Whether another file may import what holds the text. */
export function isExported(node: Node, module: Module): boolean {
  for (let current: Node | undefined = node; current; current = current.parent) {
    // A variable of a function is nobody else's, whoever imports the function.
    if (current.type === 'VariableDeclarator' && ancestor(current, isFunction)) return false;
    if (isExport(current, module)) return true;
  }
  return false;
}

function isExport(node: Node, module: Module): boolean {
  switch (node.type) {
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return true;
    case 'AssignmentExpression':
      return isExports(node.left);
    case 'VariableDeclarator':
    case 'ClassDeclaration':
    case 'FunctionDeclaration':
    case 'TSEnumDeclaration':
      return node.id?.type === 'Identifier' && isNamedInExport(node.id, module);
    default:
      return false;
  }
}

/** `{ init: '/customer/kyc/init', of: (id) => `/customer/${id}` }`, and no other kind of record. */
function isOfPaths(property: TSESTree.ObjectLiteralElement): boolean {
  if (property.type === 'SpreadElement') return true;
  const value = property.value.type === 'TSAsExpression' ? property.value.expression : property.value;
  if (isFunction(value)) return true;
  if (value.type === 'ObjectExpression') return value.properties.every(isOfPaths);
  if (value.type === 'TemplateLiteral') return PATH.test(value.quasis[0]?.value.raw || '${');
  if (value.type === 'Literal') return typeof value.value === 'string' && PATH.test(value.value);
  return (
    value.type === 'BinaryExpression' || value.type === 'Identifier' || value.type === 'MemberExpression'
  );
}

/** The one thing that a builder of paths does. */
function isResult({ parent }: TSESTree.ReturnStatement): boolean {
  if (parent.type !== 'BlockStatement' || parent.body.length > 1 || !isFunction(parent.parent)) return false;
  const builder = parent.parent;
  return (
    builder.type === 'FunctionDeclaration' ||
    builder.parent.type === 'MethodDefinition' ||
    isConstant(builder)
  );
}

/** `module.exports`, `exports.INIT` */
function isExports(node: Node): boolean {
  let root: Node = node;
  while (root.type === 'MemberExpression') {
    if (root.object.type === 'Identifier' && root.object.name === 'module') return true;
    root = root.object;
  }
  return root.type === 'Identifier' && root.name === 'exports';
}

/** `export { PATHS }`, `export default PATHS`, `module.exports = { PATHS }` */
function isNamedInExport(name: TSESTree.Identifier, module: Module): boolean {
  const variable = findVariable(name.name, name, module);
  return (variable?.references ?? []).some(({ identifier }) => {
    for (let current: Node | undefined = identifier; current; current = current.parent) {
      if (isFunction(current)) return false;
      if (/^Export(?:Specifier|DefaultDeclaration)$/.test(current.type)) return true;
      if (current.type === 'AssignmentExpression' && isExports(current.left)) return true;
    }
    return false;
  });
}
