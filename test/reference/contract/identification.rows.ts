import {
  additional,
  idOf,
  missing,
  mistyped,
  refusalOf,
  success,
  tooLong,
  tooShort,
  unmatched,
} from './answers.js';
import { payload } from './payload.js';
import type { Answer, Basis, Row } from './row.js';
import { application, business, hyphenated, IDENTIFICATION, individual } from './steps.js';

const line = IDENTIFICATION;
const given = [individual('ada')];
const json = { reference: 'run1', customerId: '{ada}' };
const MADE: readonly Basis[] = ['identification.answer', 'identification.step-up', 'identification.several'];
const WITH_URL: readonly Basis[] = [...MADE, 'identification.webhook-url'];
const VALUES: readonly Basis[] = ['validation.values'];
const REFERENCE = '^[0-9a-zA-Z]+$';
const ID = '^[0-9a-zA-Z_]+$';
const TEXT = '^((?![<>]).)*$';

export const IDENTIFICATION_ROWS: readonly Row[] = [
  {
    title: 'starts a run that wants documents, and announces nothing',
    shows: [...WITH_URL, 'envelope', 'webhook.asynchronous'],
    given,
    call: { line, json: { ...json, webhookUrl: 'http://127.0.0.1:9/run' } },
    answer: started(),
  },
  { title: 'without a webhookUrl', shows: MADE, given, call: { line, json }, answer: started() },
  accepted('webhookUrl null', { webhookUrl: null }, WITH_URL),
  accepted('an empty webhookUrl', { webhookUrl: '' }, WITH_URL),
  accepted('a webhookUrl of 500 letters', { webhookUrl: 'x'.repeat(500) }, WITH_URL),
  accepted('syncMode true', { syncMode: true }),
  accepted('syncMode null', { syncMode: null }),
  {
    title: 'a reference of one letter',
    shows: MADE,
    given,
    call: { line, json: { ...json, reference: '0' } },
    answer: started('0'),
  },
  {
    title: 'a reference of 32 letters',
    shows: MADE,
    given,
    call: { line, json: { ...json, reference: 'x'.repeat(32) } },
    answer: started('x'.repeat(32)),
  },
  {
    title: 'a second application of the customer',
    shows: MADE,
    given: [...given, application('run0', 'ada')],
    call: { line, json },
    answer: started(),
  },
  {
    title: 'a business: each representative is an entity',
    shows: MADE,
    given: [business('works', 'Hopper', 'Noether')],
    call: { line, json: { ...json, customerId: '{works}' } },
    answer: success(payload(idOf('iapp_'), '{works}', { representatives: ['{works.1}', '{works.2}'] })),
  },
  {
    title: 'a reference that was used',
    shows: ['identification.reference-exists', 'akepa.error'],
    given: [...given, individual('bob', 'Babbage'), application('run1', 'bob')],
    call: { line, json },
    answer: refusalOf(400, 'referenceExists', 'Reference already exists.', {
      reference: 'run1',
      entityId: '{run1}',
    }),
  },
  {
    title: 'an unknown customer',
    shows: ['identification.customer-unknown', 'akepa.error'],
    call: { line, json: { ...json, customerId: 'cstap_1' } },
    answer: customerNotFound('cstap_1'),
  },
  {
    title: 'an id of 36 letters is looked up',
    shows: ['identification.customer-unknown'],
    call: { line, json: { ...json, customerId: 'x'.repeat(36) } },
    answer: customerNotFound('x'.repeat(36)),
  },
  {
    title: 'no reference',
    shows: ['validation.required', 'validation.shape'],
    given,
    call: { line, json: { customerId: '{ada}' } },
    answer: missing('reference'),
  },
  {
    title: 'no customerId',
    shows: ['validation.required', 'validation.shape'],
    call: { line, json: { reference: 'run1' } },
    answer: missing('customerId'),
  },
  {
    title: 'an unknown property',
    shows: ['validation.additional', 'validation.shape'],
    given,
    call: { line, json: { ...json, someAdditionalProperty: 1 } },
    answer: additional('someAdditionalProperty'),
  },
  {
    title: 'an unknown property beside webhookUrl',
    shows: ['validation.additional'],
    given,
    call: { line, json: { ...json, webhookUrl: 'x', someAdditionalProperty: 1 } },
    answer: additional('someAdditionalProperty'),
  },
  {
    title: 'the spelling webhookURL',
    shows: ['identification.webhook-url'],
    given,
    call: { line, json: { ...json, webhookURL: 'http://127.0.0.1:9/run' } },
    answer: additional('webhookURL'),
  },
  {
    title: 'two faults: the first is reported',
    shows: ['validation.required', 'validation.first'],
    given,
    call: { line, json: { customerId: '{ada}', documentId: 'doc-1' } },
    answer: missing('reference'),
  },
  refused('a hyphen in the reference', { reference: 'run-1' }, unmatched('/reference', REFERENCE)),
  refused(
    'an underscore in the reference',
    { reference: 'UNIQUE_REFERENCE_ID' },
    unmatched('/reference', REFERENCE),
  ),
  refused('a newline after the reference', { reference: 'run1\n' }, unmatched('/reference', REFERENCE)),
  refused('a reference of 33 letters', { reference: 'x'.repeat(33) }, tooLong('/reference', 32)),
  {
    ...refused('an empty reference', { reference: '' }, tooShort('/reference', 1)),
    shows: ['validation.values', 'validation.first'],
  },
  {
    ...refused(
      'a UUID with hyphens as the reference: too long, and outside the pattern',
      { reference: '0a0a0a0a-0b0b-0c0c-0d0d-0e0e0e0e0e0e' },
      tooLong('/reference', 32),
    ),
    shows: ['validation.values', 'validation.first'],
  },
  refused('a reference as a number', { reference: 1 }, mistyped('/reference', 'string')),
  refused('a reference null', { reference: null }, mistyped('/reference', 'string')),
  {
    ...refused("a customer's id with a hyphen", { customerId: 'csta-Old1' }, unmatched('/customerId', ID)),
    given: [hyphenated('csta-Old1')],
  },
  refused('an id of 37 letters', { customerId: 'x'.repeat(37) }, tooLong('/customerId', 36)),
  {
    ...refused('an empty id', { customerId: '' }, tooShort('/customerId', 1)),
    shows: ['validation.values', 'validation.first'],
  },
  refused('an id null', { customerId: null }, mistyped('/customerId', 'string')),
  refused('syncMode as text', { syncMode: 'true' }, mistyped('/syncMode', 'boolean')),
  refused('a webhookUrl of 501 letters', { webhookUrl: 'x'.repeat(501) }, tooLong('/webhookUrl', 500)),
  refused('< in the webhookUrl', { webhookUrl: 'http://<host>' }, unmatched('/webhookUrl', TEXT)),
  refused('a newline in the webhookUrl', { webhookUrl: 'http:\n' }, unmatched('/webhookUrl', TEXT)),
  refused('a webhookUrl as a number', { webhookUrl: 1 }, mistyped('/webhookUrl', 'string')),
];

function accepted(title: string, more: Readonly<Record<string, unknown>>, shows = MADE): Row {
  return { title, shows, given, call: { line, json: { ...json, ...more } }, answer: started() };
}

function refused(title: string, more: Readonly<Record<string, unknown>>, answer: Answer): Row {
  return { title, shows: VALUES, given, call: { line, json: { ...json, ...more } }, answer };
}

function started(reference = 'run1'): Answer {
  return success(payload(idOf('iapp_'), '{ada}', { reference }));
}

function customerNotFound(customerId: string): Answer {
  return refusalOf(400, 'customerNotFound', 'Customer not found.', { customerId });
}
