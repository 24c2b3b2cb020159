import type { TSESTree } from '@typescript-eslint/types';

import { isClass } from '../syntax/class-nodes.js';
import type { Call } from '../syntax/functions.js';
import { at, type ClassNode, type Module, type Node, type Term, termOf } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { isFunction, walk } from '../syntax/walk.js';

/** What tests give is not what the program gives. */
const TEST =
  /(?:^|\/)(?:__\w+__|tests?|specs?|mocks?|e2e|cypress|fixtures)\/|[.-](?:test|spec|mock|stories|e2e)\.\w+$/i;

export function isTestFile(file: string): boolean {
  return TEST.test(file);
}

/** Every call of a function, or construction of a class, in its module and in those that import it. */
export function* callsOf({ node, module }: Term): Iterable<Call> {
  for (const place of [module, ...(module.importers?.() ?? [])])
    if (!isTestFile(place.file)) yield* callsIn(place).get(node) ?? [];
}

const known = new WeakMap<Module, ReadonlyMap<Node, readonly Call[]>>();

/** The calls in a module, by the function or class that they run. */
function callsIn(module: Module): ReadonlyMap<Node, readonly Call[]> {
  const before = known.get(module);
  if (before) return before;
  const found = new Map<Node, Call[]>();
  known.set(module, found);
  walk(module.ast, module.visitorKeys, (node) => {
    if ((node.type !== 'CallExpression' && node.type !== 'NewExpression') || node.arguments.length === 0)
      return;
    const call = termOf(node, module);
    for (const target of targetsOf(call)) {
      const same = found.get(target);
      if (same) same.push(call);
      else found.set(target, [call]);
    }
  });
  return found;
}

/** The function that a call runs, or the class whose constructor it runs and those that it inherits it from. */
function targetsOf(call: Call): Node[] {
  const { callee } = call.node;
  if (callee.type === 'Super') {
    const cls = classesAround(call.node);
    return cls?.superClass ? constructed(deref(at(call, cls.superClass))) : [];
  }
  const value = deref(at(call, callee));
  if (call.node.type === 'NewExpression') return constructed(value);
  return isFunction(value.node) ? [value.node] : [];
}

function constructed(value: Term): Node[] {
  const classes: Node[] = [];
  let current: Term | undefined = value;
  while (current && !classes.includes(current.node)) {
    const { node } = current;
    classes.push(node);
    // A constructor of its own gives what it likes to the one above it.
    if (!isClass(node) || !node.superClass || node.body.body.some(isConstructorMember)) break;
    current = deref(at(current, node.superClass));
  }
  return classes.filter((node) => isClass(node) || isFunction(node));
}

function classesAround(node: Node): ClassNode | undefined {
  for (let { parent } = node; parent; parent = parent.parent) if (isClass(parent)) return parent;
  return undefined;
}

function isConstructorMember(item: TSESTree.ClassElement): boolean {
  return item.type === 'MethodDefinition' && item.kind === 'constructor';
}
