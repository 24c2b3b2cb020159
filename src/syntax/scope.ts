import type { TSESTree } from '@typescript-eslint/types';

import type { Module, Node } from './module.js';
import type { Reference, Scopes, Variable } from './scopes/types.js';

/** What a name stands for, as far as this file tells. */
export type Binding =
  | { readonly kind: 'import'; readonly source: string; readonly imported: string }
  /** The name is `path` below `node`'s value: `const { a: { b } } = node`. */
  | { readonly kind: 'value'; readonly node: Node; readonly path: readonly string[] }
  | { readonly kind: 'parameter' }
  | { readonly kind: 'global' }
  | { readonly kind: 'unknown'; readonly why: string };

/** The variable that `name` means at `node`, or undefined for a global. */
export function findVariable(name: string, node: Node, module: Module): Variable | undefined {
  // Whoever asks what a name means asks again and again.
  if (node.type !== 'Identifier' || node.name !== name) return lookUp(name, node, module);
  const meant = meantIn(module.scopes);
  const before = meant.get(node);
  if (before || meant.has(node)) return before;
  const variable = lookUp(name, node, module);
  meant.set(node, variable);
  return variable;
}

type Meant = Map<Node, Variable | undefined>;

const variables = new WeakMap<Scopes, Meant>();
/** Most questions are about the file that the last one was about. */
let last: { readonly scopes: Scopes; readonly meant: Meant } | undefined;

function meantIn(scopes: Scopes): Meant {
  if (last?.scopes === scopes) return last.meant;
  const meant = variables.get(scopes) ?? new Map<Node, Variable | undefined>();
  variables.set(scopes, meant);
  last = { scopes, meant };
  return meant;
}

function lookUp(name: string, node: Node, module: Module): Variable | undefined {
  for (let scope = module.scopes.scopeAt(node); scope; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable && holdsValue(variable)) return variable;
  }
  return undefined;
}

/** A function may have thousands of overloads. */
const holding = new WeakMap<Variable, boolean>();
const FEW = 8;

function holdsValue(variable: Variable): boolean {
  if (variable.defs.length <= FEW) return variable.defs.some(isValue);
  const holds = holding.get(variable) ?? variable.defs.some(isValue);
  holding.set(variable, holds);
  return holds;
}

/** What the variable holds; a variable that is assigned twice is unknown. */
export function bindingOf(variable: Variable): Binding {
  const before = bindings.get(variable);
  if (before) return before;
  const binding = readBinding(variable);
  bindings.set(variable, binding);
  return binding;
}

const bindings = new WeakMap<Variable, Binding>();

function readBinding(variable: Variable): Binding {
  const [definition, second] = variable.defs.filter(isValue);
  if (!definition) return { kind: 'global' };
  if (second) return { kind: 'unknown', why: `\`${variable.name}\` is declared more than once` };
  const { node, parent, type } = definition;
  switch (type) {
    case 'ImportBinding':
      return importBinding(node, parent);
    case 'Parameter':
      return assignmentsOf(variable).length > 0
        ? { kind: 'unknown', why: `\`${variable.name}\` is assigned` }
        : { kind: 'parameter' };
    case 'FunctionName':
    case 'ClassName':
    case 'TSEnumName':
      return assignmentsOf(variable).length > 0
        ? { kind: 'unknown', why: `\`${variable.name}\` is assigned` }
        : { kind: 'value', node, path: [] };
    case 'TSModuleName':
      return { kind: 'value', node, path: [] };
    case 'TSEnumMemberName':
      return node.initializer
        ? { kind: 'value', node: node.initializer, path: [] }
        : { kind: 'unknown', why: `\`${variable.name}\` is a number` };
    case 'Variable':
      return variableBinding(variable, node);
    default:
      return { kind: 'unknown', why: `\`${variable.name}\` is no constant` };
  }
}

/** The path of names that leads to `name` in a destructuring pattern; undefined where it is no plain path. */
export function patternPath(pattern: Node, name: Node): string[] | undefined {
  const path: string[] = [];
  for (let node: Node = name; node !== pattern;) {
    const parent: Node | undefined = node.parent;
    if (!parent) return undefined;
    if (parent.type === 'RestElement') return undefined;
    if (parent.type === 'Property') {
      const key = keyName(parent);
      if (key === undefined) return undefined;
      path.unshift(key);
    }
    if (parent.type === 'ArrayPattern')
      path.unshift(String(parent.elements.findIndex((item) => item === node)));
    node = parent;
  }
  return path;
}

/** The object that `...name` of an object pattern is the rest of, as a path, and the members that it lacks. */
export function restOf(pattern: Node, name: Node): { path: string[]; omit: string[] } | undefined {
  const { parent } = name;
  const object = parent?.type === 'RestElement' ? parent.parent : undefined;
  const path = object?.type === 'ObjectPattern' ? patternPath(pattern, object) : undefined;
  if (!path || object?.type !== 'ObjectPattern') return undefined;
  const keys = object.properties.map((item) => (item.type === 'Property' ? keyName(item) : ''));
  // `{ [key]: value, ...rest }`
  return keys.includes(undefined) ? undefined : { path, omit: keys.filter((key) => key !== undefined) };
}

/** The name of a property or member that is written out: `a`, `'a'`, `['a']`. */
export function keyName(node: { readonly key: Node; readonly computed: boolean }): string | undefined {
  if (!node.computed && node.key.type === 'Identifier') return node.key.name;
  if (node.key.type === 'PrivateIdentifier') return `#${node.key.name}`;
  if (node.key.type === 'Literal') return String(node.key.value);
  return undefined;
}

/** The last name of what a call calls: `b` of `b()` and of `a.b()`. */
export function calleeName({ callee }: TSESTree.CallExpression): string | undefined {
  if (callee.type === 'MemberExpression') return keyName({ key: callee.property, computed: callee.computed });
  return callee.type === 'Identifier' ? callee.name : undefined;
}

function importBinding(node: TSESTree.Node, parent: TSESTree.Node | null | undefined): Binding {
  if (node.type === 'TSImportEqualsDeclaration') {
    const { moduleReference } = node;
    if (moduleReference.type !== 'TSExternalModuleReference')
      return { kind: 'unknown', why: 'it is a namespace alias' };
    const { expression } = moduleReference;
    return expression.type === 'Literal'
      ? { kind: 'import', source: String(expression.value), imported: '*' }
      : { kind: 'unknown', why: 'its module is not a literal' };
  }
  if (parent?.type !== 'ImportDeclaration') return { kind: 'unknown', why: 'it is no import' };
  const source = parent.source.value;
  if (node.type === 'ImportNamespaceSpecifier') return { kind: 'import', source, imported: '*' };
  if (node.type === 'ImportSpecifier') {
    const { imported } = node;
    return {
      kind: 'import',
      source,
      imported: imported.type === 'Identifier' ? imported.name : imported.value,
    };
  }
  return { kind: 'import', source, imported: 'default' };
}

function variableBinding(variable: Variable, declarator: TSESTree.VariableDeclarator): Binding {
  const why = `\`${variable.name}\` is assigned more than once`;
  // The defaults of a pattern are written with the declaration: `const { a = 1 } = b`.
  const [write, second] = assignmentsOf(variable);
  if (second) return { kind: 'unknown', why };
  const name = variable.identifiers[0];
  if (declarator.init && name && !(write && isNothing(declarator.init))) {
    if (write) return { kind: 'unknown', why };
    const path = patternPath(declarator.id, name);
    return path
      ? { kind: 'value', node: declarator.init, path }
      : { kind: 'unknown', why: `\`${variable.name}\` is the rest of a pattern` };
  }
  return write
    ? assignedOnce(write, variable.name)
    : { kind: 'unknown', why: `\`${variable.name}\` has no value here` };
}

/** Where it is written, but for its declaration. */
function assignmentsOf(variable: Variable): readonly Reference[] {
  return (
    variable.assignments ?? variable.references.filter((reference) => reference.isWrite() && !reference.init)
  );
}

/** A type or an overload says nothing of the value that has its name. */
function isValue({ type, node }: Variable['defs'][number]): boolean {
  return type !== 'Type' && node.type !== 'TSDeclareFunction';
}

/** `let api = null`, until it is set. */
function isNothing(node: TSESTree.Expression): boolean {
  return node.type === 'Literal' ? node.value === null && node.raw === 'null' : isUndefined(node);
}

function isUndefined(node: TSESTree.Expression): boolean {
  return node.type === 'Identifier' && node.name === 'undefined';
}

/** `let url; url = '…'`, but no loop variable and no `+=`. */
function assignedOnce({ identifier }: Reference, name: string): Binding {
  const { parent } = identifier;
  return parent?.type === 'AssignmentExpression' && parent.operator === '=' && parent.left === identifier
    ? { kind: 'value', node: parent.right, path: [] }
    : { kind: 'unknown', why: `\`${name}\` changes in a loop or an expression` };
}
