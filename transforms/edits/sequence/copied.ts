import { at, sourceOf, type Term } from '../../../src/syntax/module.js';
import { isSameFunction, meansTheSameAt } from '../../../src/syntax/names.js';
import { contains, isWithin, rangeOf } from '../../../src/syntax/ranges.js';
import { findVariable, keyName } from '../../../src/syntax/scope.js';
import { walk } from '../../../src/syntax/walk.js';
import { hasEffect } from '../../effects.js';
import type { Code } from '../code.js';
import { Unsafe } from '../unsafe.js';

/**
 * The source of an expression that is written once more, at `site`.
 *
 * @throws {Unsafe} where it would run code twice, or mean something else there
 */
export function copied(term: Term, site: Term): string {
  if (hasEffect(term))
    throw new Unsafe('request', `\`${sourceOf(term)}\` would run more than once: put it in a const first`);
  return moved(term, site);
}

/**
 * The source of an expression that is written at `site` instead of where it stands.
 *
 * @throws {Unsafe} where it would mean something else there
 */
export function moved(term: Term, site: Term): string {
  const source = sourceOf(term);
  const isSame =
    term.module === site.module &&
    (isWithin(term.node, site.node) || meansTheSameAt(term.node, site.node, site.module));
  if (!isSame) throw new Unsafe('request', `\`${source}\` means something else at the call`);
  return source;
}

/** An expression as code that may be broken into lines: object literals without comments are taken apart. */
export function codeOf(term: Term): Code {
  const { node, module } = term;
  const hasComments = module.comments.some(({ range }) => contains(rangeOf(node), range));
  if (node.type !== 'ObjectExpression' || node.properties.length === 0 || hasComments) return sourceOf(term);
  return {
    kind: 'object',
    properties: node.properties.map((property) => {
      const key = property.type === 'Property' && !property.computed ? keyName(property) : undefined;
      return property.type === 'Property' && key !== undefined && property.value.type === 'ObjectExpression'
        ? { key: sourceOf(at(term, property.key)), value: codeOf(at(term, property.value)) }
        : { key: '', value: sourceOf(at(term, property)) };
    }),
  };
}

/**
 * @param isAwaited the code around waits for the calls, so that nothing of its own function comes between
 * @throws {Unsafe} where a name in `term` may have another value by the time that it is read
 */
export function requireSettled({ node, module }: Term, isAwaited: boolean): void {
  walk(node, module.visitorKeys, (child) => {
    if (child.type !== 'Identifier') return;
    const variable = findVariable(child.name, child, module);
    const writes = variable?.references.filter((reference) => reference.isWrite() && !reference.init) ?? [];
    const isMoving = writes.some(({ identifier }) => !isAwaited || !isSameFunction(identifier, node));
    if (isMoving) throw new Unsafe('request', `\`${child.name}\` may be assigned in between`);
  });
}
