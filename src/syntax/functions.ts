import type { TSESTree } from '@typescript-eslint/types';

import { at, type Bindings, type Bound, type Node, type Term } from './module.js';
import { placedLike } from './ranges.js';
import { findVariable, patternPath, restOf } from './scope.js';
import type { Scopes, Variable } from './scopes/types.js';
import { type FunctionNode, isFunction, walk } from './walk.js';

/** A function may be called in every line of a file, and each call asks. */
const known = new WeakMap<FunctionNode, { readonly result: TSESTree.Expression | undefined }>();

/** The expression that a function answers, when there is exactly one. */
export function singleResult(
  fn: FunctionNode,
  visitorKeys: Term['module']['visitorKeys'],
): TSESTree.Expression | undefined {
  if (fn.body.type !== 'BlockStatement') return fn.body;
  const before = known.get(fn);
  if (before) return before.result;
  const result = resultOf(fn.body, visitorKeys);
  known.set(fn, { result });
  return result;
}

/** Every expression that a function may answer. */
export function resultsOf(fn: FunctionNode, visitorKeys: Term['module']['visitorKeys']): Node[] {
  if (fn.body.type !== 'BlockStatement') return [fn.body];
  const results: Node[] = [];
  walk(fn.body, visitorKeys, (node) => {
    if (node.type === 'ReturnStatement' && node.argument) results.push(node.argument);
    return !isFunction(node);
  });
  return results;
}

function resultOf(
  body: TSESTree.BlockStatement,
  visitorKeys: Term['module']['visitorKeys'],
): TSESTree.Expression | undefined {
  const results: TSESTree.ReturnStatement[] = [];
  walk(body, visitorKeys, (node) => {
    if (node.type === 'ReturnStatement') results.push(node);
    return !isFunction(node);
  });
  const [first, ...others] = results.map(({ argument }) => argument ?? undefined);
  // `if (cached) return cached; cached = …; return cached;`
  const isSame = others.every(
    (other) => other?.type === 'Identifier' && first?.type === 'Identifier' && other.name === first.name,
  );
  return isSame ? first : undefined;
}

/** What runs a function with arguments. */
export type Call = Term<TSESTree.CallExpression | TSESTree.NewExpression>;

/** The arguments of a call, up to the first whose position is not known. */
export interface Arguments {
  readonly items: readonly Term[];
  /** There are no others. */
  readonly isWhole: boolean;
}

/** Arguments of calls that nobody wrote as such. */
const handedOn = new WeakMap<Node, Arguments>();

/** The call of `callee` with `args` that the call `site` stands for: `f(a)` for `f.call(this, a)`. */
export function callWith(
  callee: Term<TSESTree.Expression>,
  args: Arguments,
  site: TSESTree.CallExpression,
): Term<TSESTree.CallExpression> {
  const call = { ...site, callee: callee.node, arguments: [] };
  handedOn.set(call, args);
  return at(callee, call);
}

/** `f(a, ...args)`, where `args` is a rest parameter: what that was given stands in its place. */
export function argumentsOf(call: Call): Arguments {
  const given = handedOn.get(call.node);
  if (given) return given;
  const items: Term[] = [];
  for (const node of call.node.arguments) {
    if (node.type !== 'SpreadElement') {
      items.push(at(call, node));
      continue;
    }
    const more = spreadArguments(at(call, node.argument));
    items.push(...more.items);
    if (!more.isWhole) return { items, isWhole: false };
  }
  return { items, isWhole: true };
}

/** What a rest parameter was given; undefined for everything else. */
export function restArguments({ node, module, bindings }: Term): Arguments | undefined {
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, module) : undefined;
  const bound = variable && bindings.get(variable);
  const { term, rest } = bound ?? {};
  if (!term || rest === undefined || !isCall(term)) return undefined;
  const { items, isWhole } = argumentsOf(term);
  return { items: items.slice(rest), isWhole };
}

function spreadArguments(term: Term): Arguments {
  const { node } = term;
  if (node.type === 'ArrayExpression' && node.elements.every((item) => item && item.type !== 'SpreadElement'))
    return { items: node.elements.flatMap((item) => (item ? [at(term, item)] : [])), isWhole: true };
  return restArguments(term) ?? { items: [], isWhole: false };
}

function isCall(term: Term): term is Call {
  return term.node.type === 'CallExpression' || term.node.type === 'NewExpression';
}

/** Of more parameters that a call leaves out, and of more names in one pattern, it is not known what they stand for. */
const MOST_LEFT_OUT = 250;
const MOST_NAMES = 250;

/** What the parameters of `fn` stand for in one call of it. */
export function bindParameters(fn: FunctionNode, call: Call, callee: Term): Bindings {
  const bindings = new Map<Variable, Bound>();
  if (fn.params.length === 0) return bindings;
  const named = variablesOf(fn, callee);
  const { items, isWhole } = argumentsOf(call);
  // TypeScript's `this` is no parameter at run time.
  const params = fn.params.filter((item) => item.type !== 'Identifier' || item.name !== 'this');
  for (const [index, parameter] of params.entries()) {
    const rest = parameter.type === 'RestElement';
    // `f(...args)`: the positions are not known; what is passed on as a whole has none.
    if (!isWhole && items.length < (rest ? index : index + 1)) break;
    const value = rest ? call : (items[index] ?? defaultFor(parameter, callee) ?? leftOut(call, callee));
    // What a call leaves out costs nothing to write.
    if (index > items.length + MOST_LEFT_OUT) break;
    for (const { variable, name } of (named.get(parameter) ?? []).slice(0, MOST_NAMES)) {
      const path = patternPath(parameter, name);
      if (rest && parameter.argument === name) bindings.set(variable, { term: value, path: [], rest: index });
      else if (path) bindings.set(variable, { term: value, path });
      else {
        const part = restOf(parameter, name);
        if (part) bindings.set(variable, { term: value, ...part });
      }
    }
  }
  return bindings;
}

/** `undefined`, for a parameter that a call gives nothing. */
function leftOut({ node }: Call, callee: Term): Term {
  // Nobody wrote it.
  const identifier = { type: 'Identifier', name: 'undefined', ...placedLike(node), parent: node };
  return at(callee, identifier as unknown as TSESTree.Identifier);
}

/** `(method = 'GET') => …` */
function defaultFor(parameter: TSESTree.Parameter, callee: Term): Term | undefined {
  return parameter.type === 'AssignmentPattern' ? at(callee, parameter.right) : undefined;
}

interface Named {
  readonly variable: Variable;
  readonly name: TSESTree.Identifier;
}

/** A function may have many parameters, and be called in every line of a file. */
const variablesKnown = new WeakMap<Scopes, WeakMap<FunctionNode, ReadonlyMap<Node, readonly Named[]>>>();

/** The variables that each parameter declares. */
function variablesOf(fn: FunctionNode, { module: { scopes } }: Term): ReadonlyMap<Node, readonly Named[]> {
  const inFile = variablesKnown.get(scopes) ?? new WeakMap<FunctionNode, ReadonlyMap<Node, Named[]>>();
  variablesKnown.set(scopes, inFile);
  const before = inFile.get(fn);
  if (before) return before;
  const params = new Set<Node>(fn.params);
  const found = new Map<Node, Named[]>();
  for (const variable of scopes.getDeclaredVariables(fn)) {
    const [name] = variable.identifiers;
    let parameter: Node | undefined = name;
    while (parameter && parameter !== fn && !params.has(parameter)) parameter = parameter.parent;
    if (!name || !parameter || parameter === fn) continue;
    const same = found.get(parameter);
    if (same) same.push({ variable, name });
    else found.set(parameter, [{ variable, name }]);
  }
  inFile.set(fn, found);
  return found;
}
