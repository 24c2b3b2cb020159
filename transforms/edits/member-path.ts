import type { Node, Range } from '../../src/syntax/module.js';
import { endOf, startOf } from '../../src/syntax/ranges.js';
import { calleeName, keyName } from '../../src/syntax/scope.js';

/** Nodes between a declaration and a text that the text is a member of, or the value itself. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  'ClassBody',
  'ClassDeclaration',
  'ExportDefaultDeclaration',
  'ExportNamedDeclaration',
  'ExpressionStatement',
  'AssignmentExpression',
  'AwaitExpression',
  'Identifier',
  'Literal',
  'MemberExpression',
  'ObjectExpression',
  'Property',
  'PropertyDefinition',
  'SpreadElement',
  'TSAsExpression',
  'TSEnumBody',
  'TSEnumDeclaration',
  'TSEnumMember',
  'TSModuleBlock',
  'TSModuleDeclaration',
  'TSSatisfiesExpression',
  'VariableDeclaration',
  'VariableDeclarator',
]);

/**
 * The members that lead from a declaration to a text in it, as far as they are certain.
 *
 * @param way the nodes from the declaration to the text
 * @param rest the members that lead on from there
 * @param leaf the range of the text
 */
export function memberPath(way: readonly Node[], rest: readonly string[], leaf: Range): string[] {
  const path: string[] = [];
  let isInNamespace = false;
  for (const [index, node] of way.entries()) {
    const parent = way[index - 1];
    // What was read is the value itself: `require('./urls')`.
    if (startOf(node) === leaf[0] && endOf(node) === leaf[1]) break;
    if (isInNamespace && (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration'))
      path.push(node.id?.type === 'Identifier' ? node.id.name : '');
    isInNamespace ||= node.type === 'TSModuleBlock';
    // `Object.freeze({ … })` is the object.
    const isFrozen = node.type === 'CallExpression' && calleeName(node) === 'freeze';
    if (!isFrozen && !TRANSPARENT.has(node.type)) return path;
    if (node.type === 'Property' && parent?.type === 'ObjectExpression') {
      const key = keyName(node);
      if (key === undefined) return path;
      path.push(key);
    }
    if (node.type === 'TSEnumMember') {
      const { id } = node;
      path.push(id.type === 'Identifier' ? id.name : String(id.value));
    }
  }
  return [...path, ...rest];
}
