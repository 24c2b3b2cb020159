import { notDocumented, refusal } from './answers.js';
import { envelope } from './envelope.js';
import type { Row } from './row.js';
import { done, file, hyphenated, individual, kyc, linked } from './steps.js';

const line = 'GET /customer/kyc/status/{ada}';
const given = [individual('ada'), kyc('ada')];

export const KYC_STATUS_ROWS: readonly Row[] = [
  {
    title: 'KYC just started',
    shows: ['kyc-status.answer', 'envelope'],
    given,
    call: { line },
    answer: envelope('ada'),
  },
  {
    title: 'needs no content type, and minds none',
    shows: ['kyc-status.answer'],
    given,
    call: { line, headers: { 'content-type': 'application/json' } },
    answer: envelope('ada'),
  },
  {
    title: 'one slot filled by an upload',
    shows: ['kyc-status.answer'],
    given: [...given, done({ line: 'POST /customer/kyc/upload/{ada}/{ada.back}', parts: file('scan.png') })],
    call: { line },
    answer: envelope('ada', { back: 'png' }),
  },
  {
    title: 'one slot filled by a link',
    shows: ['kyc-status.answer'],
    given: [...given, linked('ada.front', 'scan.jpg')],
    call: { line },
    answer: envelope('ada', { front: 'jpg' }),
  },
  {
    title: 'every slot filled: approved, in both places',
    shows: ['kyc-status.answer'],
    given: [...given, linked('ada.front', 'scan.jpg'), linked('ada.back', 'scan.png')],
    call: { line },
    answer: envelope('ada', { status: 'APPROVED', front: 'jpg', back: 'png' }),
  },
  {
    title: 'one slot filled twice: the other is still waited for',
    shows: ['kyc-status.answer'],
    given: [...given, linked('ada.front', 'scan.jpg'), linked('ada.front', 'scan.png')],
    call: { line },
    answer: envelope('ada', { front: 'png' }),
  },
  {
    title: 'each customer has slots of its own',
    shows: ['kyc-status.answer'],
    given: [...given, individual('bob', 'Babbage'), kyc('bob'), linked('bob.front')],
    call: { line },
    answer: envelope('ada'),
  },
  {
    title: 'card attributes that were added',
    shows: ['kyc-status.answer'],
    given: [
      ...given,
      done({
        line: 'POST /customer/kyc/add-attributes',
        json: { customerId: '{ada}', additionalAttributes: { cardAttributes: { productID: 'p1' } } },
      }),
    ],
    call: { line },
    answer: envelope('ada', { cardAttributes: { productID: 'p1' } }),
  },
  {
    title: "a customer's id with a hyphen",
    shows: ['kyc-status.answer'],
    given: [hyphenated('csta-Old1'), (stage) => stage.name('old', 'csta-Old1'), kyc('old')],
    call: { line: 'GET /customer/kyc/status/csta-Old1' },
    answer: envelope('old', { reference: 'refOld' }),
  },
  {
    title: 'KYC never started',
    shows: ['kyc-status.not-started'],
    given: [individual('ada')],
    call: { line },
    answer: notDocumented('kyc-status.not-started', 'the status of a customer whose KYC was never started'),
  },
  {
    title: 'an unknown customer',
    shows: ['legacy.customer-unknown', 'legacy.error'],
    given,
    call: { line: 'GET /customer/kyc/status/cstap_1' },
    answer: refusal('customerNotFound', 'Customer not found.'),
  },
];
