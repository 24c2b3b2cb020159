import fc from 'fast-check';

import type { FileSpec } from './files.js';
import type { Action, BodyFault, Label, Person, Pick, Step, Webhook } from './step.js';

const nth = fc.nat({ max: 11 });
const outcome = fc.constantFrom('Approved' as const, 'Denied' as const);

/** Mostly what works, so that a sequence gets anywhere. */
const pick: fc.Arbitrary<Pick> = fc.record({
  from: fc.oneof(
    { weight: 16, arbitrary: fc.constant('ready' as const) },
    { weight: 3, arbitrary: fc.constant('known' as const) },
    { weight: 1, arbitrary: fc.constant('other' as const) },
    { weight: 1, arbitrary: fc.constant('unknown' as const) },
  ),
  nth,
});

const label: fc.Arbitrary<Label> = fc.record({
  from: fc.oneof(
    { weight: 12, arbitrary: fc.constant('new' as const) },
    { weight: 2, arbitrary: fc.constant('used' as const) },
    { weight: 1, arbitrary: fc.constant('wrong' as const) },
  ),
  nth,
});

const person: fc.Arbitrary<Person> = fc.record({
  lastName: fc.constantFrom('Doe' as const, 'Doe' as const, 'WaitReview' as const),
  hasOwnId: fc.boolean(),
});

const webhook: fc.Arbitrary<Webhook> = fc.constantFrom('none', 'loopback', 'elsewhere');

const file: fc.Arbitrary<FileSpec> = fc.record({
  count: rarely<FileSpec['count']>(1, 0, 2),
  part: rarely<FileSpec['part']>('file', 'document'),
  kind: fc.constantFrom('jpg' as const, 'jpg' as const, 'png' as const, 'pdf' as const, 'text' as const),
  ending: fc.constantFrom('' as const, '.jpg' as const, '.JPEG' as const, '.png' as const, '.pdf' as const),
  salt: fc.nat({ max: 0xffff }),
});

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 1, arbitrary: of('token', { hasLogin: rarely(true, false) }) },
  {
    weight: 2,
    arbitrary: of('individual', { reference: label, taxId: fc.option(label, { nil: undefined }), person }),
  },
  {
    weight: 2,
    arbitrary: of('business', {
      reference: label,
      taxId: fc.option(label, { nil: undefined }),
      representatives: fc.array(person, { maxLength: 2 }),
    }),
  },
  { weight: 3, arbitrary: of('kyc-init', { customer: pick, webhook }) },
  { weight: 2, arbitrary: of('kyc-status', { customer: pick }) },
  { weight: 2, arbitrary: of('kyc-upload', { customer: pick, slot: pick, file }) },
  { weight: 5, arbitrary: of('link', { customer: pick, slot: pick, separate: pick }) },
  {
    weight: 1,
    arbitrary: of('attributes', {
      customer: pick,
      addressType: fc.constantFrom('PRIMARY', 'SECONDARY', 'HOME'),
    }),
  },
  { weight: 4, arbitrary: of('generate', {}) },
  { weight: 4, arbitrary: of('upload', { separate: pick, file }) },
  { weight: 3, arbitrary: of('identification', { customer: pick, reference: label, webhook }) },
  { weight: 2, arbitrary: of('status', { application: pick, customer: pick }) },
  { weight: 1, arbitrary: of('older-status', { customer: pick }) },
  {
    weight: 5,
    arbitrary: of('akepa-generate', {
      workflow: rarely('PERSONAL', 'BUSINESS', 'personal'),
      extension: rarely('jpg', 'png', 'jpeg', 'pdf'),
      name: rarely('license', '', '   ', '<b>', 'n'.repeat(51)),
    }),
  },
  { weight: 6, arbitrary: of('akepa-upload', { document: pick, file }) },
  {
    weight: 6,
    arbitrary: of('update', {
      application: pick,
      customer: pick,
      documents: fc.array(fc.record({ entity: pick, document: pick }), { maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: of('decide', { application: pick, outcome }) },
);

const bodyFault: fc.Arbitrary<BodyFault | undefined> = fc.oneof(
  { weight: 24, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.record({ fault: fc.constant('missing' as const), nth }) },
  {
    weight: 1,
    arbitrary: fc.record({
      fault: fc.constantFrom(
        'additional' as const,
        'array' as const,
        'unreadable' as const,
        'other-type' as const,
      ),
    }),
  },
);

const step: fc.Arbitrary<Step> = fc.record({
  token: rarely<Step['token']>('valid', 'missing', 'unknown', 'expired'),
  bodyFault,
  action,
});

/** A sequence of calls on both sides, legal and illegal. */
export const steps: fc.Arbitrary<Step[]> = fc.array(step, { minLength: 1, maxLength: 40, size: 'max' });

function of<Call extends Action['call'], Rest extends object>(
  call: Call,
  rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> },
): fc.Arbitrary<{ call: Call } & Rest> {
  return fc.record<Rest>(rest).map((fields) => ({ call, ...fields }));
}

function rarely<T>(usual: T, ...rare: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 18, arbitrary: fc.constant(usual) },
    ...rare.map((value) => ({ weight: 1, arbitrary: fc.constant(value) })),
  );
}
