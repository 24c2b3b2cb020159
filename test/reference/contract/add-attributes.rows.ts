import { missing, mistyped, notDocumented, refusal, unlisted } from './answers.js';
import { envelope } from './envelope.js';
import type { Basis, Row } from './row.js';
import { individual, kyc } from './steps.js';

const line = 'POST /customer/kyc/add-attributes';
const given = [individual('ada'), kyc('ada')];
const INVALID: readonly Basis[] = ['legacy.validation'];
const ISSUE_TYPES = ['NEW', 'REGISTRATION', 'RE-ISSUE', 'EXPIRED', 'DAMAGED'];
const ADDRESS_TYPES = ['PRIMARY', 'SECONDARY'];
const ATTRIBUTES = {
  productID: 'p1',
  nameOnCard: 'ADA',
  designId: 'd1',
  addressType: 'PRIMARY',
  issueType: 'NEW',
  additionalData: 'none',
};

export const ADD_ATTRIBUTES_ROWS: readonly Row[] = [
  {
    title: 'keeps the attributes',
    shows: ['attributes.answer', 'envelope'],
    given,
    call: { line, json: attributes(ATTRIBUTES) },
    answer: envelope('ada', { cardAttributes: ATTRIBUTES }),
  },
  {
    title: 'none given: nothing changes',
    shows: ['attributes.answer'],
    given,
    call: { line, json: { customerId: '{ada}' } },
    answer: envelope('ada'),
  },
  ...ADDRESS_TYPES.map((addressType): Row => ({
    title: `addressType ${addressType}`,
    shows: ['attributes.answer'],
    given,
    call: { line, json: attributes({ addressType }) },
    answer: envelope('ada', { cardAttributes: { addressType } }),
  })),
  ...ISSUE_TYPES.map((issueType): Row => ({
    title: `issueType ${issueType}`,
    shows: ['attributes.answer'],
    given,
    call: { line, json: attributes({ issueType }) },
    answer: envelope('ada', { cardAttributes: { issueType } }),
  })),
  {
    title: 'another addressType',
    shows: INVALID,
    given,
    call: { line, json: attributes({ addressType: 'primary' }) },
    answer: unlisted('/additionalAttributes/cardAttributes/addressType', ADDRESS_TYPES),
  },
  {
    title: 'another issueType',
    shows: INVALID,
    given,
    call: { line, json: attributes({ issueType: 'REISSUE' }) },
    answer: unlisted('/additionalAttributes/cardAttributes/issueType', ISSUE_TYPES),
  },
  {
    title: 'cardAttributes as text',
    shows: INVALID,
    given,
    call: { line, json: { customerId: '{ada}', additionalAttributes: { cardAttributes: 'NEW' } } },
    answer: mistyped('/additionalAttributes/cardAttributes', 'object'),
  },
  {
    title: 'additionalAttributes as text',
    shows: INVALID,
    given,
    call: { line, json: { customerId: '{ada}', additionalAttributes: 'NEW' } },
    answer: mistyped('/additionalAttributes', 'object'),
  },
  {
    title: 'no customerId',
    shows: INVALID,
    given,
    call: { line, json: { additionalAttributes: {} } },
    answer: missing('customerId'),
  },
  {
    title: 'KYC never started',
    shows: ['attributes.not-started'],
    given: [individual('ada')],
    call: { line, json: attributes(ATTRIBUTES) },
    answer: notDocumented('attributes.not-started', 'the answer for a customer whose KYC was never started'),
  },
  {
    title: 'an unknown customer',
    shows: ['legacy.customer-unknown'],
    call: { line, json: { customerId: 'cstap_1' } },
    answer: refusal('customerNotFound', 'Customer not found.'),
  },
];

function attributes(cardAttributes: Readonly<Record<string, string>>): unknown {
  return { customerId: '{ada}', additionalAttributes: { cardAttributes } };
}
