import type { TSESTree } from '@typescript-eslint/types';

import type { AnswerUse } from '../../src/analysis/answer.js';
import type { Edit } from '../../src/syntax/edits.js';
import { type Node, termOf } from '../../src/syntax/module.js';
import { lineStart } from '../../src/syntax/position.js';
import { rangeOf } from '../../src/syntax/ranges.js';
import { indentAt } from '../../src/syntax/style.js';
import { ancestor } from '../../src/syntax/walk.js';
import { typeArgumentsOf } from '../../src/syntax/type-arguments.js';
import type { Problem } from '../problem.js';
import { type DeclaredMember, declaredMember, isOpenResponse } from './declared.js';
import { foreignEdits } from './other-sources.js';
import { quoteSource } from './quote-source.js';
import { placed, type ReaderContext, type Reading } from './reading.js';

type Member = Extract<DeclaredMember, { kind: 'member' }>;

/** Types in types; more is nobody's. */
const MOST_TYPES = 8;

/** What becomes of the types that describe the answers of a run. */
export interface TypeReading {
  /** For what one answer's readers need. */
  of(uses: readonly AnswerUse[], successor: string): Pick<Reading, 'edits' | 'problems'>;
  /** The members that change for them. */
  changedFor(uses: readonly AnswerUse[]): readonly Node[];
}

/**
 * Types that describe the answer follow its readers: `kyc: { … }` becomes `status` and `outcome` where the type is in
 * reach and describes nothing else.
 *
 * @param moved every use of the run that moves
 */
export function readTypes(moved: readonly AnswerUse[], context: ReaderContext): TypeReading {
  const wanted = new Map<TSESTree.TSPropertySignature, { member: Member; fields: Set<string> }>();
  const rejected = new Set<TSESTree.TypeNode>();
  const signatures = new Map<TSESTree.TypeNode, TSESTree.TSPropertySignature[]>();
  const declared = new Set(moved.flatMap(({ types }) => types.map(({ type }) => type)));
  for (const { path, types } of moved) {
    for (const item of types) {
      const { type } = item;
      const found = memberFor(item, path);
      if (found.kind === 'any') continue;
      const isForeign = 'problem' in foreignEdits(item.joints, undefined, context);
      if (found.kind === 'unclear' || isForeign || !isOwn(found, declared, context)) {
        rejected.add(type);
        continue;
      }
      const entry = wanted.get(found.signature) ?? { member: found, fields: new Set() };
      for (const field of fieldsFor(path)) entry.fields.add(field);
      wanted.set(found.signature, entry);
      signatures.set(type, [...(signatures.get(type) ?? []), found.signature]);
    }
  }
  // Two members of one type: the fields would be there twice.
  const parents = [...wanted.keys()].map(({ parent }) => parent);
  for (const [type, members] of signatures)
    if (members.some(({ parent }) => parents.filter((other) => other === parent).length > 1))
      rejected.add(type);
  const changedFor = (uses: readonly AnswerUse[]): TSESTree.TSPropertySignature[] => [
    ...new Set(uses.flatMap(({ types }) => types.flatMap(({ type }) => signatures.get(type) ?? []))),
  ];
  return {
    changedFor,
    of: (uses, successor) => ({
      edits: changedFor(uses).flatMap((signature) => {
        const entry = wanted.get(signature);
        if (!entry) return [];
        const { module } = entry.member;
        return placed([signatureEdit(signature, [...entry.fields], context.in(module))], module);
      }),
      problems: [...new Map(uses.flatMap(({ types }) => types.map((item) => [item.type, item] as const)))]
        .filter(([type]) => rejected.has(type))
        .map(([node, { module }]): Problem => {
          const args = { type: quoteSource(node, module), successor };
          return { id: 'AK324', args, at: { node, module } };
        }),
    }),
  };
}

/** What a type says of the legacy member through which `path` goes. */
function memberFor(
  { type, path: from, module }: AnswerUse['types'][number],
  path: readonly string[],
): DeclaredMember {
  if (!from) return { kind: isOpenResponse(termOf(type, module)) ? 'any' : 'unclear' };
  // `const status: string = …`
  if (from.length === path.length) return isText(type) ? { kind: 'any' } : { kind: 'unclear' };
  const legacy = path.slice(0, 2);
  if (from.length >= legacy.length)
    return type.type === 'TSAnyKeyword' ? { kind: 'any' } : { kind: 'unclear' };
  return declaredMember(termOf(type, module), legacy.slice(from.length));
}

function isText(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSUnionType')
    return type.types.every((item) => isText(item) || /^TS(?:Null|Undefined)Keyword$/.test(item.type));
  if (type.type !== 'TSTypeReference') return /^TS(?:String|Any)Keyword$/.test(type.type);
  const [inner] = typeArgumentsOf(type);
  const isPromise = type.typeName.type === 'Identifier' && type.typeName.name === 'Promise';
  return isPromise && inner !== undefined && isText(inner);
}

/** The type is written in place, or has a name that is used in these places only, and in types that are. */
function isOwn(
  { name, module }: Pick<Member, 'name' | 'module'>,
  declared: ReadonlySet<Node>,
  context: ReaderContext,
  depth = MOST_TYPES,
): boolean {
  if (!name) return true;
  const mentions = depth > 0 ? context.typeMentions(name, module) : undefined;
  if (!mentions) return false;
  return mentions.every(({ node, module: home }) => {
    if (isWithin(node, declared)) return true;
    const outer = ancestor(node, ({ type }) =>
      /^TS(?:InterfaceDeclaration|TypeAliasDeclaration)$/.test(type),
    );
    const isType = outer?.type === 'TSInterfaceDeclaration' || outer?.type === 'TSTypeAliasDeclaration';
    return isType && isOwn({ name: outer.id, module: home }, declared, context, depth - 1);
  });
}

function isWithin(node: Node, places: ReadonlySet<Node>): boolean {
  return places.has(node) || ancestor(node, (parent) => places.has(parent)) !== undefined;
}

function fieldsFor(path: readonly string[]): readonly string[] {
  return path.at(-1) === 'customerId' ? ['customerId: string'] : ['status: string', 'outcome?: string'];
}

function signatureEdit(
  signature: TSESTree.TSPropertySignature,
  fields: readonly string[],
  { module: { text }, style }: ReaderContext,
): Edit {
  const [start, end] = rangeOf(signature);
  const [last = ''] = /[;,]$/.exec(text.slice(start, end)) ?? [];
  const line = lineStart(text, start);
  const isAlone = /^\s*$/.test(text.slice(line, start));
  const next = isAlone ? style.eol + indentAt(text, line) : ' ';
  const between = last === '' ? (isAlone ? '' : ';') : last;
  const names = fields.map((field) => (signature.readonly ? `readonly ${field}` : field));
  return { range: [start, end], text: names.join(between + next) + last };
}
