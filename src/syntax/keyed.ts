import { at, type Term } from './module.js';
import { deref, memberName } from './resolve.js';

/** A larger table is data. */
const MOST = 60;

/** The values that `PATHS[name]` may have, where the table is written out and the name is not known. */
export function keyedValues(term: Term): readonly Term[] {
  const { node } = term;
  if (node.type !== 'MemberExpression' || !node.computed || memberName(at(term, node)) !== undefined)
    return [];
  const table = deref(at(term, node.object));
  if (table.node.type !== 'ObjectExpression' || table.node.properties.length > MOST) return [];
  return table.node.properties.flatMap((item) =>
    item.type === 'Property' && item.kind === 'init' ? [at(table, item.value)] : [],
  );
}
