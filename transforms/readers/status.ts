import type { Variable } from '@typescript-eslint/scope-manager';

import type { AnswerUse } from '../../src/analysis/answer.js';
import type { Step } from '../../src/analysis/way.js';
import { unusedWordNote } from '../../src/codes/notes.js';
import type { Edit } from '../../src/syntax/edits.js';
import type { Node } from '../../src/syntax/module.js';
import { lineStart } from '../../src/syntax/position.js';
import { findVariable } from '../../src/syntax/scope.js';
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
  const { inner, isPlain, prefix } = origin;
  if (inner.type === 'Property') {
    const { value } = inner;
    return value.type === 'Identifier' ? byName(origin, value, origin.place, '', uses, context) : undefined;
  }
  if (uses.every(({ node }) => unwrapped(node) === inner)) {
    const source = { kind: 'members', status: `${prefix}status`, outcome: `${prefix}outcome` } as const;
    return isPlain ? { edits: [], sourceAt: () => source } : undefined;
  }
  return destructured(origin, uses, context) ?? asState(origin, uses, context);
}

/** `const status = data.kyc.status` becomes `const { status, outcome } = data`. */
function destructured(
  origin: Origin,
  uses: readonly AnswerUse[],
  context: ReaderContext,
): Carrier | undefined {
  const { inner, object, prefix } = origin;
  const { parent } = inner;
  const isConst = parent.type === 'VariableDeclarator' && parent.parent.kind === 'const';
  if (!isConst || parent.id.type !== 'Identifier' || parent.id.typeAnnotation) return undefined;
  // Of `undefined` nothing can be destructured.
  if (prefix.includes('?.')) return undefined;
  return byName(origin, parent.id, parent.range, object, uses, context);
}

/** Two names in place of the one: a pattern of both, which is given `object`. */
function byName(
  { inner }: Origin,
  name: Node & { readonly name: string },
  place: Edit['range'],
  object: string,
  uses: readonly AnswerUse[],
  { module, names, style }: ReaderContext,
): Carrier | undefined {
  const variable = findVariable(name.name, name, module);
  if (!variable || !uses.every(({ node }) => isReference(unwrapped(node), variable))) return undefined;
  const outcome = names.outcomeFor(
    inner,
    uses.map(({ node }) => node),
  );
  if (outcome === undefined) return undefined;
  const fields = [property('status', name.name), property('outcome', outcome)];
  const line = lineStart(module.text, place[0]);
  const isAlone = object === '' && /^\s*$/.test(module.text.slice(line, place[0]));
  const both = fields.join(isAlone ? `,${style.eol}${indentAt(module.text, line)}` : ', ');
  const source = { kind: 'members', status: name.name, outcome } as const;
  const text = object === '' ? both : `{ ${both} } = ${object}`;
  return { edits: [{ range: place, text }], sourceAt: () => source };
}

/** `status = data.kyc.status` becomes `status = data.status === 'completed' ? data.outcome : data.status`. */
function asState(
  { inner, isPlain, prefix }: Origin,
  uses: readonly AnswerUse[],
  { module, style }: ReaderContext,
): Carrier | undefined {
  if (!isPlain) return undefined;
  const isTyped = uses.some(({ way }) => way.types.some(({ path }) => path.length < way.path.length));
  const state = renderState(`${prefix}status`, `${prefix}outcome`, isTyped, style);
  return {
    edits: [{ range: inner.range, text: inPlaceOf(inner, state, module) }],
    sourceAt: (use) => ({ kind: 'state', state: module.text.slice(...use.range) }),
  };
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
