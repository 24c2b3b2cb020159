import type { TodoTable } from '../types.js';

/** Paths that other code uses, too. */
export const PATH_CODES = {
  AK305: {
    code: 'AK305',
    title: 'The path is shared',
    missing: 'The path comes from `{name}`, which other code uses too',
    advice: 'Give this call a path of its own',
    args: { name: 'KYC_INIT' },
    why: 'Changing the shared value would move code that is not part of this migration, or code in files that import it.',
    example: [
      "const KYC_INIT = '/customer/kyc/init';",
      'log(`sending to ${KYC_INIT}`);',
      'await client.post(KYC_INIT, { customerId });',
    ],
  },
  AK333: {
    code: 'AK333',
    title: 'The path of another file is shared',
    missing: 'The path comes from {place}, which {where} uses too, and that does not move with this call',
    advice: 'Move that first, or give this call a path of its own',
    args: { place: '`PATHS` (src/urls.ts)', where: '`audit` (src/audit.ts)' },
    why: 'A path in a constant, a map or a path builder is edited once, where it stands, when every reader of it moves. One that does not would be sent to another endpoint.',
    example: [
      '// src/urls.ts',
      "export const PATHS = { generate: '/document/generate' };",
      '',
      '// src/kyc.ts',
      "import { PATHS } from './urls';",
      'const { data } = await client.post(PATHS.generate);',
      '',
      '// src/audit.ts',
      "import { PATHS } from './urls';",
      'export function audit() {',
      '  log(PATHS.generate);',
      '}',
    ],
  },
  AK334: {
    code: 'AK334',
    title: 'The path is exported to files that were not looked at',
    missing: 'The path comes from {place}, which files outside of this run may use',
    advice: 'Run migrate on the whole project, or give this call a path of its own',
    args: { place: '`PATHS` (src/urls.ts)' },
    why: 'A path in another file is edited there only when every file that may import it is part of the run.',
    example: [
      '// npx akepa-migrate migrate src',
      '',
      '// src/urls.ts',
      "export const PATHS = { generate: '/document/generate' };",
      '',
      '// src/kyc.ts',
      "import { PATHS } from './urls';",
      'const { data } = await client.post(PATHS.generate);',
    ],
  },
} satisfies TodoTable;
