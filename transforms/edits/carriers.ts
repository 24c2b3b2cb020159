import type { Node, Range } from '../../src/syntax/module.js';
import { endOf, startOf } from '../../src/syntax/ranges.js';
import { calleeName, keyName } from '../../src/syntax/scope.js';
import { isFunction } from '../../src/syntax/walk.js';

/** Declarations and statements that a value may be written in. */
const HOLDERS =
  /^(?:Export\w*Declaration|VariableDeclaration|FunctionDeclaration|ClassDeclaration|TSEnumDeclaration|TSModuleDeclaration|PropertyDefinition|MethodDefinition|\w*Statement)$/;
/** Expressions whose value is made of the value inside of them, and of nothing that is done with it. */
const MADE_OF: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'AssignmentExpression',
  'AssignmentPattern',
  'AwaitExpression',
  'BinaryExpression',
  'ChainExpression',
  'ClassBody',
  'ConditionalExpression',
  'Identifier',
  'ImportExpression',
  'Literal',
  'LogicalExpression',
  'MemberExpression',
  'ObjectExpression',
  'ObjectPattern',
  'Property',
  'SpreadElement',
  'TSAsExpression',
  'TSEnumBody',
  'TSEnumMember',
  'TSModuleBlock',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TaggedTemplateExpression',
  'TemplateElement',
  'TemplateLiteral',
  'VariableDeclarator',
]);
/** Methods that make a text of texts, and `Object.freeze`. */
const BUILDERS = /^(?:join|concat|replace|replaceAll|toString|freeze|trim)$/;

/**
 * The declaration through which a value is reached, when all that is done with the value there is to keep it, or to make
 * another value of it.
 *
 * @param way the nodes around the value, from the outermost
 * @param leaf the value's range
 * @param isKnown a call's URL is made of it, through whatever function it is given to
 */
export function carrierOf(way: readonly Node[], leaf: Range, isKnown: boolean): Node | undefined {
  for (let index = way.length - 1; index >= 0; index--) {
    const node = way[index];
    if (!node) return undefined;
    const { type } = node;
    // `return path;`: the function's value.
    if (type === 'ReturnStatement') {
      const fn = way.slice(0, index).findLastIndex((item) => isFunction(item));
      if (fn === -1) return undefined;
      index = way[fn]?.type === 'FunctionDeclaration' ? fn + 1 : fn;
      continue;
    }
    if (HOLDERS.test(type)) {
      const outer = way[index - 1];
      return outer?.type.startsWith('Export') ? outer : node;
    }
    if (isFunction(node) && node.body.type === 'BlockStatement') return undefined;
    if (!isFunction(node) && !MADE_OF.has(type) && !isMadeBy(node, leaf, isKnown)) return undefined;
  }
  return undefined;
}

/** `PATHS.status(id)`, `[a, b].join('/')`, `require('./paths')`, and for a known value `url(PATHS.status)`. */
function isMadeBy(node: Node, leaf: Range, isKnown: boolean): boolean {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
  const isItself = startOf(node) === leaf[0] && endOf(node) === leaf[1];
  if (isItself || isKnown) return true;
  if (node.type !== 'CallExpression') return false;
  const { callee } = node;
  const isCalled = startOf(callee) <= leaf[0] && leaf[1] <= endOf(callee);
  const name = calleeName(node) ?? '';
  if (isCalled && callee.type === 'MemberExpression') {
    // `PATHS.status(id)`, and no `lines.push(PATH)`
    return keyName({ key: callee.property, computed: callee.computed }) !== undefined;
  }
  return isCalled || BUILDERS.test(name);
}
