import type { TSESTree } from '@typescript-eslint/types';

import type { AnswerUse } from '../../src/analysis/answer.js';
import type { Edit } from '../../src/syntax/edits.js';
import type { Node } from '../../src/syntax/module.js';
import { lineStart } from '../../src/syntax/position.js';
import { rangeOf } from '../../src/syntax/ranges.js';
import { findVariable } from '../../src/syntax/scope.js';
import type { Variable } from '../../src/syntax/scopes/types.js';
import { indentAt } from '../../src/syntax/style.js';
import { type Origin, unwrapped } from './origin.js';
import type { ReaderContext } from './reading.js';
import { inPlaceOf, renderState, type StateSource } from './render.js';

/** How the state gets from where it is read to where it is asked for. */
interface Carrier {
  /** In the file in which it is read. */
  readonly edits: readonly Edit[];
  sourceAt(use: AnswerUse): StateSource;
}

/** Undefined where neither the two members nor one value of both can get to the uses. */
export function carrierOf(
  origin: Origin,
  uses: readonly AnswerUse[],
  context: ReaderContext,
): Carrier | undefined {
  const { inner, isPlain } = origin;
  if (inner.type === 'Property') {
    const named = inner.value.type === 'Identifier' && byName(origin, inner.value, uses, context);
    return named
      ? { ...named, edits: [{ range: origin.place, text: onLines(origin, named, context) }] }
      : undefined;
  }
  if (uses.every(({ node }) => unwrapped(node) === inner))
    return isPlain ? { edits: [], sourceAt: () => membersOf(origin) } : undefined;
  return destructured(origin, uses, context) ?? asState(origin, uses, context);
}

/** `const status = data.kyc.status` becomes `const { status, outcome } = data`. */
function destructured(
  origin: Origin,
  uses: readonly AnswerUse[],
  context: ReaderContext,
): Carrier | undefined {
  const { inner, object, access, place } = origin;
  const { parent } = inner;
  const isConst = parent.type === 'VariableDeclarator' && parent.parent.kind === 'const';
  if (!isConst || parent.id.type !== 'Identifier' || parent.id.typeAnnotation) return undefined;
  // Of `undefined` nothing can be destructured.
  if (`${object}${access}`.includes('?.')) return undefined;
  const named = byName(origin, parent.id, uses, context);
  return (
    named && {
      ...named,
      edits: [
        { range: rangeOf(parent.id), text: `{ ${named.fields.join(', ')} }` },
        { range: place, text: '' },
      ],
    }
  );
}

/** The properties that take both members out under names of their own. */
interface Named {
  readonly fields: readonly string[];
  sourceAt(): StateSource;
}

/** Two names in place of the one; undefined where it is not used by that name only. */
function byName(
  { inner }: Origin,
  { name }: TSESTree.Identifier,
  uses: readonly AnswerUse[],
  { module, names }: ReaderContext,
): Named | undefined {
  const variable = findVariable(name, inner, module);
  if (!variable || !uses.every(({ node }) => isReference(unwrapped(node), variable))) return undefined;
  const outcome = names.outcomeFor(
    inner,
    uses.map(({ node }) => node),
  );
  if (outcome === undefined) return undefined;
  return {
    fields: [property('status', name), property('outcome', outcome)],
    sourceAt: () => ({ kind: 'members', status: name, outcome }),
  };
}

/** A property that has a line to itself becomes two lines. */
function onLines({ place }: Origin, { fields }: Named, { module: { text }, style }: ReaderContext): string {
  const line = lineStart(text, place[0]);
  const isAlone = /^\s*$/.test(text.slice(line, place[0]));
  return fields.join(isAlone ? `,${style.eol}${indentAt(text, line)}` : ', ');
}

/** `status = data.kyc.status` becomes `status = data.status === 'completed' ? data.outcome : data.status`. */
function asState(
  origin: Origin,
  uses: readonly AnswerUse[],
  { module, style }: ReaderContext,
): Carrier | undefined {
  const { inner, isPlain } = origin;
  if (!isPlain) return undefined;
  const isTyped = uses.some(({ path, types }) => types.some((item) => item.path?.length !== path.length));
  const { status, outcome } = membersOf(origin);
  const state = renderState(status, outcome, isTyped, style);
  return {
    edits: [{ range: rangeOf(inner), text: inPlaceOf(inner, state, module) }],
    sourceAt: (use) => ({ kind: 'state', state: use.module.text.slice(...rangeOf(use.node)) }),
  };
}

function membersOf({ object, access }: Origin): Extract<StateSource, { kind: 'members' }> {
  const [status = '', outcome = ''] = ['status', 'outcome'].map((name) => object + access + name);
  return { kind: 'members', status, outcome };
}

function isReference(node: Node, variable: Variable): boolean {
  return variable.references.some(({ identifier }) => identifier === node);
}

function property(key: string, name: string): string {
  return key === name ? key : `${key}: ${name}`;
}
