import type { ReportingDescriptor } from 'sarif';

import { deprecation } from '../../../transforms/result.js';
import { codeUrl } from '../../codes/docs-url.js';
import { codePage } from '../../codes/page.js';
import { LEGACY_ENDPOINTS } from '../../endpoints/table.js';
import type { LegacyEndpoint } from '../../endpoints/types.js';

/** GitHub shows ten tags of a rule, and refuses a file with more than twenty. */
const TAGS = ['deprecation', 'connectfi', 'akepa', 'kyc'];

/** A rule for each deprecated endpoint, in the order of the table. */
export const RULES: readonly ReportingDescriptor[] = LEGACY_ENDPOINTS.map(ruleOf);

function ruleOf(endpoint: LegacyEndpoint): ReportingDescriptor {
  const { id, code, title } = endpoint;
  const page = codePage(code) ?? '';
  return {
    id: code,
    name: id.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `${title} is deprecated.` },
    fullDescription: { text: deprecation(endpoint) },
    help: { text: plain(page), markdown: page },
    helpUri: codeUrl(code),
    defaultConfiguration: { level: 'error' },
    properties: { tags: TAGS, precision: 'high' },
  };
}

/** A page without its markup. */
function plain(page: string): string {
  return page.replaceAll(/^#+ /gm, '').replaceAll('`', '');
}
