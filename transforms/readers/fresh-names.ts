import { type Module, type Node } from '../../src/syntax/module.js';
import { findVariable } from '../../src/syntax/scope.js';
import { ancestor, isFunction } from '../../src/syntax/walk.js';

const CANDIDATES = ['outcome', 'kycOutcome', 'applicationOutcome'];

/** Names for the outcomes that are taken out of the answers of one file. */
export interface FreshNames {
  /**
   * A name that means nothing yet where it is declared and used.
   *
   * @param declared the node that will declare it; the same node gets the same name
   */
  outcomeFor(declared: Node, uses: readonly Node[]): string | undefined;
}

/** Remembers the names given out: two answers of one function need two. */
export function freshNames(module: Module): FreshNames {
  const given = new Map<Node, string>();
  return {
    outcomeFor(declared, uses) {
      const before = given.get(declared);
      if (before !== undefined) return before;
      const home = ancestor(declared, isFunction);
      const taken = [...given].flatMap(([node, name]) => (ancestor(node, isFunction) === home ? [name] : []));
      const name = CANDIDATES.find(
        (item) =>
          !taken.includes(item) &&
          [declared, ...uses].every((node) => findVariable(item, node, module) === undefined),
      );
      if (name !== undefined) given.set(declared, name);
      return name;
    },
  };
}
