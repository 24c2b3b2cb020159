import type { Proposer } from './proposal.js';
import type { Repository } from './repository.js';

type Form = 'ts' | 'mjs' | 'json';

const CONFIG = /^akepa\.config\.(?:ts|mjs|js|json)$/;

/** `akepa.config`, in the language that the repository writes its other configs in. */
export const configFile: Proposer = (repository) => {
  if ([...repository.files.keys()].some((name) => CONFIG.test(name))) return [];
  const form = formOf(repository);
  return [
    {
      kind: 'change',
      file: `akepa.config.${form}`,
      title: 'what akepa requires and the code does not hold; every line is a choice to make',
      before: undefined,
      after: TEXTS[form],
    },
  ];
};

function formOf({ files, dependencies }: Repository): Form {
  const names = [...files.keys()].filter((name) => !name.includes('/'));
  const hasConfig = (ending: RegExp): boolean => names.some((name) => ending.test(name));
  if (hasConfig(/\.config\.[cm]?ts$/)) return 'ts';
  if (hasConfig(/\.config\.[cm]?js$/)) return 'mjs';
  // JSON has no comments: only where everything else is JSON.
  if (hasConfig(/^\.(?:oxlintrc|eslintrc)\.json$/) && !dependencies.has('typescript')) return 'json';
  return dependencies.has('typescript') ? 'ts' : 'mjs';
}

/** One level deep; `values` is a key of the config. */
const CHOICES = `  // Where connectFi is called: URLs, or the expressions that hold them. Calls of other known bases are then silent.
  // baseUrls: ['https://connectfi.example.com', 'process.env.CONNECTFI_BASE_URL'],

  values: {
    // What akepa requires and a legacy call does not hold: a literal, or an expression with the import that it needs.
    // A call whose value is missing gets a TODO instead of a guess.

    // workflow: 'PERSONAL', // or 'BUSINESS'
    // documentType: 'license', // 'passport', 'utility', …
    // documentName: 'license',
    // extension: 'jpg', // or 'png'

    // Unique for each run of KYC: letters and digits, 32 at the most.
    // reference: { expression: 'newReference()', import: { name: 'newReference', from: './src/applications.js' } },

    // The application that POST /akepa/identification answered for a customer.
    // applicationId: {
    //   expression: 'await applicationOf({customerId})',
    //   import: { name: 'applicationOf', from: './src/applications.js' },
    // },

    // For an individual the customer; for a business the representative whose document it is.
    // entityId: { expression: '{customerId}' },
  },

  // Values for some files only; a later entry wins.
  // overrides: [{ files: ['src/passport/**'], values: { documentType: 'passport' } }],

  // Globs and folders, relative to this file.
  // include: ['src/**/*.ts'],
  // exclude: ['src/generated'],
`;

const TEXTS: Readonly<Record<Form, string>> = {
  ts: `import { defineConfig } from 'akepa-migrate';\n\nexport default defineConfig({\n${CHOICES}});\n`,
  // Without an import it loads where the package is not installed, too.
  mjs: `/** @type {import('akepa-migrate').AkepaConfig} */\nexport default {\n${CHOICES}};\n`,
  json: `{
  "$schema": "./node_modules/akepa-migrate/schema/config.json",
  "values": {}
}
`,
};
