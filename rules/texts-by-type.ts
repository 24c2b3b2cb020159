import type { SourceCode } from 'eslint';

import type { Module, Node } from '../src/syntax/module.js';

/** What of TypeScript's services is asked for; typescript-eslint hands them over, and nothing is imported. */
interface Services {
  readonly program?: { getTypeChecker?(): Checker } | null;
  readonly esTreeNodeToTSNodeMap?: { get(node: Node): object | undefined };
}

interface Checker {
  getTypeAtLocation(node: object): Type;
  getNonNullableType(type: Type): Type;
}

interface Type {
  isStringLiteral(): boolean;
  isUnion(): boolean;
  readonly value?: unknown;
  readonly types?: readonly Type[];
}

/** A wider union is the list of all that there is. */
const MOST_TEXTS = 64;

/** The texts that an expression can be by its type; undefined without type information. */
export function textsByType({ parserServices }: SourceCode): Module['textsOf'] {
  // ESLint does not type what its parsers hand over.
  const { program, esTreeNodeToTSNodeMap: nodes } = parserServices as Services;
  const checker = program?.getTypeChecker?.();
  if (!checker || !nodes) return undefined;
  return (node) => {
    const tsNode = nodes.get(node);
    return tsNode && textsOf(checker.getNonNullableType(checker.getTypeAtLocation(tsNode)));
  };
}

/** `'/a' | '/b'`; none for a type that is not made of literals only. */
function textsOf(type: Type): readonly string[] {
  const types = type.isUnion() ? (type.types ?? []) : [type];
  const texts = types.flatMap((item) =>
    item.isStringLiteral() && typeof item.value === 'string' ? [item.value] : [],
  );
  return texts.length === types.length && texts.length <= MOST_TEXTS ? texts : [];
}
