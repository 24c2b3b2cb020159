import type { TSESTree } from '@typescript-eslint/types';

import type { Module } from '../module.js';
import { startOf } from '../ranges.js';
import { nodesOf } from '../walk.js';
import { assignedNames } from './assigned-names.js';
import { DECLARING, declarationsOf } from './declarations.js';
import { FileReference, FileVariable } from './file-variable.js';
import { type Mention, mentionOf, type Name } from './mentions.js';
import { hasScope, scopeNodeAround } from './scope-nodes.js';
import type { Definition, Scope, Scopes, Variable } from './types.js';

type Node = TSESTree.Node;
type Tree = Pick<Module, 'ast' | 'visitorKeys'>;

const NOTHING: ReadonlyMap<string, FileVariable> = new Map();

/**
 * The scopes of a tree that has parents, as `@typescript-eslint/scope-manager` finds them. Nothing is worked out before
 * somebody asks: the declarations at the first question, the mentions of a variable with those of all of its name.
 */
export class FileScopes implements Scopes {
  private readonly scopes = new Map<Node, FileScope>();
  /** Of function expressions: only their own name is in it. */
  private readonly nameScopes = new Map<Node, FileScope>();
  private readonly resolved = new Set<string>();
  private isDeclared = false;
  private names: ReadonlyMap<string, Name[]> | undefined;
  private assigned: ReadonlySet<string> | undefined;

  constructor(private readonly tree: Tree) {}

  scopeAt(node: Node): FileScope | null {
    this.declareAll();
    return hasScope(node) ? this.scopeOf(node) : this.scopeAround(node);
  }

  getDeclaredVariables(node: Node): readonly Variable[] {
    this.declareAll();
    const variables = new Set<Variable>();
    for (const item of declaratorsOf(node))
      declarationsOf(item, (scope, definition, isName) => {
        const declared = scope && this.scopeFor(scope, isName).set.get(nameOf(definition));
        if (declared) variables.add(declared);
      });
    return [...variables];
  }

  /** The scope around that of `scope`. */
  upperOf({ block, isName }: FileScope): FileScope | null {
    return (isName ? undefined : this.nameScopes.get(block)) ?? this.scopeAround(block);
  }

  isAssigned(name: string): boolean {
    this.assigned ??= assignedNames(this.tree);
    return this.assigned.has(name);
  }

  /** Finds the mentions of all variables with this name. */
  resolve(name: string): void {
    if (this.resolved.has(name)) return;
    this.resolved.add(name);
    const places = this.namesInFile().get(name) ?? [];
    for (const node of places.sort((left, right) => startOf(left) - startOf(right))) {
      const mention = mentionOf(node);
      const variable = mention && this.variableAt(node, mention);
      for (const act of variable ? mention.acts : []) variable?.mention(new FileReference(node, act));
    }
  }

  private variableAt(node: Name, { meaning }: Mention): FileVariable | undefined {
    for (let scope = this.scopeAround(node); scope; scope = scope.upper) {
      const variable = scope.set.get(node.name);
      if (!variable) {
        if (node.name === 'arguments' && hasArguments(scope.block)) return undefined;
      } else if (variable.defs.some((item) => means(item, meaning)) && !isBehind(node, variable, scope.block))
        return variable;
    }
    return undefined;
  }

  private scopeAround(node: Node): FileScope | null {
    const block = scopeNodeAround(node);
    return block ? this.scopeOf(block) : null;
  }

  private scopeFor(block: Node, isName = false): FileScope {
    if (!isName) return this.scopeOf(block);
    const scope = this.nameScopes.get(block) ?? new FileScope(this, block, true);
    this.nameScopes.set(block, scope);
    return scope;
  }

  private scopeOf(block: Node): FileScope {
    const before = this.scopes.get(block);
    if (before) return before;
    const scope = new FileScope(this, block, false);
    this.scopes.set(block, scope);
    return scope;
  }

  private declareAll(): void {
    if (this.isDeclared) return;
    this.isDeclared = true;
    const several = new Set<FileVariable>();
    for (const type of DECLARING)
      for (const node of nodesOf(this.tree, type))
        declarationsOf(node, (block, definition, isName) => {
          const variable = block && this.scopeFor(block, isName).declare(definition);
          if (variable && variable.defs.length > 1) several.add(variable);
        });
    for (const { defs, identifiers } of several) {
      defs.sort((left, right) => startOf(left.name) - startOf(right.name));
      identifiers.sort((left, right) => startOf(left) - startOf(right));
    }
  }

  private namesInFile(): ReadonlyMap<string, Name[]> {
    if (this.names) return this.names;
    const names = new Map<string, Name[]>();
    for (const type of ['Identifier', 'JSXIdentifier'] as const)
      for (const node of nodesOf(this.tree, type)) {
        const same = names.get(node.name);
        if (same) same.push(node);
        else names.set(node.name, [node]);
      }
    return (this.names = names);
  }
}

class FileScope implements Scope {
  private variables: Map<string, FileVariable> | undefined;
  private known: FileScope | null | undefined;

  constructor(
    private readonly file: FileScopes,
    readonly block: Node,
    readonly isName: boolean,
  ) {}

  get set(): ReadonlyMap<string, FileVariable> {
    return this.variables ?? NOTHING;
  }

  get upper(): FileScope | null {
    if (this.known === undefined) this.known = this.file.upperOf(this);
    return this.known;
  }

  declare(definition: Definition): FileVariable {
    this.variables ??= new Map();
    const name = nameOf(definition);
    const before = this.variables.get(name);
    if (before) {
      before.define(definition);
      return before;
    }
    const variable = new FileVariable(name, this, this.file, definition);
    this.variables.set(name, variable);
    return variable;
  }
}

/** A statement of several declarations declares what they do. */
function declaratorsOf(node: Node): readonly Node[] {
  if (node.type === 'VariableDeclaration') return node.declarations;
  return node.type === 'ImportDeclaration' ? node.specifiers : [node];
}

function nameOf({ name }: Definition): string {
  return name.type === 'Identifier' ? name.name : name.value;
}

/** Whether a definition is one of a value, or of a type, where that is meant. */
function means({ type }: Definition, meaning: Mention['meaning']): boolean {
  switch (type) {
    case 'Type':
      return meaning !== 'value';
    case 'CatchClause':
    case 'FunctionName':
    case 'Parameter':
    case 'Variable':
      return meaning !== 'type';
    default:
      return true;
  }
}

/** A default value of a parameter does not see what the body declares. */
function isBehind(name: Name, { defs }: FileVariable, block: Node): boolean {
  if (!('params' in block) || !('body' in block) || !block.body) return false;
  const start = startOf(block.body);
  return startOf(name) < start && defs.every((own) => startOf(own.name) >= start);
}

function hasArguments({ type }: Node): boolean {
  return /Function(?:Declaration|Expression)?$/.test(type) && type !== 'ArrowFunctionExpression';
}
