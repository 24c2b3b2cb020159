import type { TSESTree } from '@typescript-eslint/types';

import type { AnswerUse } from '../../src/analysis/answer.js';
import type { Edit } from '../../src/syntax/edits.js';
import type { Module, Node } from '../../src/syntax/module.js';
import { lineStart } from '../../src/syntax/position.js';
import type { Reference } from '../../src/syntax/scopes/types.js';
import { indentAt } from '../../src/syntax/style.js';
import { typeArgumentsOf } from '../../src/syntax/type-arguments.js';
import type { Problem } from '../problem.js';
import { type DeclaredMember, declaredMember } from './declared.js';
import { quoteSource } from './quote-source.js';
import type { ReaderContext } from './reading.js';

type Member = Extract<DeclaredMember, { kind: 'member' }>;

/**
 * Types that describe the answer follow its readers: `kyc: { … }` becomes `status` and `outcome` where the type stands
 * in this file and describes nothing else.
 *
 * @param moved every use of the file that moves
 */
export function typeEdits(
  moved: readonly AnswerUse[],
  context: ReaderContext,
): { readonly edits: readonly Edit[]; readonly problems: readonly Problem[] } {
  const { module, successor } = context;
  const wanted = new Map<TSESTree.TSPropertySignature, { member: Member; fields: Set<string> }>();
  const rejected = new Set<TSESTree.TypeNode>();
  const declared = new Set(moved.flatMap(({ types }) => types.map(({ type }) => type)));
  for (const { path, types } of moved) {
    for (const { type, path: from } of types) {
      const found = memberFor(type, from, path, module);
      if (found.kind === 'any') continue;
      if (found.kind === 'unclear' || !isOwn(found, declared, module)) {
        rejected.add(type);
        continue;
      }
      const entry = wanted.get(found.signature) ?? { member: found, fields: new Set() };
      for (const field of fieldsFor(path)) entry.fields.add(field);
      wanted.set(found.signature, entry);
    }
  }
  // Two members of one type: the fields would be there twice.
  const parents = [...wanted.keys()].map(({ parent }) => parent);
  const twice = [...wanted.values()].find(
    ({ member }) => parents.filter((parent) => parent === member.signature.parent).length > 1,
  );
  const [first] = declared;
  if (twice && first) rejected.add(first);
  return {
    edits: [...wanted].map(([signature, { fields }]) => signatureEdit(signature, [...fields], context)),
    problems: [...rejected].map((type): Problem => {
      return { id: 'AK324', args: { type: quoteSource(type, module), successor }, at: type };
    }),
  };
}

/** What a type says of the legacy member through which `path` goes. */
function memberFor(
  type: TSESTree.TypeNode,
  from: readonly string[] | undefined,
  path: readonly string[],
  module: Module,
): DeclaredMember {
  if (!from) return { kind: 'unclear' };
  // `const status: string = …`
  if (from.length === path.length) return isText(type) ? { kind: 'any' } : { kind: 'unclear' };
  const legacy = path.slice(0, 2);
  if (from.length >= legacy.length)
    return type.type === 'TSAnyKeyword' ? { kind: 'any' } : { kind: 'unclear' };
  return declaredMember(type, legacy.slice(from.length), module);
}

function isText(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSUnionType')
    return type.types.every((item) => isText(item) || /^TS(?:Null|Undefined)Keyword$/.test(item.type));
  if (type.type !== 'TSTypeReference') return /^TS(?:String|Any)Keyword$/.test(type.type);
  const [inner] = typeArgumentsOf(type);
  const isPromise = type.typeName.type === 'Identifier' && type.typeName.name === 'Promise';
  return isPromise && inner !== undefined && isText(inner);
}

/** The type is written in place, or has a name that is used in these places only. */
function isOwn({ name }: Member, declared: ReadonlySet<Node>, module: Module): boolean {
  if (!name) return true;
  if (name.parent.parent?.type.startsWith('Export')) return false;
  const places = [...declared];
  return referencesTo(name, module).every(({ identifier }) =>
    places.some(({ range }) => range[0] <= identifier.range[0] && identifier.range[1] <= range[1]),
  );
}

function referencesTo(name: TSESTree.Identifier, module: Module): readonly Reference[] {
  for (let scope = module.scopes.scopeAt(name); scope; scope = scope.upper) {
    const variable = scope.set.get(name.name);
    if (variable) return variable.references;
  }
  return [];
}

function fieldsFor(path: readonly string[]): readonly string[] {
  return path.at(-1) === 'customerId' ? ['customerId: string'] : ['status: string', 'outcome?: string'];
}

function signatureEdit(
  signature: TSESTree.TSPropertySignature,
  fields: readonly string[],
  { module: { text }, style }: ReaderContext,
): Edit {
  const [start, end] = signature.range;
  const [last = ''] = /[;,]$/.exec(text.slice(start, end)) ?? [];
  const line = lineStart(text, start);
  const isAlone = /^\s*$/.test(text.slice(line, start));
  const next = isAlone ? style.eol + indentAt(text, line) : ' ';
  const between = last === '' ? (isAlone ? '' : ';') : last;
  const names = fields.map((field) => (signature.readonly ? `readonly ${field}` : field));
  return { range: [start, end], text: names.join(between + next) + last };
}
