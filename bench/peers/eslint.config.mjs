// https://eslint.org/docs/latest/rules/no-restricted-syntax with selectors for a path that a call is given.
import parser from '@typescript-eslint/parser';

const PATH = '/customer\\u002Fkyc\\u002F|document\\u002F(generate|upload)/';

export default [
  {
    files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: {
      'no-restricted-syntax': [
        'warn',
        { selector: `CallExpression:has(Literal[value=${PATH}])`, message: 'deprecated connectFi endpoint' },
        {
          selector: `CallExpression:has(TemplateElement[value.raw=${PATH}])`,
          message: 'deprecated connectFi endpoint',
        },
      ],
    },
  },
];
