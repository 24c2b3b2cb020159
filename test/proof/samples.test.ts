import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { analyse } from '../../src/analysis/analyse.js';
import type { AkepaConfig } from '../../src/config/types.js';
import { LEGACY_ENDPOINTS } from '../../src/endpoints/table.js';
import type { LegacyId } from '../../src/endpoints/types.js';
import { SCENARIOS } from '../../src/reference/scenarios.js';
import { parseModule } from '../../src/syntax/parse.js';
import { SAMPLE_FILES, samplesIn, type Sample } from '../transforms/samples.js';
import { writeProgram } from './program.js';
import { regressionsOf } from './regressions.js';
import { Runner } from './runner.js';

interface Proved extends Sample {
  /** With the file's name. */
  readonly name: string;
  readonly endpoint: LegacyId | undefined;
}

/** The share of the samples with a rewrite that run. */
const ENOUGH = 0.95;
/** A config that says so knows individuals only. */
const ENTITY_IS_CUSTOMER = '{customerId}';

const samples = SAMPLE_FILES.flatMap((file) =>
  samplesIn(file).map((sample): Proved => ({
    ...sample,
    name: `${file}: ${sample.title}`,
    endpoint: LEGACY_ENDPOINTS.find(({ id }) => `${id}.md` === file)?.id ?? endpointOf(sample),
  })),
).filter(({ isLeft }) => !isLeft);
const programs = samples.filter(({ notRun }) => notRun === undefined);

const runner = new Runner();
beforeAll(() => runner.start());
afterAll(() => runner.stop());

describe('a sample does the same before and after, in every scenario', () => {
  test.each(programs.map((sample) => [sample.name, sample] as const))('%s', async (_, sample) => {
    expect(await prove(sample, sample.after)).toEqual([]);
  });
});

test('nearly all samples with a rewrite run', () => {
  const share = programs.length / samples.length;
  console.log(`${programs.length} of ${samples.length} samples run (${(100 * share).toFixed(1)} %)`);
  expect(share).toBeGreaterThanOrEqual(ENOUGH);
});

describe('a rewrite that is wrong is found', () => {
  test.each<[what: string, title: string, text: string | RegExp, by: string]>([
    ['no type', 'axios with an empty body and a config', /\n\s+type: 'license',/, ''],
    ['no token', 'axios with an empty body and a config', "'x-connectfi-token': token", ''],
    ['the config as body', 'axios with an empty body and a config', /\{\n\s+workflow[^}]*\},\s+/, ''],
    ['the old path', 'superagent with an attachment', '/akepa/document', '/document'],
    ['GET', 'axios get with a config', 'axios.post(', 'axios.get('],
    ['no content type', 'fetch without init', "headers: { 'Content-Type': 'application/json' },", ''],
    ['a slot left in the body', 'superagent with send', /send\(\{\s*/, 'send({ documentId: slotId, '],
    ['another answer', 'axios get with a config', 'status === 200', 'status !== 200'],
    [
      'one call less',
      'generate, upload and link in one function',
      /await axios\.request\(\{\n[^;]*update[^;]*;/,
      '',
    ],
  ])('%s', async (_, title, text, by) => {
    const sample = programs.find((item) => item.title === title);
    if (!sample) throw new Error(`There is no sample "${title}"`);
    const broken = sample.after.replace(text, by);
    expect(broken).not.toBe(sample.after);
    expect(await prove(sample, broken)).not.toEqual([]);
  });
});

async function prove({ file, before, run, endpoint, config }: Proved, after: string): Promise<string[]> {
  const sides = {
    before: writeProgram({ file, text: before, endpoint, run }, runner.address),
    after: writeProgram({ file, text: after, endpoint, run }, runner.address),
  };
  return regressionsOf(await runner.run(sides, scenariosFor(config)));
}

/** The endpoint that a sample is about when it is about one. */
function endpointOf({ file, before, config }: Sample): LegacyId | undefined {
  const { calls } = analyse(parseModule(file, before), config);
  const [only, more] = new Set(calls.map(({ match }) => match.endpoint.id));
  return more === undefined ? only : undefined;
}

function scenariosFor({ values = {} }: AkepaConfig): string[] {
  const { entityId } = values;
  const isForPersons = typeof entityId === 'object' && entityId.expression === ENTITY_IS_CUSTOMER;
  const names = SCENARIOS.map(({ name }) => name);
  return isForPersons ? names.filter((name) => name !== 'business-representative') : names;
}
