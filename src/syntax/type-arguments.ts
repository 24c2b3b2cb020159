import type { TSESTree } from '@typescript-eslint/types';

/** `<Answer>` of `axios.get<Answer>(…)`; Babel 7 keeps it under the name that TypeScript's parser had before. */
export function typeArgumentsOf(
  node: TSESTree.CallExpression | TSESTree.TSTypeReference,
): TSESTree.TypeNode[] {
  const { typeArguments, typeParameters } = node as typeof node & {
    readonly typeParameters?: TSESTree.TSTypeParameterInstantiation;
  };
  return (typeArguments ?? typeParameters)?.params ?? [];
}
