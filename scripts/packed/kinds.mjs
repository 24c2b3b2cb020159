const CALL = `import axios from 'axios';

export async function isKnown(customerId) {
  await axios.get(\`\${process.env.CONNECTFI_BASE_URL}/customer/kyc/status/\${customerId}\`);
}
`;
const TYPED = CALL.replace('customerId)', 'customerId: string)');
const COMPONENT = `<script setup lang="ts">
import axios from 'axios';

const props = defineProps<{ customerId: string }>();
await axios.get(\`\${import.meta.env.VITE_CONNECTFI_URL}/customer/kyc/status/\${props.customerId}\`);
</script>

<template><p>{{ props.customerId }}</p></template>
`;
const TSCONFIG = `{
  "compilerOptions": { "module": "nodenext", "target": "es2023", "strict": true, "skipLibCheck": true, "noEmit": true, "types": ["node"] }
}
`;
const TYPESCRIPT_CONFIG = `import tseslint from 'typescript-eslint';

export default tseslint.config(
  ...tseslint.configs.recommended,
);
`;
const TYPES = { axios: '^1.0.0', '@types/node': '^20.0.0' };
const GITHUB = { '.github/workflows/ci.yml': 'on: push\n' };

/**
 * The kinds of repository in which `init` is run. Each value of package manager, linter, its version, TypeScript's
 * version and Node's occurs, and none of them only together with the same other one.
 */
export const KINDS = [
  {
    name: 'npm, ESLint 10, TypeScript 6, Node 20',
    manager: 'npm',
    node: '20',
    dev: { eslint: '^10.0.0', 'typescript-eslint': '^8.0.0', typescript: '^6.0.0', ...TYPES },
    type: 'module',
    files: {
      'eslint.config.mjs': TYPESCRIPT_CONFIG,
      'tsconfig.json': TSCONFIG,
      'src/kyc.ts': TYPED,
      ...GITHUB,
    },
    call: 'src/kyc.ts',
    writes: ['akepa.config.mjs', '.github/workflows/akepa.yml'],
    types: true,
  },
  {
    name: 'npm, ESLint 9, plain CommonJS, Node 22',
    manager: 'npm',
    node: '22',
    dev: { eslint: '^9.0.0', axios: '^1.0.0' },
    files: {
      'eslint.config.cjs':
        "module.exports = [\n  { files: ['src/**'], languageOptions: { sourceType: 'commonjs' } },\n];\n",
      'src/kyc.js': CALL.replace(/import.*/, "const axios = require('axios');").replace(
        'export ',
        'exports.f = ',
      ),
      ...GITHUB,
    },
    call: 'src/kyc.js',
    writes: ['akepa.config.mjs', '.github/workflows/akepa.yml'],
  },
  {
    name: 'npm, oxlint, plain JavaScript, Node 24',
    manager: 'npm',
    node: '24',
    dev: { oxlint: '^1.0.0', axios: '^1.0.0' },
    type: 'module',
    files: { '.oxlintrc.json': '{\n  "rules": {}\n}\n', 'src/kyc.js': CALL },
    call: 'src/kyc.js',
    writes: ['akepa.config.json'],
  },
  {
    name: 'pnpm, a workspace, ESLint 10, TypeScript 5.9, Node 22',
    manager: 'pnpm',
    node: '22',
    dev: { eslint: '^10.0.0', 'typescript-eslint': '^8.0.0', typescript: '~5.9.0', ...TYPES },
    type: 'module',
    files: {
      'pnpm-workspace.yaml': "packages:\n  - 'packages/*'\n",
      'eslint.config.mjs': TYPESCRIPT_CONFIG,
      'tsconfig.json': TSCONFIG,
      'packages/urls/package.json':
        '{ "name": "@shop/urls", "version": "1.0.0", "type": "module", "exports": "./index.ts" }\n',
      'packages/urls/index.ts': "export const STATUS = '/customer/kyc/status/';\n",
      'packages/api/package.json':
        '{ "name": "@shop/api", "version": "1.0.0", "type": "module", "dependencies": { "@shop/urls": "workspace:*", "axios": "^1.0.0" } }\n',
      'packages/api/kyc.ts': `import { STATUS } from '@shop/urls';\n${TYPED.replace('/customer/kyc/status/$', '${STATUS}$')}`,
      '.gitlab-ci.yml': 'stages: [test]\n',
    },
    call: 'packages/api/kyc.ts',
    writes: ['akepa.config.mjs', '.gitlab/akepa.yml'],
    types: true,
  },
  {
    name: 'yarn 1, ESLint 9, TypeScript 5.9, Node 20',
    manager: 'yarn 1',
    node: '20',
    dev: { eslint: '^9.0.0', 'typescript-eslint': '^8.0.0', typescript: '~5.9.0', ...TYPES },
    type: 'module',
    files: {
      'eslint.config.mjs': `import { defineConfig } from 'eslint/config';\nimport tseslint from 'typescript-eslint';\n\nexport default defineConfig([tseslint.configs.recommended]);\n`,
      'vitest.config.ts': 'export default {};\n',
      'tsconfig.json': TSCONFIG,
      'src/kyc.ts': TYPED,
      '.circleci/config.yml': 'version: 2.1\n',
    },
    call: 'src/kyc.ts',
    writes: ['akepa.config.ts'],
    types: true,
  },
  {
    name: 'npm, ESLint 10, TypeScript 7, Node 24',
    manager: 'npm',
    node: '24',
    dev: { eslint: '^10.0.0', typescript: '^7.0.0', ...TYPES },
    type: 'module',
    files: {
      'eslint.config.js': "export default [{ ignores: ['dist/'] }];\n",
      'vite.config.ts': 'export default {};\n',
      'tsconfig.json': TSCONFIG,
      // typescript-eslint takes no TypeScript 7 yet, so ESLint sees JavaScript only.
      'src/kyc.js': CALL,
      'src/typed.ts': TYPED,
      ...GITHUB,
    },
    call: 'src/kyc.js',
    writes: ['akepa.config.ts', '.github/workflows/akepa.yml'],
    types: true,
  },
  {
    name: 'npm, Vue, ESLint 10, TypeScript 6, Node 22',
    manager: 'npm',
    node: '22',
    dev: {
      ...{ eslint: '^10.0.0', 'eslint-plugin-vue': '^10.0.0', 'vue-eslint-parser': '^10.0.0', vue: '^3.5.0' },
      ...{ '@typescript-eslint/parser': '^8.0.0', typescript: '^6.0.0', axios: '^1.0.0' },
    },
    type: 'module',
    files: {
      'eslint.config.js': `import parser from '@typescript-eslint/parser';
import vue from 'eslint-plugin-vue';

export default [
  ...vue.configs['flat/essential'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser } } },
];
`,
      'src/KycStatus.vue': COMPONENT,
      ...GITHUB,
    },
    call: 'src/KycStatus.vue',
    writes: ['akepa.config.mjs', '.github/workflows/akepa.yml'],
  },
  {
    name: 'yarn 4, oxlint, TypeScript 6, Node 24',
    manager: 'yarn',
    node: '24',
    dev: { oxlint: '^1.0.0', typescript: '^6.0.0', ...TYPES },
    type: 'module',
    files: {
      '.yarnrc.yml': 'nodeLinker: node-modules\n',
      'yarn.lock': '',
      '.oxlintrc.json': '{}\n',
      'tsconfig.json': TSCONFIG,
      'src/kyc.ts': TYPED,
    },
    call: 'src/kyc.ts',
    writes: ['akepa.config.ts'],
    types: true,
  },
];
