import type { TSESTree } from '@typescript-eslint/types';

import { isOfText } from './chains.js';
import { starredPackages } from './exports.js';
import { at, type Module, type Term } from './module.js';
import { requiredModule } from './links.js';
import { remembering } from './remember.js';
import { type Budget, newBudget } from './budget.js';
import { deref, memberName } from './resolve.js';
import { sameOfAll, valuesSet } from './same-entity.js';
import { bindingOf, findVariable, patternPath } from './scope.js';
import type { Variable } from './scopes/types.js';
import { declarationOf, declaredType, isTypeOfFetch } from './types.js';
import { ancestor, isFunction } from './walk.js';

/**
 * What an expression denotes, as far as HTTP clients care: something of a module, something global, or what calling
 * (or constructing) one of these gives. `path` is the way of member names from there. `default` is left out, so that
 * every style of import gives the same path.
 */
export type Entity =
  | { readonly kind: 'module'; readonly source: string; readonly path: readonly string[] }
  | { readonly kind: 'global'; readonly path: readonly string[] }
  /** What is declared to be of an imported type: `http: HttpClient`. */
  | { readonly kind: 'typed'; readonly of: Entity; readonly path: readonly string[] }
  | {
      readonly kind: 'result';
      readonly of: Entity;
      readonly call: Term<TSESTree.CallExpression | TSESTree.NewExpression>;
      readonly path: readonly string[];
    };

/** Names under which a script sees the global object. */
export const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(['globalThis', 'window', 'self', 'global']);

/** Before the name of a package, in Deno and in browsers. */
const CDN =
  /^(?:npm:\/?|https:\/\/(?:esm\.sh|esm\.run|unpkg\.com|cdn\.skypack\.dev|(?:cdn|esm)\.jsdelivr\.net\/npm)\/)/;

/** What `term` denotes; undefined for parameters, own functions, literals and all else. */
export function entityOf(term: Term, budget?: Budget): Entity | undefined {
  return denoted(term, budget);
}

const denoted = remembering((term, budget): Entity | undefined => {
  if (budget.steps-- <= 0) return undefined;
  const value = deref(term, budget);
  const { node } = value;
  switch (node.type) {
    case 'Identifier':
      return nameEntity(at(value, node), budget);
    case 'MemberExpression': {
      if (isOfText(node)) return undefined;
      const name = memberName(at(value, node), budget);
      const object = name === undefined ? undefined : entityOf(at(value, node.object), budget);
      return object && name !== undefined ? below(object, [name]) : typedEntity(value, budget);
    }
    case 'ImportExpression':
      return node.source.type === 'Literal' ? moduleEntity(String(node.source.value), []) : undefined;
    case 'CallExpression': {
      if (isOfText(node.callee)) return undefined;
      const source = requiredModule(at(value, node));
      if (source !== undefined) return moduleEntity(source, []);
      const callee = entityOf(at(value, node.callee), budget);
      // `fetch.bind(window)`
      if (callee?.path.at(-1) === 'bind' && node.arguments.length < 2)
        return { ...callee, path: callee.path.slice(0, -1) };
      const [only] = node.arguments;
      // `util.promisify(request.post)`
      if (callee?.kind === 'module' && callee.path.at(-1) === 'promisify' && only)
        return entityOf(at(value, only), budget);
      return callee
        ? { kind: 'result', of: callee, call: at(value, node), path: [] }
        : typedEntity(value, budget);
    }
    case 'ExportSpecifier':
    case 'ExportAllDeclaration':
      return reexported(node);
    case 'FunctionExpression':
      return typedEntity(value, budget);
    case 'ArrowFunctionExpression':
      return importedLater(at(value, node));
    case 'PropertyDefinition':
    case 'TSParameterProperty':
      return typedEntity(value, budget);
    case 'ConditionalExpression':
      return sameOfAll([node.consequent, node.alternate].map((way) => entityOf(at(value, way), budget)));
    case 'LogicalExpression':
      // `options.client ?? client`: what is written says more than what is given.
      return node.operator === '&&'
        ? undefined
        : (entityOf(at(value, node.right), budget) ?? entityOf(at(value, node.left), budget));
    case 'NewExpression': {
      const callee = entityOf(at(value, node.callee), budget);
      return callee && { kind: 'result', of: callee, call: at(value, node), path: [] };
    }
    default:
      return undefined;
  }
});

function nameEntity(term: Term<TSESTree.Identifier>, budget: Budget): Entity | undefined {
  const { name } = term.node;
  const variable = findVariable(name, term.node, term.module);
  if (!variable) return { kind: 'global', path: GLOBAL_OBJECTS.has(name) ? [] : [name] };
  const binding = bindingOf(variable);
  switch (binding.kind) {
    case 'import': {
      const path = binding.imported === '*' ? [] : [binding.imported];
      return moduleEntity(packageBehind(term.module, binding) ?? binding.source, path);
    }
    case 'value': {
      // `const { post } = axios`: deref stops here because axios is no object in reach.
      const object = binding.path.length > 0 ? entityOf(at(term, binding.node), budget) : undefined;
      return object && below(object, binding.path);
    }
    case 'unknown':
      return typedEntity(term, budget) ?? assignedEntity(term, variable, budget);
    default:
      return givenByJquery(variable) ? { kind: 'global', path: ['$'] } : typedEntity(term, budget);
  }
}

/** `let client; if (ssl) client = https; else client = http;` */
function assignedEntity(term: Term, variable: Variable, budget: Budget): Entity | undefined {
  const values = valuesSet(variable);
  return sameOfAll(values.map((value) => value && entityOf(at(term, value), budget)));
}

/** The package that a module of the project hands on whole: `export * from 'axios'`. */
function packageBehind(
  { link }: Module,
  { source, imported }: { source: string; imported: string },
): string | undefined {
  const module = link?.(source);
  const packages = module ? starredPackages(module, imported) : [];
  return packages.length === 1 ? packages[0] : undefined;
}

/** `jQuery(function ($) { … })` and `$(document).ready(function ($) { … })` */
function givenByJquery({ defs: [definition] }: Variable): boolean {
  if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return false;
  const { node } = definition;
  const { parent } = node;
  if (parent.type !== 'CallExpression' || node.params[0] !== definition.name) return false;
  const { callee } = parent;
  const isReady =
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'ready';
  const root = isReady && callee.object.type === 'CallExpression' ? callee.object.callee : callee;
  return root.type === 'Identifier' && (root.name === 'jQuery' || root.name === '$');
}

/** `export { default as axios } from 'axios'` */
function reexported(node: TSESTree.ExportSpecifier | TSESTree.ExportAllDeclaration): Entity | undefined {
  if (node.type === 'ExportAllDeclaration') return moduleEntity(node.source.value, []);
  const { parent, local } = node;
  if (parent.type !== 'ExportNamedDeclaration' || !parent.source) return undefined;
  return moduleEntity(parent.source.value, [local.type === 'Identifier' ? local.name : local.value]);
}

/** What the declared types alone say that a member expression denotes. */
export function declaredEntity(term: Term): Entity | undefined {
  const { node } = term;
  const name = node.type === 'MemberExpression' ? memberName(at(term, node)) : undefined;
  const object =
    node.type === 'MemberExpression' ? typedEntity(at(term, node.object), newBudget()) : undefined;
  return object && name !== undefined ? below(object, [name]) : undefined;
}

/** `http: HttpClient`, where the type is a package's. */
function typedEntity(term: Term, budget: Budget): Entity | undefined {
  const type = declaredType(term, deref, budget);
  if (type && isTypeOfFetch(type)) return { kind: 'global', path: ['fetch'] };
  const declared = type && declarationOf(type);
  const of = declared?.kind === 'name' ? typeEntity(declared.term, budget) : undefined;
  return of && { kind: 'typed', of, path: [] };
}

function typeEntity(name: Term<TSESTree.EntityName>, budget: Budget): Entity | undefined {
  const { node } = name;
  if (node.type === 'TSQualifiedName') {
    const outer = typeEntity(at(name, node.left), budget);
    return outer && below(outer, [node.right.name]);
  }
  const entity = node.type === 'Identifier' ? nameEntity(at(name, node), budget) : undefined;
  return entity?.kind === 'module' ? entity : undefined;
}

/** `(...args) => import('node-fetch').then(({ default: fetch }) => fetch(...args))`, from node-fetch's README. */
function importedLater(term: Term<TSESTree.ArrowFunctionExpression>): Entity | undefined {
  const { body } = term.node;
  if (body.type !== 'CallExpression' || body.callee.type !== 'MemberExpression') return undefined;
  const { object, property } = body.callee;
  const [then] = body.arguments;
  if (object.type !== 'ImportExpression' || property.type !== 'Identifier' || property.name !== 'then')
    return undefined;
  if (then?.type !== 'ArrowFunctionExpression' || then.body.type !== 'CallExpression') return undefined;
  const [pattern] = then.params;
  const { callee, arguments: args } = then.body;
  const passesOn = args.length === 1 && args[0]?.type === 'SpreadElement';
  if (!pattern || !passesOn || callee.type !== 'Identifier') return undefined;
  const variable = findVariable(callee.name, callee, term.module);
  const [name] = variable?.identifiers ?? [];
  const path = name && ancestor(name, (node) => node === pattern) && patternPath(pattern, name);
  return path && object.source.type === 'Literal'
    ? moduleEntity(String(object.source.value), path)
    : undefined;
}

function moduleEntity(source: string, path: readonly string[]): Entity {
  return { kind: 'module', source: packageOf(source), path: withoutDefault(path) };
}

/** `axios` of `npm:axios@1`, of `https://esm.sh/axios@1.7.2` and the like */
export function packageOf(source: string): string {
  const bare = source.replace(CDN, '');
  return bare === source
    ? source.replace(/^node:/, '')
    : bare.replace(/(.)@[^/]*/, '$1').replace(/\?.*$/s, '');
}

function below(entity: Entity, path: readonly string[]): Entity {
  // `globalThis.window.fetch`
  const names =
    entity.kind === 'global' && entity.path.length === 0
      ? path.filter((name) => !GLOBAL_OBJECTS.has(name))
      : path;
  return { ...entity, path: [...entity.path, ...withoutDefault(names)] };
}

function withoutDefault(path: readonly string[]): readonly string[] {
  return path.includes('default') ? path.filter((name) => name !== 'default') : path;
}
