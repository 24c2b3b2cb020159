import { expect, test } from 'vitest';

import type { CheckResult } from '../../src/check.js';
import { akepa, akepaJson } from '../support/cli.js';
import { folder } from '../support/folder.js';
import { schemaErrors } from '../support/schema.js';
import { CALLER, CLEAN, CONFIG, minified, STUCK } from '../support/sources.js';

const WRAPPED = `import axios from 'axios';

const INIT = '/customer/kyc/init';

export async function start(customerId: string): Promise<void> {
  if (customerId) await axios.post(\`\${process.env.CONNECTFI_BASE_URL}\${INIT}\`, {
    customerId,
  });
}
`;

const check = (cwd: string, ...args: string[]): Promise<CheckResult> =>
  akepaJson(['check', ...args], { cwd });

test.concurrent('every field of a finding', async () => {
  const { findings } = await check(folder({ 'src/deep/start.ts': WRAPPED }));
  expect(findings).toEqual([
    {
      file: 'src/deep/start.ts',
      line: 6,
      column: 25,
      endLine: 8,
      endColumn: 5,
      endpoint: 'kyc-init',
      method: 'POST',
      kind: 'request',
      client: 'axios',
      confidence: 'certain',
      evidence: ['base URL from process.env.CONNECTFI_BASE_URL', 'POST /customer/kyc/init'],
      trail: [{ file: 'src/deep/start.ts', line: 3, text: "const INIT = '/customer/kyc/init';" }],
      disposition: 'todo',
      code: 'AK201',
      message: findings[0]?.message,
      notes: [],
      todos: [{ code: 'AK301', text: findings[0]?.todos[0]?.text }],
      suppressed: false,
      known: false,
      identity: { symbol: 'start', call: findings[0]?.identity.call, ordinal: 1 },
      fingerprint: findings[0]?.fingerprint,
    },
  ]);
  expect(findings[0]?.message).toMatch(
    /^POST \/customer\/kyc\/init is deprecated and moves to POST \/akepa\/identification\. /,
  );
  expect(findings[0]?.todos[0]?.text).toContain(
    'requires `reference`, which neither this code nor the config',
  );
});

test.concurrent('the whole document fits the shipped schema and counts everything', async () => {
  const cwd = folder({
    'a.ts': CALLER,
    'b.ts': `${STUCK}fetch(location.href);\n`,
    'c.ts': '// TODO(akepa-migrate AK301): gone. Gone.\n',
    'd.ts': '',
    'broken.ts': 'const kyc = (',
    'vendor.js': minified(),
    'akepa.config.json': CONFIG,
  });
  const { out, err, code } = await akepa(['check', '--format', 'json'], { cwd });
  const result = JSON.parse(out) as CheckResult;
  expect(schemaErrors('check', result)).toEqual([]);
  expect(code).toBe(3);
  expect(err).toMatch(/^akepa-migrate: broken\.ts: .+ \(line 1\)\n$/);
  expect(result).toMatchObject({
    version: 1,
    findings: [{ disposition: 'rewrite', todos: [] }, { disposition: 'todo' }],
    todos: [{ file: 'c.ts', line: 1, code: 'AK301', text: 'gone. Gone.' }],
    blindSpots: [{ file: 'b.ts', line: 6, client: 'fetch' }],
    errors: [{ file: 'broken.ts' }],
    stats: { files: 6, parsed: 3, minified: 1, httpCalls: 3, resolvedCalls: 2, belowConfidence: 0 },
  });
  expect(result.blindSpots[0]?.why).toMatch(/\S/);
});

test.concurrent('every field of a definition; it is a blind spot, too', async () => {
  const cwd = folder({
    'src/paths.ts': "const KYC = '/customer/kyc';\nexport const INIT = `${KYC}/init`;\n",
  });
  const result = await check(cwd);
  expect(schemaErrors('check', result)).toEqual([]);
  expect(result.findings).toEqual([
    {
      file: 'src/paths.ts',
      line: 2,
      column: 21,
      endLine: 2,
      endColumn: 34,
      endpoint: 'kyc-init',
      method: null,
      kind: 'definition',
      client: 'none',
      confidence: 'likely',
      evidence: ['path /customer/kyc/init', 'no call was seen to use it'],
      trail: [{ file: 'src/paths.ts', line: 1, text: "const KYC = '/customer/kyc';" }],
      disposition: 'report',
      code: 'AK201',
      message: result.findings[0]?.message,
      notes: [],
      todos: [],
      suppressed: false,
      known: false,
      identity: { symbol: 'INIT', call: result.findings[0]?.identity.call, ordinal: 1 },
      fingerprint: result.findings[0]?.fingerprint,
    },
  ]);
  expect(result.findings[0]?.message).toMatch(/ No call was seen that uses this path\.$/);
  expect(result.blindSpots).toEqual([
    {
      file: 'src/paths.ts',
      line: 2,
      client: 'none',
      why: 'no call was seen to use the path /customer/kyc/init',
    },
  ]);
});

test.concurrent('a path that other services have is a definition only where it is asked for', async () => {
  const cwd = folder({ 'paths.ts': "export const GENERATE = '/document/generate';\n" });
  expect((await check(cwd)).findings).toEqual([]);
  expect((await check(cwd, '--confidence', 'possible')).findings).toMatchObject([
    { kind: 'definition', endpoint: 'document-generate', confidence: 'possible' },
  ]);
});

test.concurrent('an endpoint without a successor is reported only', async () => {
  const cwd = folder({ 'a.ts': 'fetch(`${process.env.CONNECTFI_BASE_URL}/card/list/${id}`);\n' });
  const { findings } = await check(cwd);
  expect(findings).toMatchObject([
    { endpoint: 'card-list', code: 'AK210', disposition: 'report', todos: [] },
  ]);
});

test.concurrent('a method that nobody knows is null', async () => {
  const cwd = folder({
    'a.ts': 'fetch(`${process.env.CONNECTFI_BASE_URL}/customer/kyc/init`, { method: verb });\n',
  });
  const { findings } = await check(cwd, '--confidence', 'possible');
  expect(findings).toMatchObject([{ endpoint: 'kyc-init', method: null }]);
});

test.concurrent('--confidence takes that level and better', async () => {
  const cwd = folder({
    'a-certain.ts': CALLER,
    'b-likely.ts': "import axios from 'axios';\naxios.post('/customer/kyc/init', body);\n",
    'c-possible.ts': "fetch('/api/v1/document/generate', { method: 'POST' });\n",
  });
  const levels = async (...args: string[]): Promise<[string[], number]> => {
    const { findings, stats } = await check(cwd, ...args);
    return [findings.map(({ confidence }) => confidence), stats.belowConfidence];
  };
  expect(await levels('--confidence', 'certain')).toEqual([['certain'], 2]);
  expect(await levels('--confidence', 'likely')).toEqual([['certain', 'likely'], 1]);
  expect(await levels()).toEqual([['certain', 'likely'], 1]);
  expect(await levels('--confidence', 'possible')).toEqual([['certain', 'likely', 'possible'], 0]);
});

test.concurrent(
  'findings are in the order of their places, whatever the order of the files on the disk',
  async () => {
    const files = ['z.ts', 'b/x.ts', 'a.ts', 'b.ts', 'B.ts', 'a/é.ts'];
    const places = async (names: string[]): Promise<string[]> => {
      const entries = names.map((name) => [name, CALLER + STUCK] as const);
      const { findings } = await check(folder(Object.fromEntries(entries)));
      return findings.map(({ file, line }) => `${file}:${line}`);
    };
    const forwards = await places(files);
    expect(forwards).toEqual(
      ['B.ts', 'a.ts', 'a/é.ts', 'b.ts', 'b/x.ts', 'z.ts'].flatMap((file) => [`${file}:4`, `${file}:7`]),
    );
    expect(await places(files.toReversed())).toEqual(forwards);
  },
);

test.concurrent('a clean project has nothing but its numbers', async () => {
  const result = await check(folder({ 'a.ts': CLEAN }));
  expect(schemaErrors('check', result)).toEqual([]);
  expect({ ...result, stats: result.stats.files }).toEqual({
    version: 1,
    findings: [],
    todos: [],
    blindSpots: [],
    errors: [],
    stats: 1,
  });
});
