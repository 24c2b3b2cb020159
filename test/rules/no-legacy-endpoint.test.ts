import { describe } from 'vitest';

import { noLegacyEndpoint } from '../../rules/no-legacy-endpoint.js';
import { HOSTS } from './hosts.js';
import { INVALID, TYPESCRIPT_INVALID, VALID } from './no-legacy-endpoint.cases.js';

for (const { name, RuleTester, languageOptions, typescript } of HOSTS) {
  describe(name, () => {
    new RuleTester({ languageOptions }).run('no-legacy-endpoint', noLegacyEndpoint, {
      valid: [...VALID],
      invalid: [...INVALID, ...(typescript ? TYPESCRIPT_INVALID : [])],
    });
  });
}
