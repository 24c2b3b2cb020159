import fc from 'fast-check';

import type { FileSpec } from './files.js';
import type { Action, BodyFault, Label, Person, Pick, Step, Webhook } from './step.js';

const nth = fc.nat({ max: 11 });
const outcome = fc.constantFrom('Approved' as const, 'Denied' as const);

/** Mostly what works, so that a sequence gets anywhere. */
const pick: fc.Arbitrary<Pick> = fc.record({
  from: often<Pick['from']>(
    [30, fc.constant('ready')],
    [3, fc.constant('known')],
    [1, fc.constant('other')],
    [1, fc.constant('unknown')],
  ),
  nth,
});

const label: fc.Arbitrary<Label> = fc.record({
  from: often<Label['from']>([12, fc.constant('new')], [2, fc.constant('used')], [1, fc.constant('wrong')]),
  nth,
});

const person: fc.Arbitrary<Person> = fc.record({
  lastName: fc.constantFrom('Doe' as const, 'WaitReview' as const),
  hasOwnId: fc.boolean(),
});

const webhook: fc.Arbitrary<Webhook> = fc.constantFrom('none', 'loopback', 'elsewhere');

const file: fc.Arbitrary<FileSpec> = fc.record({
  count: rarely<FileSpec['count']>(1, 0, 2),
  part: rarely<FileSpec['part']>('file', 'document'),
  kind: rarely<FileSpec['kind']>('jpg', 'png', 'pdf', 'text'),
  ending: rarely<FileSpec['ending']>('.jpg', '', '.JPEG', '.png', '.pdf'),
  salt: fc.nat({ max: 0xffff }),
});

const item = fc.record({ entity: pick, document: pick });
const items = often([4, fc.array(item, { maxLength: 3 })], [3, fc.tuple(item, item)]);

const customer: fc.Arbitrary<Action> = fc.oneof(
  of('individual', { reference: label, taxId: fc.option(label, { nil: undefined }), person }),
  of('business', {
    reference: label,
    taxId: fc.option(label, { nil: undefined }),
    representatives: fc.array(person, { maxLength: 2 }),
  }),
);

const kycInit = of('kyc-init', { customer: pick, webhook });
const generate: fc.Arbitrary<Action> = fc.constant({ call: 'generate' });
const upload = of('upload', { separate: pick, file });
const identification = of('identification', { customer: pick, reference: label, webhook });
const akepaGenerate = of('akepa-generate', {
  workflow: rarely('PERSONAL', 'BUSINESS', 'personal'),
  extension: rarely('jpg', 'png', 'jpeg', 'pdf'),
  name: rarely('license', '', '   ', '<b>', 'n'.repeat(51)),
});
const akepaUpload = of('akepa-upload', { document: pick, file });

const legacy: fc.Arbitrary<Action> = often(
  [1, customer],
  [2, kycInit],
  [1, of('kyc-status', { customer: pick })],
  [1, of('kyc-upload', { customer: pick, slot: pick, file })],
  [4, of('link', { customer: pick, slot: pick, separate: pick })],
  [1, of('attributes', { customer: pick, addressType: rarely('PRIMARY', 'SECONDARY', 'HOME') })],
  [3, generate],
  [4, upload],
);

const akepa: fc.Arbitrary<Action> = often(
  [1, customer],
  [2, identification],
  [1, of('status', { application: pick, customer: pick })],
  [1, of('older-status', { customer: pick })],
  [6, akepaGenerate],
  [7, akepaUpload],
  [6, of('update', { application: pick, customer: pick, documents: items })],
  [3, of('decide', { application: pick, outcome })],
);

/** What has to be done before most calls can do anything. */
const LEGACY_OPENING = [customer, kycInit, generate, upload];
const AKEPA_OPENING = [
  ...[customer, identification],
  ...[akepaGenerate, akepaGenerate, akepaGenerate, akepaUpload, akepaUpload, akepaUpload],
];

const token: fc.Arbitrary<Action> = of('token', { hasLogin: rarely(true, false) });

const bodyFault = often<BodyFault | undefined>(
  [60, fc.constant(undefined)],
  [1, fc.record({ fault: fc.constant('missing' as const), nth })],
  [1, fc.record({ fault: fc.constantFrom('additional' as const, 'array', 'unreadable', 'other-type') })],
);

/** A sequence of up to 40 calls on one side or on both, legal and illegal. */
export const steps: fc.Arbitrary<Step[]> = fc.oneof(
  sequence(LEGACY_OPENING, often([20, legacy], [1, token])),
  sequence(AKEPA_OPENING, often([20, akepa], [1, token])),
  sequence([...LEGACY_OPENING, ...AKEPA_OPENING], often([10, legacy], [10, akepa], [1, token])),
);

function sequence(
  opening: readonly fc.Arbitrary<Action>[],
  action: fc.Arbitrary<Action>,
): fc.Arbitrary<Step[]> {
  const first = fc.tuple(...opening.map((arbitrary) => stepOf(arbitrary)));
  const rest = fc.array(stepOf(action), { maxLength: 40 - opening.length, size: 'max' });
  return fc.tuple(first, rest).map((parts) => parts.flat());
}

function stepOf(action: fc.Arbitrary<Action>): fc.Arbitrary<Step> {
  return fc.record({
    token: rarely<Step['token']>('valid', 'missing', 'unknown', 'expired'),
    bodyFault,
    action,
  });
}

function of<Call extends Action['call'], Rest extends object>(
  call: Call,
  rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> },
): fc.Arbitrary<{ call: Call } & Rest> {
  return fc.record<Rest>(rest).map((fields) => ({ call, ...fields }));
}

function often<T>(
  ...choices: readonly (readonly [weight: number, arbitrary: fc.Arbitrary<T>])[]
): fc.Arbitrary<T> {
  return fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

function rarely<T>(usual: T, ...rare: readonly T[]): fc.Arbitrary<T> {
  return often([60, fc.constant(usual)], ...rare.map((value) => [1, fc.constant(value)] as const));
}
