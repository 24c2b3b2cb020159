import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../src/analysis/call.js';
import type { Node, Term } from '../src/syntax/module.js';
import { meansTheSameAt } from '../src/syntax/names.js';
import { member } from '../src/syntax/resolve.js';
import { findVariable } from '../src/syntax/scope.js';
import { quoted, type Style } from '../src/syntax/style.js';
import { propertyOf } from './body-property.js';
import type { BodyProperty } from './recipes/recipe.js';

/** The value of a parameter of the path, such as the id in it; undefined where it is not written at `target` as it is. */
export function pathValue(
  call: LegacyCall,
  target: Node,
  name: string,
  style: Style,
): BodyProperty | undefined {
  const span = call.match.params[name];
  if (!span) return undefined;
  const [placed, more] = call.url.parts.filter(({ start, end }) => end > span.start && start < span.end);
  if (!placed || more) return undefined;
  const { part } = placed;
  if (part.kind === 'text') {
    const known = call.url.flat.slice(span.start, span.end);
    const filled = filledIn(known, call);
    if (filled)
      return meansTheSameAt(filled.node, target, call.call.module) ? propertyOf(name, filled) : undefined;
    // A placeholder such as `:customerId` or `{customerId}` is no value.
    return /^(?::|\{)/.test(known)
      ? undefined
      : {
          name,
          node: undefined,
          source: quoted(known, style),
          known,
          pieces: [],
          isText: true,
          hasCall: false,
          isOnlyUse: false,
        };
  }
  const isWhole = placed.start === span.start && placed.end === span.end;
  const { written } = part;
  if (part.pseudo || !isWhole || written.module !== call.call.module) return undefined;
  if (!meansTheSameAt(written.node, target, call.call.module)) return undefined;
  const described = propertyOf(name, written);
  // A template makes a text of a number; JSON does not.
  return isNumber(declaredType(written))
    ? { ...described, source: `String(${described.source})` }
    : described;
}

/** `{ params: { path: { customerId } } }` for `{customerId}` */
function filledIn(known: string, { call, request: { pathValues } }: LegacyCall): Term | undefined {
  const key = /^\{(\w+)\}$/.exec(known)?.[1];
  if (key === undefined || !pathValues) return undefined;
  const values = pathValues.under.reduce<Term | undefined>(
    (term, name) => term && member(term, name),
    pathValues.options,
  );
  const value = values && member(values, key);
  return value?.module === call.module ? value : undefined;
}

/** The type that the declaration of a name is annotated with. */
function declaredType({ node, module }: Term): TSESTree.TypeNode | undefined {
  if (node.type !== 'Identifier') return undefined;
  const [declared] = findVariable(node.name, node, module)?.identifiers ?? [];
  return declared?.type === 'Identifier' ? declared.typeAnnotation?.typeAnnotation : undefined;
}

function isNumber(type: TSESTree.TypeNode | undefined): boolean {
  switch (type?.type) {
    case 'TSNumberKeyword':
    case 'TSBigIntKeyword':
      return true;
    case 'TSLiteralType':
      return type.literal.type === 'Literal' && typeof type.literal.value !== 'string';
    case 'TSUnionType':
      return type.types.some(isNumber);
    default:
      return false;
  }
}
