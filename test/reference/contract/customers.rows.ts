import { idOf, missing, mistyped, refusalOf, success, tooShort, unlisted } from './answers.js';
import type { Answer, Basis, Row } from './row.js';
import { business, individual } from './steps.js';

const line = 'POST /customer/init';
const ADA = { firstName: 'Ada', lastName: 'Lovelace' };
const INDIVIDUAL = { customerReference: 'ref1', customerType: 'individual', customer: ADA };
const MADE: readonly Basis[] = ['customer.created', 'customer.answer'];
const INVALID: readonly Basis[] = ['customer.validation'];

export const CUSTOMER_ROWS: readonly Row[] = [
  {
    title: 'an individual',
    shows: [...MADE, 'envelope'],
    call: { line, json: INDIVIDUAL },
    answer: made('individual', ADA),
  },
  {
    title: 'representatives of an individual are only data',
    shows: MADE,
    call: { line, json: { ...INDIVIDUAL, customer: { representatives: [{ lastName: 'Hopper' }] } } },
    answer: made('individual', { representatives: [{ lastName: 'Hopper' }] }),
  },
  {
    title: 'a business without representatives',
    shows: [...MADE, 'customer.representatives'],
    call: { line, json: ofBusiness({ businessName: 'Engines' }) },
    answer: made('business', { businessName: 'Engines' }),
  },
  {
    title: "a representative with an id of the client's, one without, one with an empty one",
    shows: [...MADE, 'customer.representatives'],
    call: {
      line,
      json: ofBusiness({
        representatives: [{ id: 'rep_1', lastName: 'Hopper' }, { lastName: 'Noether' }, { id: '' }],
      }),
    },
    answer: made('business', {
      representatives: [
        { id: 'rep_1', lastName: 'Hopper' },
        { id: idOf('cstar_'), lastName: 'Noether' },
        { id: idOf('cstar_') },
      ],
    }),
  },
  {
    title: 'representatives that are no objects are left out',
    shows: [...MADE, 'customer.representatives'],
    call: { line, json: ofBusiness({ representatives: ['Hopper', { id: 'rep_1' }, null] }) },
    answer: made('business', { representatives: [{ id: 'rep_1' }] }),
  },
  {
    title: 'unknown properties are let through',
    shows: MADE,
    call: { line, json: { ...INDIVIDUAL, more: 1 } },
    answer: made('individual', ADA),
  },
  {
    title: 'a reference that was used',
    shows: ['customer.reference-exists', 'akepa.error'],
    given: [individual('ref1')],
    call: { line, json: INDIVIDUAL },
    answer: refusalOf(400, 'referenceExists', 'Reference already exists.', {
      reference: 'ref1',
      entityId: '{ref1}',
    }),
  },
  {
    title: 'a known ssn',
    shows: ['customer.exists', 'akepa.error'],
    given: [...someone({ ssn: '1' })],
    call: { line, json: { ...INDIVIDUAL, customer: { ssn: '1' } } },
    answer: customerExists(),
  },
  {
    title: 'a known fein',
    shows: ['customer.exists'],
    given: [...someone({ fein: '1' })],
    call: { line, json: ofBusiness({ fein: '1' }) },
    answer: customerExists(),
  },
  {
    title: 'an empty ssn is none',
    shows: MADE,
    given: [...someone({ ssn: '' })],
    call: { line, json: { ...INDIVIDUAL, customer: { ssn: '' } } },
    answer: made('individual', { ssn: '' }),
  },
  {
    title: 'another ssn, the same name',
    shows: MADE,
    given: [...someone({ ...ADA, ssn: '1' }), business('works', 'Hopper')],
    call: { line, json: { ...INDIVIDUAL, customer: { ...ADA, ssn: '2' } } },
    answer: made('individual', { ...ADA, ssn: '2' }),
  },
  {
    title: 'no customerReference',
    shows: INVALID,
    call: { line, json: { ...INDIVIDUAL, customerReference: undefined } },
    answer: missing('customerReference'),
  },
  {
    title: 'no customerType',
    shows: INVALID,
    call: { line, json: { ...INDIVIDUAL, customerType: undefined } },
    answer: missing('customerType'),
  },
  {
    title: 'no customer',
    shows: INVALID,
    call: { line, json: { ...INDIVIDUAL, customer: undefined } },
    answer: missing('customer'),
  },
  {
    title: 'an empty customerReference',
    shows: INVALID,
    call: { line, json: { ...INDIVIDUAL, customerReference: '' } },
    answer: tooShort('/customerReference', 1),
  },
  {
    title: 'another customerType',
    shows: INVALID,
    call: { line, json: { ...INDIVIDUAL, customerType: 'INDIVIDUAL' } },
    answer: unlisted('/customerType', ['individual', 'business']),
  },
  {
    title: 'customer as text',
    shows: INVALID,
    call: { line, json: { ...INDIVIDUAL, customer: 'Ada' } },
    answer: mistyped('/customer', 'object'),
  },
];

function ofBusiness(customer: unknown): unknown {
  return { customerReference: 'ref1', customerType: 'business', customer };
}

/** A customer called `known`, of another reference. */
function someone(customer: Readonly<Record<string, string>>): NonNullable<Row['given']> {
  return [individual('known', 'Lovelace', customer)];
}

function made(customerType: 'individual' | 'business', customer: unknown): Answer {
  const customerId = idOf(customerType === 'business' ? 'cstab_' : 'cstap_');
  return success({ reference: 'ref1', customerId, customerType, customer });
}

function customerExists(): Answer {
  return refusalOf(400, 'customerExists', 'Customer already exists.', {
    cFiAggregatorId: 'CLIENTID',
    customerId: '{known}',
  });
}
