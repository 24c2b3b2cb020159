import type { ClassNode, Module, Node } from '../../syntax/module.js';
import { isClass } from '../../syntax/class-nodes.js';
import { calleeName } from '../../syntax/scope.js';
import { ancestor, isFunction, nodesIn, nodesOf, walk } from '../../syntax/walk.js';
import { flowAt } from './flows.js';

type Tree = Pick<Module, 'ast' | 'visitorKeys'>;

const NAME = /^[\w$]+$/;
/** Every class has one, and it is no member. */
const CONSTRUCTOR = 'constructor';

/** A place that runs something, with the functions that it may be. */
interface Run {
  readonly callee: Node;
  /** What a function answers is called, too: `send(path)(body)`. */
  readonly isCurried: boolean;
}

/**
 * Follows values through a file by names alone: whatever has the same name may be the same.
 *
 * @param spots where the values begin
 * @returns these, and all that they may reach
 */
export function reachOf(spots: readonly Node[], tree: Tree): readonly Node[] {
  const reach = new Reach(tree, [...spots]);
  return reach.all();
}

class Reach {
  private readonly passed = new Set<Node>();
  /** Calls whose arguments were followed, and objects. */
  private readonly given = new Set<Node>();
  private readonly names = new Set<string>();
  private readonly runs: Run[] = [];
  private readonly run = new Set<string>();
  private readonly texts = new Map<string, boolean>();
  private readonly mentions: ReadonlyMap<string, readonly Node[]>;

  constructor(
    private readonly tree: Tree,
    private readonly spots: Node[],
  ) {
    this.mentions = mentionsIn(tree);
  }

  all(): readonly Node[] {
    // Both grow while they are gone through.
    for (const spot of this.spots) {
      this.climb(spot);
      for (let next = this.runs.pop(); next; next = this.runs.pop()) this.addParameters(next);
    }
    if (process.env.DBG)
      console.log(
        'spots',
        this.spots.length,
        'names',
        this.names.size,
        [...this.names].join(' ').slice(0, 3000),
      );
    return this.spots;
  }

  /** From a node to the program: what stands around a value may be made of it. */
  private climb(spot: Node): void {
    let child = spot;
    for (let { parent } = spot; parent && !this.passed.has(child); { parent } = child) {
      this.passed.add(child);
      this.follow(parent, child);
      child = parent;
    }
  }

  private follow(node: Node, child: Node): void {
    const isCalled = 'callee' in node && node.callee === child;
    // A list of thousands is handed on once.
    if (node.type.endsWith('Expression') && 'arguments' in node && !isCalled) {
      if (this.given.has(node)) return;
      this.given.add(node);
    }
    const { named, runs, inherits } = flowAt(node, child);
    for (const item of named) this.addNames(item);
    if (inherits)
      for (const type of ['ThisExpression', 'Super'] as const)
        for (const item of nodesIn(inherits, this.tree, type)) this.spots.push(item);
    if (runs && !this.isText(child))
      this.runs.push({ callee: runs, isCurried: runs.type === 'CallExpression' });
  }

  /** A text, or an object of texts: nothing that a parameter is called for. */
  private isText(node: Node): boolean {
    switch (node.type) {
      case 'Literal':
      case 'TemplateLiteral':
      case 'BinaryExpression':
        return true;
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
        return this.isText(node.expression);
      case 'ArrayExpression':
        return node.elements.every((item) => !item || this.isText(item));
      case 'ObjectExpression':
        return node.properties.every((item) => item.type === 'Property' && this.isText(item.value));
      case 'MemberExpression':
        return this.isText(node.object);
      case 'CallExpression':
        // `Object.freeze({ … })`, `path.replace(':id', id)`
        return calleeName(node) === 'freeze'
          ? node.arguments.every((item) => this.isText(item))
          : node.callee.type === 'MemberExpression' && this.isText(node.callee.object);
      case 'Identifier':
        return this.isNameOfText(node.name);
      default:
        return false;
    }
  }

  private isNameOfText(name: string): boolean {
    const before = this.texts.get(name);
    if (before !== undefined) return before;
    // What is made of itself may be anything.
    this.texts.set(name, false);
    const values = (this.mentions.get(name) ?? []).map((mention) => definedBy(mention));
    const defined = values.filter((value) => value !== undefined);
    const isText = defined.length > 0 && defined.every((value) => value !== null && this.isText(value));
    this.texts.set(name, isText);
    return isText;
  }

  private addNames(root: Node): void {
    walk(root, this.tree.visitorKeys, (node) => {
      if (node.type === 'TSTypeAnnotation') return false;
      // `a` of `{ a: b }` is a member of what is taken apart.
      if (node.type === 'Property' && node.parent.type === 'ObjectPattern' && !node.computed) {
        this.addNames(node.value);
        return false;
      }
      this.addName(nameOf(node));
      return true;
    });
  }

  private addName(name: string | undefined): void {
    if (name === undefined || name === CONSTRUCTOR || this.names.has(name)) return;
    this.names.add(name);
    for (const mention of this.mentions.get(name) ?? []) this.spots.push(mention);
  }

  /** Those of the functions that a callee is, or names, or that what it names is made of. */
  private addParameters({ callee, isCurried }: Run): void {
    walk(callee, this.tree.visitorKeys, (node) => {
      if (isFunction(node)) {
        for (const parameter of node.params) this.addNames(parameter);
        return isCurried;
      }
      const cls = isClass(node) ? node : undefined;
      for (const parameter of cls ? constructorParameters(cls) : []) this.addNames(parameter);
      const base =
        cls?.superClass ?? (node.type === 'Super' ? ancestor(node, isClass)?.superClass : undefined);
      if (base) this.runs.push({ callee: base, isCurried });
      if (!cls) this.runByName(nameOf(node), isCurried);
      return !cls;
    });
  }

  private runByName(name: string | undefined, isCurried: boolean): void {
    const key = isCurried ? `${name}()` : name;
    if (name === undefined || key === undefined || this.run.has(key)) return;
    this.run.add(key);
    for (const mention of this.mentions.get(name) ?? []) {
      const callee = definedBy(mention);
      if (callee) this.runs.push({ callee, isCurried });
    }
  }
}

function constructorParameters({ body }: ClassNode): readonly Node[] {
  return body.body.flatMap((member) =>
    member.type === 'MethodDefinition' && member.kind === CONSTRUCTOR ? member.value.params : [],
  );
}

/** What is run by a name, where this mention of it says what it is. */
function definedBy(mention: Node): Node | null | undefined {
  const { parent } = mention;
  switch (parent?.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.id === mention ? parent : undefined;
    case 'VariableDeclarator':
      return parent.id === mention ? parent.init : undefined;
    case 'Property':
      // `{ a: b }` as a pattern: what has the name `b` is a member `a`.
      return parent.parent.type === 'ObjectPattern' ? parent.key : valueAt(parent, mention);
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return valueAt(parent, mention);
    case 'AssignmentExpression':
      return parent.left === mention ? parent.right : undefined;
    case 'MemberExpression': {
      const around = parent.parent;
      return around.type === 'AssignmentExpression' && around.left === parent ? around.right : undefined;
    }
    default:
      return undefined;
  }
}

function valueAt(
  { key, value }: { readonly key: Node; readonly value: Node | null },
  mention: Node,
): Node | null {
  return key === mention ? value : null;
}

/** All that has a name, or is a text that may be one. */
function mentionsIn(tree: Tree): ReadonlyMap<string, readonly Node[]> {
  const mentions = new Map<string, Node[]>();
  for (const type of ['Identifier', 'PrivateIdentifier', 'JSXIdentifier', 'Literal'] as const)
    for (const node of nodesOf(tree, type)) {
      const name = nameOf(node);
      const same = name === undefined ? undefined : mentions.get(name);
      if (same) same.push(node);
      else if (name !== undefined) mentions.set(name, [node]);
    }
  return mentions;
}

function nameOf(node: Node): string | undefined {
  switch (node.type) {
    case 'Identifier':
    case 'PrivateIdentifier':
    case 'JSXIdentifier':
      return node.name;
    case 'Literal':
      return typeof node.value === 'string' && NAME.test(node.value) ? node.value : undefined;
    default:
      return undefined;
  }
}
