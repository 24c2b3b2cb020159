import type { Entity } from './entity.js';
import type { Node } from './module.js';
import type { Variable } from './scopes/types.js';

const HTTPS = /^https$/;

/** What all of them denote, if that is one thing of a package; `http` and `https` are the same but for the port. */
export function sameOfAll([first, ...others]: readonly (Entity | undefined)[]): Entity | undefined {
  if (first?.kind !== 'module') return undefined;
  const isSame = (other: Entity | undefined): boolean =>
    other?.kind === 'module' &&
    other.source.replace(HTTPS, 'http') === first.source.replace(HTTPS, 'http') &&
    other.path.join('.') === first.path.join('.');
  return others.every(isSame) ? first : undefined;
}

/** A variable with more values than these may be anything. */
const MOST_VALUES = 4;

type Values = readonly (Node | undefined)[];

/** A variable may be written, and read, in every line of a large file. */
const known = new WeakMap<Variable, Values>();

/** What is written to a variable, undefined for what is not `=`; nothing where that is too much. */
export function valuesSet(variable: Variable): Values {
  const before = known.get(variable);
  if (before) return before;
  const writes = variable.references.filter((reference) => reference.isWrite());
  const values =
    writes.length > MOST_VALUES ? [] : writes.map(({ identifier }) => valueAt(identifier.parent));
  known.set(variable, values);
  return values;
}

function valueAt(place: Node): Node | undefined {
  if (place.type === 'VariableDeclarator') return place.init ?? undefined;
  return place.type === 'AssignmentExpression' && place.operator === '=' ? place.right : undefined;
}
