import type { TSESTree } from '@typescript-eslint/types';

import type { AnswerUse } from '../../src/analysis/answer.js';
import type { Step } from '../../src/analysis/way.js';
import { unusedWordNote } from '../../src/codes/notes.js';
import type { Edit } from '../../src/syntax/edits.js';
import type { Node } from '../../src/syntax/module.js';
import { lineStart } from '../../src/syntax/position.js';
import { findVariable } from '../../src/syntax/scope.js';
import type { Variable } from '../../src/syntax/scopes/types.js';
import { indentAt } from '../../src/syntax/style.js';
import type { Problem } from '../problem.js';
import { askedEdits } from './asked.js';
import { howUsed } from '../how-used.js';
import { type Origin, originOf, unwrapped } from './origin.js';
import { foreignEdits } from './other-sources.js';
import { quoteSource } from './quote-source.js';
import type { ReaderContext, Reading } from './reading.js';
import { inPlaceOf, renderState, type StateSource } from './render.js';
import { unusedWords } from './unused-words.js';
import { questionAt } from './words.js';

const PATHS = ['data.kyc.status', 'data.customer.kycStatus'];

/** How the state gets from where it is read to where it is asked for. */
interface Carrier {
  readonly edits: readonly Edit[];
  sourceAt(use: Node): StateSource;
}

/**
 * The status of an answer, which is compared with APPROVED or WAITING_DATA, or switched over. It moves when that is all
 * that becomes of it.
 */
export function readStatus(all: readonly AnswerUse[], context: ReaderContext): Reading {
  const uses = all.filter(({ part, path, onError }) => part === 'json' && !onError && isStatus(path));
  const groups = new Map<Step['node'], AnswerUse[]>();
  for (const use of uses) {
    const inner = use.way.steps.findLast(({ name }) => name === 'status' || name === 'kycStatus');
    if (inner) groups.set(inner.node, [...(groups.get(inner.node) ?? []), use]);
  }
  const results = [...groups.values()].map((group) => readGroup(group, context));
  return {
    uses,
    edits: results.flatMap((result) => ('edits' in result ? result.edits : [])),
    problems: results.flatMap((result) => ('problems' in result ? result.problems : [])),
    notes: uses
      .flatMap(({ node }) => questionAt(node, context.module) ?? [])
      .flatMap((question) => unusedWords(question, context.module))
      .map(unusedWordNote),
  };
}

function isStatus(path: readonly string[]): boolean {
  const name = path.join('.');
  return PATHS.some((status) => name === status || name.startsWith(`${status}.`));
}

/** The uses of a status that is read in one place. */
function readGroup(
  uses: readonly AnswerUse[],
  context: ReaderContext,
): { readonly edits: readonly Edit[] } | { readonly problems: readonly Problem[] } {
  const { module } = context;
  const unasked = uses.filter(
    ({ node, path }) => !questionAt(node, module) || !PATHS.includes(path.join('.')),
  );
  if (unasked.length > 0) return { problems: unasked.map((use) => usedOtherwise(use, context)) };
  const [first] = uses;
  const [outer, inner] = first?.way.steps.slice(-2) ?? [];
  if (!first || !outer || !inner) return { problems: [] };
  const origin = originOf(outer.node, inner.node, module);
  const carrier = origin && carrierOf(origin, uses, context);
  if (!carrier) return { problems: [notApart(inner.node, context)] };
  const problems: Problem[] = [];
  const edits = [...origin.drops, ...carrier.edits];
  for (const { node, way } of uses) {
    const question = questionAt(node, module);
    const source = carrier.sourceAt(node);
    if (!question) continue;
    const asked = askedEdits(question, source, context);
    const others = foreignEdits(way.joints, source, context);
    for (const result of [asked, others]) {
      if ('problem' in result) problems.push({ ...result.problem, at: node });
      else edits.push(...result.edits);
    }
  }
  return problems.length > 0 ? { problems } : { edits };
}

/** Undefined where neither the two members nor one value of both can get to the uses. */
function carrierOf(origin: Origin, uses: readonly AnswerUse[], context: ReaderContext): Carrier | undefined {
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
        { range: parent.id.range, text: `{ ${named.fields.join(', ')} }` },
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
    edits: [{ range: inner.range, text: inPlaceOf(inner, state, module) }],
    sourceAt: (use) => ({ kind: 'state', state: module.text.slice(...use.range) }),
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

function usedOtherwise(use: AnswerUse, { module, successor }: ReaderContext): Problem {
  return { id: 'AK321', args: { how: howUsed(use, module), successor }, at: use.node };
}

function notApart(node: Node, { module }: ReaderContext): Problem {
  return { id: 'AK322', args: { source: quoteSource(node, module) }, at: node };
}
