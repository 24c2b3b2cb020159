import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { analyse } from '../../src/analysis/analyse.js';
import { SCENARIOS } from '../../src/reference/scenarios.js';
import { parseModule } from '../../src/syntax/parse.js';
import { migrate } from '../../transforms/migrate.js';
import { CONFIG, ROOT } from '../transforms/run.js';
import { FLOW_PLAN, type FlowPlan, flowText } from './flow-grammar.js';
import { writeProgram } from './program.js';
import { regressionsOf } from './regressions.js';
import { Runner } from './runner.js';

const SEED = 20_261_128;
const FLOWS = 300;
/** The flows are a tool's daily work: all of them move, and a new form that does not has to say why here. */
const ENOUGH = 1;
const FILE = 'kyc.js';
const RUN = 'output.push(await kyc.place(v.customerId, v.slots, v.files));';
/** The config says that the entity is the customer, as is right for persons. */
const OTHERS = SCENARIOS.map(({ name }) => name).filter(
  (name) => name !== 'happy-path' && name !== 'business-representative',
);

/** The customer has a front already. */
const EARLIER = 'overwrite-before-decision';
/** The customer has been approved already. */
const APPROVED = 'link-after-approval';

const plans = fc.sample(FLOW_PLAN, { numRuns: FLOWS, seed: SEED });
const flows = plans.map((plan) => ({ plan, before: flowText(plan), ...migratedFlow(flowText(plan)) }));
const rewritten = flows.filter(({ outcomes }) => outcomes.includes('rewritten'));

const runner = new Runner();
beforeAll(() => runner.start());
afterAll(() => runner.stop());

test(`all of ${FLOWS} random flows are rewritten (seed ${SEED})`, () => {
  console.log(`${rewritten.length} of ${FLOWS} random flows rewritten`);
  expect(rewritten.length / FLOWS).toBeGreaterThanOrEqual(ENOUGH);
});

test('a flow moves as a whole, or not at all', () => {
  const mixed = flows.filter(({ outcomes }) => new Set(outcomes).size > 1);
  expect(mixed.map(({ plan, outcomes }) => `${title(plan)}: ${outcomes.join(' ')}`)).toEqual([]);
});

describe('a random flow does the same before and after', () => {
  test.each(rewritten.map((flow, index) => [title(flow.plan), flow, index] as const))(
    '%s',
    async (_, { plan, before, after }, index) => {
      const sides = {
        before: writeProgram({ file: FILE, text: before, endpoint: undefined, run: RUN }, runner.address),
        after: writeProgram({ file: FILE, text: after, endpoint: undefined, run: RUN }, runner.address),
      };
      // Every flow in the happy path and in three of the others, by turns.
      const others = OTHERS.filter(
        (name) => !(name === EARLIER && opensUnused(plan)) && !(name === APPROVED && beginsAnew(plan)),
      );
      const scenarios = [
        'happy-path',
        ...[0, 1, 2].map((turn) => others[(index * 3 + turn) % others.length] ?? ''),
      ];
      expect(regressionsOf(await runner.run(sides, scenarios))).toEqual([]);
    },
  );
});

function migratedFlow(text: string): { after: string; outcomes: string[] } {
  const analysis = analyse(parseModule(FILE, text));
  const { calls, files } = migrate([{ analysis, path: `${ROOT}/src/${FILE}` }], {
    config: CONFIG,
    root: ROOT,
  });
  return { after: files[0]?.text ?? text, outcomes: calls.map(({ outcome }) => outcome) };
}

/**
 * Where a function of its own places the documents, which gets no answer of the init, the program goes on with the
 * application that the config names, which was there before; one more front completes that one, and its status is what
 * the program reads. Where all stands in one function, the init's own application is filled and asked for.
 */
function opensUnused({ start, order, end, shape, kycUpload }: FlowPlan): boolean {
  const isInReach = shape === 'inline' || kycUpload;
  return start !== 'none' && !isInReach && order === 'only the front' && end === 'status read';
}

/**
 * The legacy side takes no file for a slot of a customer whose KYC is completed, whoever calls init again; akepa's
 * identification begins another application, which takes it.
 */
function beginsAnew({ start, kycUpload }: FlowPlan): boolean {
  return start !== 'none' && kycUpload;
}

function title(plan: FlowPlan): string {
  return Object.values(plan).join(', ');
}
