import type { CheckResult } from '../../src/check.js';
import { legacyEndpoint } from '../../src/endpoints/lookup.js';
import type { ReportContext } from '../../src/reporters/context.js';
import { deprecation } from '../../transforms/result.js';

type Finding = CheckResult['findings'][number];

/** A run in a folder of a repository. */
export const CONTEXT: ReportContext = {
  cwd: '/projects/my repo/packages/kyc',
  root: '/projects/my repo',
  version: '1.2.3',
  colors: false,
  textOf: () => undefined,
};

/** A call that certainly goes to connectFi. */
export function finding(of: Partial<Finding> = {}): Finding {
  const endpoint = legacyEndpoint(of.endpoint ?? 'kyc-status');
  return {
    file: 'src/kyc.ts',
    line: 12,
    column: 9,
    endLine: of.line ?? 12,
    endColumn: 70,
    endpoint: endpoint.id,
    method: endpoint.method ?? null,
    kind: 'request',
    client: 'axios',
    confidence: 'certain',
    evidence: ['base URL from process.env.CONNECTFI_BASE_URL'],
    trail: [],
    disposition: 'rewrite',
    code: endpoint.code,
    message: deprecation(endpoint),
    notes: [],
    todos: [],
    suppressed: false,
    known: false,
    fails: true,
    identity: { symbol: 'beat', call: '0123456789abcdef', ordinal: 1 },
    fingerprint: '00000000000000000000000000000001',
    ...of,
  };
}

/** A result without anything. */
export function result(of: Partial<CheckResult> = {}): CheckResult {
  return {
    version: 1,
    findings: [],
    todos: [],
    blindSpots: [],
    errors: [],
    notices: [],
    gate: {
      passes: true,
      reasons: [],
      limits: [],
      asOf: '2026-12-01',
      scheduled: false,
      baseline: null,
      since: null,
      counts: { failing: 0, known: 0, suppressed: 0 },
      upcoming: [],
    },
    stats: { files: 7, parsed: 5, minified: 0, resolvedCalls: 8, httpCalls: 9, belowConfidence: 0, ms: 1234 },
    ...of,
  };
}

/** What XML, commands, URIs, tables and markup each have trouble with. */
export const AWKWARD_FILE = 'src/a b/100%, né:1 [x]|<y>&`z`#.ts';
export const AWKWARD_TEXT =
  'say "no" & <b>it\'s</b> 100% | a, b: c\r\nsecond `co|de` @user #1 \\ [x](y) *z*\ttab \u0007bell \u001B[31mred\u001B[0m \uFFFE \uD800 😀 ]]> --> ::error::x &lt;';

const GONE = `gone: ${AWKWARD_TEXT}`;

/** An annotation of an earlier migration. */
function todo(of: Partial<CheckResult['todos'][number]>): CheckResult['todos'][number] {
  return {
    file: 'src/old.ts',
    line: 1,
    code: 'AK301',
    text: AWKWARD_TEXT,
    identity: { symbol: '', call: '0123456789abcdef', ordinal: 1 },
    fingerprint: '0000000000000000000000000000000b',
    known: false,
    fails: true,
    ...of,
  };
}

/** Everything that a result can hold, and in each text what is hard to write down. */
export const AWKWARD: CheckResult = result({
  findings: [
    finding({
      file: AWKWARD_FILE,
      line: 3,
      endLine: 6,
      endColumn: 2,
      notes: [AWKWARD_TEXT],
      trail: [
        { file: 'src/urls.ts', line: 1, text: "export const STATUS = '/customer/kyc/status';" },
        { file: '../shared/base url.ts', line: 20, text: AWKWARD_TEXT },
        { file: '../../../elsewhere/x.ts', line: 2, text: 'outside of the repository' },
      ],
      fix: {
        description: 'Move this call to POST /akepa/status',
        edits: [
          { line: 3, column: 14, endLine: 3, endColumn: 17, text: 'post' },
          { line: 5, column: 1, endLine: 5, endColumn: 1, text: '\n  applicationId: "é",' },
        ],
      },
    }),
    finding({
      file: AWKWARD_FILE,
      line: 9,
      endpoint: 'kyc-init',
      confidence: 'likely',
      disposition: 'todo',
      todos: [{ code: 'AK301', text: AWKWARD_TEXT }],
      identity: { symbol: 'a<b>"c"', call: '0123456789abcdef', ordinal: 1 },
      fingerprint: '00000000000000000000000000000002',
    }),
    finding({
      file: 'src/kyc.ts',
      endpoint: 'kyc-add-attributes',
      disposition: 'report',
      known: true,
      fails: false,
      fingerprint: '00000000000000000000000000000003',
    }),
    finding({
      file: 'src/kyc.ts',
      line: 20,
      suppressed: true,
      fails: false,
      fingerprint: '00000000000000000000000000000004',
    }),
    finding({
      file: 'src/kyc.ts',
      line: 30,
      endpoint: 'document-generate',
      confidence: 'possible',
      disposition: 'report',
      fingerprint: '00000000000000000000000000000005',
    }),
    finding({
      file: 'test/kyc.test.ts',
      line: 4,
      kind: 'mock',
      client: 'msw',
      fingerprint: '00000000000000000000000000000006',
    }),
    finding({
      file: 'test/kyc.test.ts',
      line: 40,
      kind: 'definition',
      client: 'none',
      confidence: 'likely',
      method: null,
      disposition: 'report',
      identity: { symbol: '', call: '0123456789abcdef', ordinal: 1 },
      fingerprint: '00000000000000000000000000000007',
    }),
  ],
  todos: [
    todo({ file: AWKWARD_FILE, line: 8, fails: false, fingerprint: '00000000000000000000000000000008' }),
    todo({ line: 2, code: 'AK308', text: GONE, fingerprint: '00000000000000000000000000000009' }),
    todo({ line: 5, code: 'AK308', text: GONE, fingerprint: '0000000000000000000000000000000a' }),
  ],
  blindSpots: [
    { file: 'src/blind.ts', line: 6, client: 'fetch', why: `the URL is not known: ${AWKWARD_TEXT}` },
    { file: 'test/kyc.test.ts', line: 40, client: 'none', why: 'no call was seen to use the path' },
  ],
  errors: [{ file: 'src/bro ken,.ts', message: `${AWKWARD_TEXT} (line 3)` }],
  notices: [{ code: 'AK402', file: 'src/kyc.ts', line: 19, message: AWKWARD_TEXT }],
  gate: {
    ...result().gate,
    passes: false,
    limits: ['2 blind spots, and --max-blind-spots is 1'],
    counts: { failing: 5, known: 1, suppressed: 1 },
  },
});

/** Findings of as many calls, every third of each level. */
export function many(count: number, of: Partial<Finding> = {}): Finding[] {
  return Array.from({ length: count }, (_, index) =>
    finding({
      file: `src/f${Math.floor(index / 10)}.ts`,
      line: index + 1,
      confidence: (['possible', 'likely', 'certain'] as const)[index % 3] ?? 'certain',
      fingerprint: String(index).padStart(32, '0'),
      ...of,
    }),
  );
}
