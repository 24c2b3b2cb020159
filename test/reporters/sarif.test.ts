import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log, Run } from 'sarif';
import { describe, expect, test } from 'vitest';

import type { CheckResult } from '../../src/check.js';
import { CODES } from '../../src/codes/page.js';
import { sarif } from '../../src/reporters/sarif.js';
import { AWKWARD, AWKWARD_FILE, AWKWARD_TEXT, CONTEXT, finding, many, result } from './awkward.js';

const validate = validator();

/** The published schema, which @microsoft/jest-sarif carries; of draft 04, of which it uses nothing that changed since. */
function validator(): (log: unknown) => string[] {
  const file = createRequire(import.meta.url).resolve(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  );
  const { id, $schema, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  expect([id, $schema]).toEqual([
    expect.stringContaining('sarif-2.1.0'),
    expect.stringContaining('draft-04'),
  ]);
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const check = ajv.compile(schema);
  return (log) => {
    check(log);
    return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  };
}

function logOf(of: CheckResult, context = CONTEXT): Log {
  // The schema is checked first.
  const log = JSON.parse(sarif(of, context)) as Log;
  expect(validate(log)).toEqual([]);
  return log;
}

function runOf(of: CheckResult, context = CONTEXT): Run {
  const [run, ...more] = logOf(of, context).runs;
  expect(more).toEqual([]);
  if (!run) throw new Error('no run');
  return run;
}

const notificationsOf = (run: Run, id: string): string[] =>
  (run.invocations?.[0]?.toolExecutionNotifications ?? [])
    .filter(({ descriptor }) => descriptor?.id === id)
    .map(({ message }) => message.text ?? '');

describe('the published schema', () => {
  test('refuses what is wrong', () => {
    const log = logOf(AWKWARD);
    expect(validate({ ...log, version: '2.0.0' })).not.toEqual([]);
    expect(validate({ ...log, runs: [{ results: [] }] })).not.toEqual([]);
    const [run] = log.runs;
    expect(validate({ ...log, runs: [{ ...run, columnKind: 'bytes' }] })).not.toEqual([]);
    expect(
      validate({ ...log, runs: [{ ...run, originalUriBaseIds: { SRCROOT: { uri: 'a b' } } }] }),
    ).not.toEqual([]);
  });

  test('takes everything awkward, and nothing', () => {
    expect(runOf(AWKWARD).results).toHaveLength(AWKWARD.findings.length);
    const clean = runOf(result());
    expect(clean.results).toEqual([]);
    expect(clean.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
  });
});

test('rules: each has its page as help, an address, and no more tags than GitHub shows', () => {
  const { rules = [], version, informationUri } = runOf(AWKWARD).tool.driver;
  expect(version).toBe('1.2.3');
  expect(informationUri).toMatch(/^https:/);
  for (const { id, name, help, helpUri, shortDescription, properties } of rules) {
    expect(CODES.map(({ code }) => code)).toContain(id);
    expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(helpUri).toMatch(new RegExp(`/docs/codes/${id}\\.md$`));
    expect(help?.markdown).toMatch(new RegExp(`^# ${id}: `));
    expect(help?.text).toMatch(new RegExp(`^${id}: `));
    expect(help?.text).not.toMatch(/[`#]/);
    expect(shortDescription?.text).toMatch(/\.$/);
    expect(properties?.tags?.length).toBeLessThanOrEqual(10);
  }
  for (const { ruleId, ruleIndex = -1 } of runOf(AWKWARD).results ?? [])
    expect(rules[ruleIndex]?.id).toBe(ruleId);
});

test('a level by confidence and kind, and a fingerprint of each', () => {
  const results = runOf(AWKWARD).results ?? [];
  expect(results.map(({ level }) => level)).toEqual([
    'error',
    'warning',
    'error',
    'error',
    'note',
    'warning',
    'warning',
  ]);
  expect(results.map(({ partialFingerprints }) => partialFingerprints)).toEqual(
    AWKWARD.findings.map(({ fingerprint }) => ({ 'akepaMigrate/v1': fingerprint })),
  );
});

test('a URI leads to the file again', () => {
  const { originalUriBaseIds = {}, results = [] } = runOf(AWKWARD);
  const base = originalUriBaseIds['SRCROOT']?.uri ?? '';
  expect(base).toBe('file:///projects/my%20repo/');
  const { uri = '', uriBaseId } = results[0]?.locations?.[0]?.physicalLocation?.artifactLocation ?? {};
  expect(uriBaseId).toBe('SRCROOT');
  expect(uri).not.toMatch(/[^\w.~%/!'()*-]/);
  expect(fileURLToPath(new URL(uri, base))).toBe(`${CONTEXT.cwd}/${AWKWARD_FILE}`);
});

test('the flow goes from where the path is written to the call; outside of the repository by an absolute URI', () => {
  const [flow] = runOf(AWKWARD).results?.[0]?.codeFlows?.[0]?.threadFlows ?? [];
  const steps = flow?.locations.map(({ location }) => [
    location?.physicalLocation?.artifactLocation?.uri,
    location?.physicalLocation?.region?.startLine,
  ]);
  expect(steps?.slice(0, 3)).toEqual([
    ['packages/kyc/src/urls.ts', 1],
    ['packages/shared/base%20url.ts', 20],
    ['file:///projects/elsewhere/x.ts', 2],
  ]);
  expect(steps?.[3]?.[1]).toBe(3);
});

test('a fix replaces ranges of the file; what is not rewritten has none', () => {
  const [first, second] = runOf(AWKWARD).results ?? [];
  expect(first?.fixes?.[0]?.artifactChanges[0]?.replacements).toEqual([
    {
      deletedRegion: { startLine: 3, startColumn: 14, endLine: 3, endColumn: 17 },
      insertedContent: { text: 'post' },
    },
    {
      deletedRegion: { startLine: 5, startColumn: 1, endLine: 5, endColumn: 1 },
      insertedContent: { text: '\n  applicationId: "é",' },
    },
  ]);
  expect(second).not.toHaveProperty('fixes');
});

test('suppressed and known findings say so; once one does, all do', () => {
  const results = runOf(AWKWARD).results ?? [];
  expect(results.map(({ suppressions }) => suppressions?.length)).toEqual([0, 0, 0, 1, 0, 0, 0]);
  expect(results.map(({ baselineState }) => baselineState)).toEqual([
    'new',
    'new',
    'unchanged',
    'new',
    'new',
    'new',
    'new',
  ]);
  const [plain] = runOf(result({ findings: [finding()] })).results ?? [];
  expect(plain).not.toHaveProperty('suppressions');
  expect(plain).not.toHaveProperty('baselineState');
});

test('what could not be processed, TODOs and blind spots are notifications', () => {
  const run = runOf(AWKWARD);
  expect(run.invocations?.[0]?.executionSuccessful).toBe(false);
  expect(notificationsOf(run, 'unprocessed-file')).toEqual([`${AWKWARD_TEXT} (line 3)`]);
  expect(notificationsOf(run, 'leftover-todo')).toHaveLength(3);
  expect(notificationsOf(run, 'blind-spot')).toHaveLength(2);
  expect(notificationsOf(run, 'limit')).toEqual(['2 blind spots, and --max-blind-spots is 1.']);
  expect(notificationsOf(run, 'notice')).toEqual([`AK402: ${AWKWARD_TEXT}`]);
  expect(notificationsOf(run, 'cut')).toEqual([]);
  const { notifications = [] } = run.tool.driver;
  for (const { descriptor } of run.invocations?.[0]?.toolExecutionNotifications ?? [])
    expect(notifications[descriptor?.index ?? -1]?.id).toBe(descriptor?.id);
});

describe("GitHub's limits", () => {
  test('5,000 results are shown: more are said to be there', () => {
    expect(notificationsOf(runOf(result({ findings: many(5000) })), 'cut')).toEqual([]);
    const run = runOf(result({ findings: many(5001) }));
    expect(run.results).toHaveLength(5001);
    expect(notificationsOf(run, 'cut')).toEqual([
      'GitHub shows 5000 of these 5001 results, the most severe ones.',
    ]);
  });

  test('25,000 results are taken: the least important ones are cut', () => {
    const run = runOf(result({ findings: many(25_300) }));
    expect(run.results).toHaveLength(25_000);
    expect(run.results?.filter(({ level }) => level !== 'note')).toHaveLength(16_866);
    expect(notificationsOf(run, 'cut')[0]).toMatch(/^300 results left out/);
  });

  test('1,000 places of a flow are shown: the call is always one of them', () => {
    const trail = Array.from({ length: 1500 }, (_, index) => ({
      file: 'src/a.ts',
      line: index + 1,
      text: 'x',
    }));
    const run = runOf(result({ findings: [finding({ trail })] }));
    const locations = run.results?.[0]?.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
    expect(locations).toHaveLength(1000);
    expect(locations.at(-1)?.location?.message?.text).toBe('the request');
    expect(notificationsOf(run, 'cut')).toEqual(['The flow of 1 result is cut to 1000 places.']);
  });

  test('10 MB compressed are taken', () => {
    // What can't be compressed: 35 kB each.
    const noise = (index: number): string =>
      createHash('shake256', { outputLength: 35_000 }).update(String(index)).digest('base64');
    const findings = many(400).map((item, index) => ({ ...item, notes: [noise(index)] }));
    const text = sarif(result({ findings }), CONTEXT);
    expect(gzipSync(text).length).toBeLessThanOrEqual(10_000_000);
    // The schema has nothing to say about the size.
    const [run] = (JSON.parse(text) as Log).runs;
    expect(run?.results).toHaveLength(200);
    expect(run && notificationsOf(run, 'cut')[0]).toMatch(/^200 results left out/);
  });
});
