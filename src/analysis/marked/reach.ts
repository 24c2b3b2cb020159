import type { ClassNode, Module, Node } from '../../syntax/module.js';
import { isClass } from '../../syntax/class-nodes.js';
import { ancestor, isFunction, walk } from '../../syntax/walk.js';
import { flowAt, isSent, isStillAnswer } from './flows.js';
import { Inherited } from './inherited.js';
import { definedBy, type Mentions, mentionsIn, nameOf } from './mentions.js';
import { Texts } from './texts.js';

type Tree = Pick<Module, 'ast' | 'visitorKeys'>;

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
export function reachedFrom(spots: readonly Node[], tree: Tree): readonly Node[] {
  return new Reach(tree, [...spots]).all();
}

class Reach {
  private readonly passed = new Set<Node>();
  /** Those that were passed as answers of what a value is sent with, and no more. */
  private readonly answers = new Set<Node>();
  /** Calls whose arguments were followed. */
  private readonly given = new Set<Node>();
  private readonly names = new Set<string>();
  private readonly runs: Run[] = [];
  private readonly run = new Set<string>();
  private readonly mentions: Mentions;
  private readonly texts: Texts;
  private readonly inherited: Inherited;

  constructor(
    private readonly tree: Tree,
    private readonly spots: Node[],
  ) {
    this.mentions = mentionsIn(tree);
    this.texts = new Texts(this.mentions);
    this.inherited = new Inherited(tree, this.mentions);
  }

  all(): readonly Node[] {
    // Both grow while they are gone through.
    for (const spot of this.spots) {
      this.climb(spot);
      for (let next = this.runs.pop(); next; next = this.runs.pop()) this.addParameters(next);
    }
    return this.spots;
  }

  /** From a node to the program: what stands around a value may be made of it. */
  private climb(spot: Node): void {
    let child = spot;
    let isAnswer = false;
    for (let { parent } = spot; parent && !this.passed.has(child); { parent } = child) {
      if (isAnswer && this.answers.has(child)) return;
      (isAnswer ? this.answers : this.passed).add(child);
      this.follow(parent, child, isAnswer);
      isAnswer = isSent(parent, child) || (isAnswer && isStillAnswer(parent, child));
      child = parent;
    }
  }

  private follow(node: Node, child: Node, isAnswer: boolean): void {
    const isCalled = 'callee' in node && node.callee === child;
    // A list of thousands is handed on once.
    if (node.type.endsWith('Expression') && 'arguments' in node && !isCalled) {
      if (this.given.has(node)) return;
      this.given.add(node);
    }
    const { named, runs, inherits } = flowAt(node, child, isAnswer);
    for (const item of named) this.addNames(item);
    if (inherits) for (const item of this.inherited.by(inherits)) this.spots.push(item);
    // A text is nothing that a parameter is called for; a field may keep it.
    if (runs && (runs.type === 'Super' || !this.texts.has(child)))
      this.runs.push({ callee: runs, isCurried: runs.type === 'CallExpression' });
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
