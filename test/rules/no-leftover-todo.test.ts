import { describe } from 'vitest';

import { noLeftoverTodo } from '../../rules/no-leftover-todo.js';
import { HOSTS } from './hosts.js';

const TODO = 'TODO(akepa-migrate AK301): Something is missing. Do something.';
const ERROR = { messageId: 'leftover', data: { code: 'AK301', text: 'Something is missing. Do something.' } };

for (const { name, RuleTester, languageOptions } of HOSTS) {
  describe(name, () => {
    new RuleTester({ languageOptions }).run('no-leftover-todo', noLeftoverTodo, {
      valid: [
        { name: 'a file without a marker', code: '// TODO: more' },
        { name: 'prose that names the tool', code: '// see TODO(akepa-migrate AK301): above' },
        { name: 'a string', code: `const text = '// ${TODO}';` },
        { name: 'a hashbang', code: `#!${TODO}` },
      ],
      invalid: [
        { name: 'a line comment', code: `// ${TODO}\nf();`, errors: [{ ...ERROR, line: 1, column: 1 }] },
        { name: 'a block comment', code: `/* ${TODO} */ f();`, errors: [ERROR] },
        {
          name: 'below a hashbang, one above the other',
          code: `#!/usr/bin/env node\nif (f) {\n  // ${TODO}\n  // ${TODO.replace('AK301', 'AK306')}\n  f();\n}`,
          errors: [
            { ...ERROR, line: 3, column: 3 },
            { ...ERROR, data: { ...ERROR.data, code: 'AK306' }, line: 4 },
          ],
        },
        {
          name: 'settings that are not valid are the other rule’s to report',
          code: `// ${TODO}`,
          settings: { akepa: { baseUrl: '' } },
          errors: [ERROR],
        },
        {
          name: 'JSX',
          code: `const x = <p>\n  {/* ${TODO} */}\n</p>;`,
          filename: 'a.jsx',
          languageOptions: {
            ...languageOptions,
            parserOptions: {
              ...languageOptions.parserOptions,
              ecmaFeatures: { jsx: true },
              ...(name.includes('babel') ? { babelOptions: { parserOpts: { plugins: ['jsx'] } } } : {}),
            },
          },
          errors: [{ ...ERROR, line: 2 }],
        },
      ],
    });
  });
}
