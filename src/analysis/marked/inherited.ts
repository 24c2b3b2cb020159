import { isClass } from '../../syntax/class-nodes.js';
import type { ClassNode, Module, Node } from '../../syntax/module.js';
import { keyName } from '../../syntax/scope.js';
import { nodesIn, nodesOf } from '../../syntax/walk.js';
import { definedBy, type Mentions } from './mentions.js';

type Tree = Pick<Module, 'ast' | 'visitorKeys'>;

/** What the classes of a file have from classes that do not stand in it. */
export class Inherited {
  private readonly foreign = new Map<ClassNode, boolean>();
  private members: ReadonlySet<string> | undefined;

  constructor(
    private readonly tree: Tree,
    private readonly mentions: Mentions,
  ) {}

  /** Where a class asks for what it inherits from elsewhere: `this.send(path)`, whose `send` no class of the file has. */
  by(cls: ClassNode): readonly Node[] {
    if (!this.isOfElsewhere(cls)) return [];
    this.members ??= membersOf(this.tree);
    const { members } = this;
    const asked = nodesIn(cls, this.tree, 'ThisExpression').filter(({ parent }) => {
      const name =
        parent.type === 'MemberExpression'
          ? keyName({ key: parent.property, computed: parent.computed })
          : undefined;
      return name === undefined || !members.has(name);
    });
    return [...asked, ...nodesIn(cls, this.tree, 'Super')];
  }

  /** It, or a class that it extends, extends something that is no class of the file. */
  private isOfElsewhere(cls: ClassNode): boolean {
    const before = this.foreign.get(cls);
    if (before !== undefined) return before;
    // A class that extends itself.
    this.foreign.set(cls, false);
    const { superClass } = cls;
    const bases = superClass?.type === 'Identifier' ? this.classesNamed(superClass.name) : [];
    const isForeign = superClass
      ? bases.length === 0 || bases.some((base) => this.isOfElsewhere(base))
      : false;
    this.foreign.set(cls, isForeign);
    return isForeign;
  }

  private classesNamed(name: string): ClassNode[] {
    return (this.mentions.get(name) ?? []).flatMap((mention) => {
      const value = definedBy(mention);
      return value && isClass(value) ? [value] : [];
    });
  }
}

function membersOf(tree: Tree): ReadonlySet<string> {
  const names = new Set<string>();
  const types = [
    'AccessorProperty',
    'MethodDefinition',
    'PropertyDefinition',
    'TSAbstractMethodDefinition',
    'TSAbstractPropertyDefinition',
  ] as const;
  for (const type of types) for (const node of nodesOf(tree, type)) names.add(keyName(node) ?? '');
  for (const { parameter } of nodesOf(tree, 'TSParameterProperty')) {
    const name = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    if (name.type === 'Identifier') names.add(name.name);
  }
  return names;
}
