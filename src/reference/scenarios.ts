import type { BehaviourId } from './behaviours/index.js';
import type { Fault } from './faults.js';
import { business, hyphenated, idOf, nobody, person, type Subject } from './subjects.js';
import type { World } from './world.js';

/** A situation that a client is put into. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  /** What a program does about it: for most, the same as ever. */
  readonly task: string;
  /** Which document files the program is given, front first. */
  readonly files: readonly ('jpg' | 'pdf')[];
  readonly hasExpiredToken?: boolean;
  readonly faults?: readonly Fault[];
  /** Behaviours of which the legacy program shows one when it goes through the situation. */
  readonly shows?: readonly BehaviourId[];
  /** Puts customers, KYC and applications into a new store. */
  prepare(world: World): Subject;
}

const LINK = 'Upload each file and link it: to the slots, or to the application.';

/** Every built-in scenario; what their names mean stands in docs/compare.md. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'happy-path',
    title: 'front and back of a licence',
    task: LINK,
    files: ['jpg', 'jpg'],
    shows: ['link.fills', 'kyc-upload.fills'],
    prepare: (world) => person(world),
  },
  {
    name: 'overwrite-before-decision',
    title: 'another front was linked earlier',
    task: LINK,
    files: ['jpg', 'jpg'],
    shows: ['link.overwrites', 'kyc-upload.overwrites'],
    prepare: (world) => person(world, { earlier: ['earlier front'] }),
  },
  {
    name: 'link-after-approval',
    title: 'the customer is approved already',
    task: LINK,
    files: ['jpg', 'jpg'],
    shows: ['link.after-approval', 'kyc-upload.overwrites'],
    prepare: (world) => person(world, { earlier: ['earlier front', 'earlier back'] }),
  },
  {
    name: 'double-link',
    title: 'one uploaded document is linked twice',
    task: 'Upload the first file, and link it twice.',
    files: ['jpg', 'jpg'],
    shows: ['link.consumes'],
    prepare: (world) => person(world),
  },
  {
    name: 'link-before-upload',
    title: 'a document without a file is linked',
    task: 'Generate a document, and link it without an upload.',
    files: ['jpg', 'jpg'],
    shows: ['link.not-uploaded'],
    prepare: (world) => person(world),
  },
  {
    name: 'unknown-slot',
    title: "the slot ids are not the customer's",
    task: LINK,
    files: ['jpg', 'jpg'],
    shows: ['link.slot-unknown', 'kyc-upload.slot-unknown'],
    prepare: (world) => ({ ...person(world), slotIds: [idOf('doc-', 'slot 1'), idOf('doc-', 'slot 2')] }),
  },
  {
    name: 'unknown-customer',
    title: 'the customer does not exist',
    task: LINK,
    files: ['jpg', 'jpg'],
    shows: ['legacy.customer-unknown', 'link.slot-unknown', 'kyc-upload.slot-unknown'],
    prepare: () => nobody(idOf('cstap_', 'nobody')),
  },
  {
    name: 'expired-token',
    title: 'the token has expired',
    task: LINK,
    files: ['jpg', 'jpg'],
    hasExpiredToken: true,
    shows: ['token.expired'],
    prepare: (world) => person(world),
  },
  {
    name: 'server-error',
    title: 'the first upload is answered with 500',
    task: LINK,
    files: ['jpg', 'jpg'],
    faults: [{ path: '/upload/', nth: 1, status: 500 }],
    prepare: (world) => person(world),
  },
  {
    name: 'pdf-upload',
    title: 'the documents are PDF files',
    task: LINK,
    files: ['pdf', 'pdf'],
    shows: ['upload.stores', 'kyc-upload.fills'],
    prepare: (world) => person(world),
  },
  {
    name: 'business-representative',
    title: 'a business with one representative',
    task: LINK,
    files: ['jpg', 'jpg'],
    shows: ['link.fills', 'kyc-upload.fills'],
    prepare: (world) => business(world),
  },
  {
    name: 'hyphenated-ids',
    title: 'a customer of the csta- era',
    task: LINK,
    files: ['jpg', 'jpg'],
    shows: ['link.fills', 'kyc-upload.fills'],
    prepare: (world) => hyphenated(world),
  },
];

/** The built-in scenario of that name. */
export function findScenario(name: string): Scenario | undefined {
  return SCENARIOS.find((scenario) => scenario.name === name);
}
