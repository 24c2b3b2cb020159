import { idOf, missing, mistyped, refusal } from './answers.js';
import { envelope } from './envelope.js';
import type { Basis, Row } from './row.js';
import { business, hyphenated, individual, kyc, KYC_INIT, linked } from './steps.js';

const line = KYC_INIT;
const given = [individual('ada')];
const STARTS: readonly Basis[] = ['kyc-init.slots', 'kyc-init.answer'];
const NEW = envelope('ada', { slotId: idOf('doc-') });
const WEBHOOK = 'http://127.0.0.1:9/kyc';

export const KYC_INIT_ROWS: readonly Row[] = [
  {
    title: 'starts KYC with two empty slots',
    shows: [...STARTS, 'envelope'],
    given,
    call: { line, json: { customerId: '{ada}' } },
    answer: NEW,
  },
  {
    title: 'syncMode true',
    shows: STARTS,
    given,
    call: { line, json: { customerId: '{ada}', syncMode: true } },
    answer: NEW,
  },
  {
    title: 'syncMode null',
    shows: STARTS,
    given,
    call: { line, json: { customerId: '{ada}', syncMode: null } },
    answer: NEW,
  },
  {
    title: 'syncMode as text',
    shows: ['legacy.validation'],
    given,
    call: { line, json: { customerId: '{ada}', syncMode: 'true' } },
    answer: mistyped('/syncMode', 'boolean'),
  },
  {
    title: 'a webhookURL; the start answers the call and is not announced',
    shows: [...STARTS, 'kyc-init.webhook'],
    given,
    call: { line, json: { customerId: '{ada}', webhookURL: WEBHOOK } },
    answer: NEW,
  },
  {
    title: 'webhookURL null',
    shows: ['legacy.validation'],
    given,
    call: { line, json: { customerId: '{ada}', webhookURL: null } },
    answer: mistyped('/webhookURL', 'string'),
  },
  {
    title: 'unknown properties are let through',
    shows: STARTS,
    given,
    call: { line, json: { customerId: '{ada}', webhookUrl: WEBHOOK, reference: 'run1' } },
    answer: NEW,
  },
  {
    title: "a customer's id with a hyphen",
    shows: STARTS,
    given: [hyphenated('csta-Old1')],
    call: { line, json: { customerId: 'csta-Old1' } },
    answer: envelope('old', { reference: 'refOld', slotId: idOf('doc-'), customerId: 'csta-Old1' }),
  },
  {
    title: 'a business customer',
    shows: [...STARTS, 'kyc-init.business'],
    given: [business('works', 'Hopper')],
    call: { line, json: { customerId: '{works}' } },
    answer: envelope('works', {
      customerType: 'business',
      customer: {
        businessName: 'Engines',
        representatives: [{ id: 'rep_works_1', lastName: 'Hopper' }],
      },
      slotId: idOf('doc-'),
    }),
  },
  {
    title: 'a second time: the slots stay, and the files in them',
    shows: [...STARTS, 'kyc-init.again'],
    given: [individual('ada'), kyc('ada'), linked('ada.front', 'scan.png')],
    call: { line, json: { customerId: '{ada}' } },
    answer: envelope('ada', { front: 'png' }),
  },
  {
    title: 'no customerId',
    shows: ['legacy.validation'],
    call: { line, json: { syncMode: false } },
    answer: missing('customerId'),
  },
  {
    title: 'customerId as a number',
    shows: ['legacy.validation'],
    call: { line, json: { customerId: 1 } },
    answer: mistyped('/customerId', 'string'),
  },
  {
    title: 'an unknown customer',
    shows: ['legacy.customer-unknown', 'legacy.error'],
    call: { line, json: { customerId: 'cstap_1' } },
    answer: refusal('customerNotFound', 'Customer not found.'),
  },
];
