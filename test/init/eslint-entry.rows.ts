/** A flat config, and what `init` makes of it. */
export interface Row {
  readonly name: string;
  readonly file?: string;
  readonly before: string;
  readonly after: string;
}

const IMPORT = "import akepa from 'akepa-migrate/eslint';";

/** Configs that are edited. */
export const EDITED: readonly Row[] = [
  {
    name: 'an array on one line',
    before: "import js from '@eslint/js';\n\nexport default [js.configs.recommended];\n",
    after: `import js from '@eslint/js';\n${IMPORT}\n\nexport default [js.configs.recommended, akepa.configs.recommended];\n`,
  },
  {
    name: 'an empty array, without any import',
    before: 'export default [];\n',
    after: `${IMPORT}\n\nexport default [akepa.configs.recommended];\n`,
  },
  {
    name: 'an array over lines, with a trailing comma and a comment behind the last element',
    before:
      "import js from '@eslint/js';\n\nexport default [\n  js.configs.recommended,\n  { rules: {} }, // ours\n];\n",
    after: `import js from '@eslint/js';\n${IMPORT}\n\nexport default [\n  js.configs.recommended,\n  { rules: {} }, // ours\n  akepa.configs.recommended,\n];\n`,
  },
  {
    name: 'an array over lines without a trailing comma, double quotes, no semicolons, tabs',
    before:
      'import js from "@eslint/js"\n\nexport default [\n\tjs.configs.recommended,\n\t{ rules: {} }\n]\n',
    after:
      'import js from "@eslint/js"\nimport akepa from "akepa-migrate/eslint"\n\nexport default [\n\tjs.configs.recommended,\n\t{ rules: {} },\n\takepa.configs.recommended\n]\n',
  },
  {
    name: 'an element that ends on the line of the bracket',
    before: 'export default [{\n  rules: {},\n}];\n',
    after: `${IMPORT}\n\nexport default [{\n  rules: {},\n}, akepa.configs.recommended];\n`,
  },
  {
    name: 'defineConfig of a list',
    before:
      "import { defineConfig } from 'eslint/config';\n\nexport default defineConfig([\n  { rules: {} },\n]);\n",
    after: `import { defineConfig } from 'eslint/config';\n${IMPORT}\n\nexport default defineConfig([\n  { rules: {} },\n  akepa.configs.recommended,\n]);\n`,
  },
  {
    name: 'defineConfig of several',
    before:
      "import { defineConfig, globalIgnores } from 'eslint/config';\n\nexport default defineConfig(globalIgnores(['dist']), { rules: {} });\n",
    after: `import { defineConfig, globalIgnores } from 'eslint/config';\n${IMPORT}\n\nexport default defineConfig(globalIgnores(['dist']), { rules: {} }, akepa.configs.recommended);\n`,
  },
  {
    name: 'tseslint.config',
    before:
      "import tseslint from 'typescript-eslint';\n\nexport default tseslint.config(\n  ...tseslint.configs.recommended,\n);\n",
    after: `import tseslint from 'typescript-eslint';\n${IMPORT}\n\nexport default tseslint.config(\n  ...tseslint.configs.recommended,\n  akepa.configs.recommended,\n);\n`,
  },
  {
    name: 'defineConfigWithVueTs, of a Vue project',
    file: 'eslint.config.ts',
    before:
      "import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'\n\nexport default defineConfigWithVueTs(\n  vueTsConfigs.recommended,\n)\n",
    after:
      "import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'\nimport akepa from 'akepa-migrate/eslint'\n\nexport default defineConfigWithVueTs(\n  vueTsConfigs.recommended,\n  akepa.configs.recommended,\n)\n",
  },
  {
    name: 'a constant, and a type behind it',
    file: 'eslint.config.ts',
    before:
      "import type { Linter } from 'eslint';\n\nconst config = [{ rules: {} }] satisfies Linter.Config[];\n\nexport default config;\n",
    after: `import type { Linter } from 'eslint';\n${IMPORT}\n\nconst config = [{ rules: {} }, akepa.configs.recommended] satisfies Linter.Config[];\n\nexport default config;\n`,
  },
  {
    name: 'CommonJS',
    file: 'eslint.config.cjs',
    before: "const js = require('@eslint/js');\n\nmodule.exports = [\n  js.configs.recommended,\n];\n",
    after:
      "const js = require('@eslint/js');\nconst { default: akepa } = require('akepa-migrate/eslint');\n\nmodule.exports = [\n  js.configs.recommended,\n  akepa.configs.recommended,\n];\n",
  },
  {
    name: 'a .js file that is CommonJS, by what it says',
    before: "'use strict';\n\nmodule.exports = [{ rules: {} }];\n",
    after:
      "'use strict';\n\nconst { default: akepa } = require('akepa-migrate/eslint');\n\nmodule.exports = [{ rules: {} }, akepa.configs.recommended];\n",
  },
  {
    name: 'Windows line ends, and a byte order mark',
    before: '\uFEFFexport default [\r\n  { rules: {} },\r\n];\r\n',
    after: `\uFEFF${IMPORT}\r\n\r\nexport default [\r\n  { rules: {} },\r\n  akepa.configs.recommended,\r\n];\r\n`,
  },
];

/** Configs of which it is not sure what one element more would be: they get text to paste. */
export const ADVISED: readonly { readonly name: string; readonly before: string; readonly file?: string }[] =
  [
    {
      name: 'a call of something else',
      before: "import antfu from '@antfu/eslint-config';\nexport default antfu();\n",
    },
    {
      name: 'a defineConfig that is not ESLint’s',
      before: "import { defineConfig } from './own.js';\nexport default defineConfig([]);\n",
    },
    { name: 'a list that is imported', before: "import list from './list.js';\nexport default list;\n" },
    { name: 'a list that is put together', before: 'const a = [];\nexport default a.concat([{}]);\n' },
    { name: 'a promise', before: 'export default Promise.resolve([]);\n' },
    { name: 'a condition', before: 'export default process.env.CI ? [] : [{}];\n' },
    { name: 'a list that is assigned again', before: 'let a = [];\na = [{}];\nexport default a;\n' },
    {
      name: 'two assignments',
      before: 'module.exports = [];\nmodule.exports = [{}];\n',
      file: 'eslint.config.cjs',
    },
    { name: 'the name is taken', before: 'const akepa = {};\nexport default [akepa];\n' },
    { name: 'a file that does not parse', before: 'export default [\n' },
  ];
