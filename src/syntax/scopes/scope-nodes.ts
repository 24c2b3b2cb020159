import type { TSESTree } from '@typescript-eslint/types';
import { endOf, startOf } from '../ranges.js';

type Node = TSESTree.Node;

const FUNCTIONS = new Set<string>([
  'ArrowFunctionExpression',
  'FunctionDeclaration',
  'FunctionExpression',
  'TSDeclareFunction',
  'TSEmptyBodyFunctionExpression',
]);
const FUNCTION_TYPES = new Set<string>([
  'TSCallSignatureDeclaration',
  'TSConstructSignatureDeclaration',
  'TSConstructorType',
  'TSFunctionType',
  'TSMethodSignature',
]);
/** Nodes that `var` belongs to. */
const HOMES = new Set<string>([...FUNCTIONS, 'Program', 'StaticBlock', 'TSModuleDeclaration']);
/** Nodes that may have a scope; most nodes are none of them. */
const SCOPED = new Set<string>([
  ...HOMES,
  ...FUNCTION_TYPES,
  'BlockStatement',
  'CatchClause',
  'ClassDeclaration',
  'ClassExpression',
  'ForInStatement',
  'ForOfStatement',
  'ForStatement',
  'SwitchStatement',
  'TSConditionalType',
  'TSEnumDeclaration',
  'TSInterfaceDeclaration',
  'TSMappedType',
  'TSTypeAliasDeclaration',
]);

/** The node around `node` whose scope holds there, not itself. */
export function scopeNodeAround(node: Node): Node | undefined {
  let child = node;
  let isDecorator = false;
  let levels = 0;
  for (let { parent } = node; parent; { parent } = child) {
    if (++levels > MANY_LEVELS && isMilestone(child) && !isDecorator) return aroundMilestone(child);
    // `@inject(name)` of a parameter stands outside of the function.
    if (child.type === 'Decorator') isDecorator = !parent.type.startsWith('Class');
    if (SCOPED.has(parent.type) && hasScope(parent) && isInside(child, parent)) {
      if (!isDecorator || !FUNCTIONS.has(parent.type)) return parent;
      isDecorator = false;
    }
    child = parent;
  }
  return undefined;
}

/** Of what is nested deeper, one in so many nodes is a milestone: each of its names would climb all the way. */
const MANY_LEVELS = 64;
const BETWEEN = 32;
const milestones = new WeakMap<Node, { readonly around: Node | undefined }>();

function isMilestone(node: Node): boolean {
  return (startOf(node) + endOf(node)) % BETWEEN === 0;
}

function aroundMilestone(node: Node): Node | undefined {
  const before = milestones.get(node) ?? { around: scopeNodeAround(node) };
  milestones.set(node, before);
  return before.around;
}

/** The node that a `var` at `node` belongs to. */
export function homeNodeAround(node: Node): Node | undefined {
  for (let { parent } = node; parent; { parent } = parent) if (HOMES.has(parent.type)) return parent;
  return undefined;
}

/** The node that `infer` at `node` declares its type for: the condition around the types that it stands in. */
export function inferNodeAround(node: Node): Node | undefined {
  const nearest = scopeNodeAround(node);
  let outer = nearest;
  while (outer && (FUNCTION_TYPES.has(outer.type) || outer.type === 'TSMappedType'))
    outer = scopeNodeAround(outer);
  return outer?.type === 'TSConditionalType' ? outer : nearest;
}

export function hasScope(node: Node): boolean {
  switch (node.type) {
    case 'BlockStatement':
      // The body of a function is in the scope of its parameters.
      return !node.parent || !FUNCTIONS.has(node.parent.type);
    case 'ForStatement':
      return node.init?.type === 'VariableDeclaration' && node.init.kind !== 'var';
    case 'ForInStatement':
    case 'ForOfStatement':
      return node.left.type === 'VariableDeclaration' && node.left.kind !== 'var';
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      // Not there in trees of JavaScript's parsers.
      return Boolean(node.typeParameters);
    default:
      return SCOPED.has(node.type);
  }
}

/** Whether the scope of `parent` holds in its child. */
function isInside(child: Node, parent: Node): boolean {
  switch (parent.type) {
    case 'SwitchStatement':
      return parent.discriminant !== child;
    case 'TSConditionalType':
      return parent.falseType !== child;
    case 'TSMethodSignature':
      return parent.key !== child;
    case 'TSModuleDeclaration':
    case 'TSEnumDeclaration':
      return parent.id !== child;
    case 'ClassDeclaration':
    case 'ClassExpression':
      return child.type !== 'Decorator';
    default:
      return true;
  }
}
