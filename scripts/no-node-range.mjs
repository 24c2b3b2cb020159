import { ESLintUtils } from '@typescript-eslint/utils';

/** The types give every node a `range`, which those of oxc-parser do not have. */
const OF_NODES = /[\\/]@typescript-eslint[\\/]types[\\/]/;

/** A lint rule of this repository: where a node stands is asked of `src/syntax/ranges.ts`. */
export const noNodeRange = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    schema: [],
    messages: { range: 'A node of oxc-parser has no `range`: ask src/syntax/ranges.ts.' },
  },
  defaultOptions: [],
  create(context) {
    const { esTreeNodeToTSNodeMap, program } = ESLintUtils.getParserServices(context);
    const checker = program.getTypeChecker();
    return {
      MemberExpression({ object, property }) {
        if (property.name === 'range') reportIn(object, property);
      },
      'ObjectPattern > Property[key.name="range"]'({ key, parent }) {
        reportIn(parent, key);
      },
    };

    function reportIn(owner, at) {
      const type = checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(owner));
      const { declarations = [] } = checker.getNonNullableType(type).getProperty('range') ?? {};
      if (declarations.some((declaration) => OF_NODES.test(declaration.getSourceFile().fileName)))
        context.report({ node: at, messageId: 'range' });
    }
  },
});
