import type { TSESTree } from '@typescript-eslint/types';

import { evaluateKnown } from '../../../src/syntax/evaluate.js';
import { at, sourceOf, type Term } from '../../../src/syntax/module.js';
import { deref } from '../../../src/syntax/resolve.js';
import { calleeName, keyName } from '../../../src/syntax/scope.js';
import { usesOf } from '../../../src/syntax/uses.js';
import type { Code, PropertyCode } from '../code.js';
import { Unsafe } from '../unsafe.js';
import { copied } from './copied.js';

const NAME = 'content-type';

/**
 * The headers of a multipart request without what speaks of the form, for a JSON request beside it.
 *
 * @param added what they get besides
 * @returns undefined where no header is left
 */
export function jsonHeaders(
  headers: Term | undefined,
  added: readonly PropertyCode[],
  site: Term,
): Code | undefined {
  if (!headers) return added.length > 0 ? { kind: 'object', properties: added } : undefined;
  const value = deref(headers);
  if (isOfForm(value)) return added.length > 0 ? { kind: 'object', properties: added } : undefined;
  const { node } = value;
  if (node.type !== 'ObjectExpression' || value.module !== site.module || usesOf(headers).length > 0)
    throw new Unsafe('content type', `the headers are \`${sourceOf(headers)}\``);
  const kept = node.properties.filter((property) => !speaksOfForm(value, property));
  // A name for the whole is kept while nothing has to be taken out.
  const isNamed = headers.node.type === 'Identifier' && kept.length === node.properties.length;
  const own = isNamed
    ? [{ key: '', value: added.length > 0 ? `...${copied(headers, site)}` : copied(headers, site) }]
    : kept.map((property) => ({ key: '', value: copied(at(value, property), site) }));
  if (isNamed && added.length === 0) return own[0]?.value;
  const properties = [...own, ...added];
  return properties.length > 0 ? { kind: 'object', properties } : undefined;
}

/** `form.getHeaders()` */
function isOfForm({ node }: Term): boolean {
  return node.type === 'CallExpression' && calleeName(node) === 'getHeaders';
}

function speaksOfForm(headers: Term, property: TSESTree.ObjectLiteralElement): boolean {
  if (property.type === 'SpreadElement') {
    const spread = deref(at(headers, property.argument));
    if (isOfForm(spread)) return true;
    if (spread.node.type !== 'ObjectExpression') return false;
    if (spread.node.properties.some((inner) => speaksOfForm(spread, inner)))
      throw new Unsafe('content type', `\`${sourceOf(at(headers, property.argument))}\` holds it`);
    return false;
  }
  const name = property.computed ? evaluateKnown(at(headers, property.key)) : keyName(property);
  return name?.toLowerCase() === NAME;
}
