import { VERIFICATIONS } from '../../transforms/result.js';
import { NOTICE_CODES } from '../codes/notices.js';
import { LEGACY_ENDPOINTS } from '../endpoints/table.js';

const string = { type: 'string' };
const number = { type: 'integer', minimum: 0 };
const boolean = { type: 'boolean' };
const strings = { type: 'array', items: string };

const todos = { type: 'array', items: record({ code: string, text: string }) };
const errors = { type: 'array', items: record({ file: string, message: string }) };

const identity = record({ symbol: string, call: string, ordinal: number });
const fingerprint = { type: 'string', pattern: '^[0-9a-f]{32}$' };

const FINDING = {
  file: string,
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
  endpoint: { enum: LEGACY_ENDPOINTS.map(({ id }) => id) },
  method: { type: ['string', 'null'] },
  kind: { enum: ['request', 'mock', 'definition'] },
  client: string,
  confidence: { enum: ['certain', 'likely', 'possible'] },
  evidence: strings,
  trail: { type: 'array', items: record({ file: string, line: number, text: string }) },
  disposition: { enum: ['rewrite', 'todo', 'report'] },
  code: string,
  message: string,
  notes: strings,
  todos,
  suppressed: boolean,
  known: boolean,
  identity,
  fingerprint,
};

/** What the gate says of a finding or an annotation. */
const JUDGEMENT = { known: boolean, fails: boolean };
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

const GATE = record({
  passes: boolean,
  reasons: strings,
  limits: strings,
  asOf: day,
  scheduled: boolean,
  baseline: nullOr(record({ file: string, entries: number, stale: number })),
  since: nullOr(record({ revision: string, mergeBase: string })),
  counts: record({ failing: number, known: number, suppressed: number }),
  upcoming: {
    type: 'array',
    items: record({
      date: day,
      why: { enum: ['sunset', 'baseline', 'suppression'] },
      endpoint: string,
      findings: number,
    }),
  },
});

/** Of `check` only, and only where there is one. */
const FIX = {
  fix: record({
    description: string,
    edits: {
      type: 'array',
      items: record({ line: number, column: number, endLine: number, endColumn: number, text: string }),
    },
  }),
};

const verdict = { enum: ['same', 'documented', 'regression'] };

const STEP = record(
  {
    method: string,
    path: string,
    role: { enum: ['token', 'customer', 'start', 'status', 'generate', 'upload', 'link', 'other'] },
    api: { enum: ['legacy', 'akepa', 'neither'] },
    status: number,
  },
  { code: string },
);

const COMPARISON = record({
  version: { const: 1 },
  scenarios: {
    type: 'array',
    items: record({
      name: string,
      title: string,
      verdict,
      isExercised: boolean,
      task: string,
      rows: {
        type: 'array',
        items: record({
          observable: {
            enum: ['documents', 'sides', 'decision', 'refusals', 'output', 'errors', 'exit code'],
          },
          verdict,
          before: string,
          after: string,
          differences: strings,
        }),
      },
      before: { type: 'array', items: STEP },
      after: { type: 'array', items: STEP },
    }),
  },
  differences: {
    type: 'array',
    items: record({
      id: string,
      title: string,
      mark: { enum: ['documented', 'inferred'] },
      page: string,
    }),
  },
});

/** JSON Schema (draft 07) of `check --format json`; it ships as `schema/check.json`. */
export const CHECK_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'akepa-migrate check',
  ...record({
    version: { const: 1 },
    findings: { type: 'array', items: record({ ...FINDING, ...JUDGEMENT }, FIX) },
    todos: {
      type: 'array',
      items: record({
        file: string,
        line: number,
        code: string,
        text: string,
        identity,
        fingerprint,
        ...JUDGEMENT,
      }),
    },
    blindSpots: { type: 'array', items: record({ file: string, line: number, client: string, why: string }) },
    errors,
    notices: {
      type: 'array',
      items: record({
        code: { enum: Object.keys(NOTICE_CODES) },
        file: string,
        line: number,
        message: string,
      }),
    },
    gate: GATE,
    stats: record({
      files: number,
      parsed: number,
      minified: number,
      resolvedCalls: number,
      httpCalls: number,
      belowConfidence: number,
      ms: number,
    }),
  }),
};

/** JSON Schema (draft 07) of `migrate --format json`; it ships as `schema/migrate.json`. */
export const MIGRATE_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'akepa-migrate migrate',
  ...record({
    version: { const: 1 },
    calls: {
      type: 'array',
      items: record({
        ...FINDING,
        outcome: { enum: ['rewritten', 'todo', 'left'] },
        reason: { type: ['string', 'null'] },
        verified: { enum: [...VERIFICATIONS, null] },
        newLine: number,
      }),
    },
    files: { type: 'array', items: record({ file: string, edits: number }) },
    errors,
    snapshots: { type: 'array', items: record({ file: string, sign: string }) },
    verification: record({
      typescript: nullOr(record({ version: string, origin: { enum: ['project', 'bundled'] } })),
      comparison: nullOr(COMPARISON),
    }),
    stats: record({ files: number, minified: number, ms: number }),
  }),
};

/** JSON Schema (draft 07) of `compare --format json`; it ships as `schema/compare.json`. */
export const COMPARE_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'akepa-migrate compare',
  ...COMPARISON,
};

function nullOr(schema: object): object {
  return { anyOf: [{ type: 'null' }, schema] };
}

/** Every property but the `optional` is required; later versions may add some, so others are allowed. */
function record(
  properties: Readonly<Record<string, object>>,
  optional: Readonly<Record<string, object>> = {},
): object {
  return {
    type: 'object',
    required: Object.keys(properties),
    properties: { ...properties, ...optional },
  };
}
