import type { TSESTree } from '@typescript-eslint/types';

import type { Mention, Name } from './mentions.js';
import type { Definition, Reference, Scope, Variable } from './types.js';

type Node = TSESTree.Node;

/** Knows where the names of a file stand. */
interface Mentioning {
  /** Whether something is assigned to a name anywhere. */
  isAssigned(name: string): boolean;
  /** Gives each variable with this name its mentions. */
  resolve(name: string): void;
}

const NEVER: readonly Reference[] = [];

/** A variable of a file, whose mentions are found when somebody asks. */
export class FileVariable implements Variable {
  readonly defs: Definition[];
  readonly identifiers: TSESTree.Identifier[];
  private found: Reference[] | undefined;

  constructor(
    readonly name: string,
    readonly scope: Scope,
    private readonly file: Mentioning,
    definition: Definition,
  ) {
    // Most have one: an array that grows takes room for many.
    this.defs = [definition];
    this.identifiers = definition.name.type === 'Identifier' ? [definition.name] : [];
  }

  define(definition: Definition): void {
    this.defs.push(definition);
    // A text names a member of an enum.
    if (definition.name.type === 'Identifier') this.identifiers.push(definition.name);
  }

  get references(): readonly Reference[] {
    this.file.resolve(this.name);
    return this.found ?? NEVER;
  }

  mention(reference: Reference): void {
    // Hardly any variable is asked for its mentions.
    (this.found ??= []).push(reference);
  }

  get assignments(): readonly Reference[] {
    if (!this.file.isAssigned(this.name)) return NEVER;
    return this.references.filter((reference) => reference.isWrite() && !reference.init);
  }
}

/** A mention of one. */
export class FileReference implements Reference {
  constructor(
    readonly identifier: Name,
    private readonly act: Mention['acts'][number],
  ) {}

  get init(): boolean {
    return this.act.init;
  }

  get writeExpr(): Node | null | undefined {
    return this.act.writeExpr;
  }

  isRead(): boolean {
    return this.act.isRead;
  }

  isWrite(): boolean {
    return this.act.isWrite;
  }
}
