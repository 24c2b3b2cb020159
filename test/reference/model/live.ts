import { payloadOf } from './applications.js';
import { INSTANT, refusal, success } from './expected.js';
import { chosen, idsOf, labelled } from './pick.js';
import { journeyOf, type Model, type ModelCustomer, type ModelEntity } from './state.js';
import type { Action, Label, Person } from './step.js';
import { closed, open, type Learn, type Turn } from './turn.js';

type ActionOf<Call extends Action['call']> = Extract<Action, { call: Call }>;

/** A form that holds for any id. */
const TOKEN = /^[0-9A-Za-z]{22}$/;
const REPRESENTATIVE = /^[0-9A-Za-z]+_[0-9A-Za-z]{22}$/;

/** POST /auth/get-token */
export function token(model: Model, { hasLogin }: ActionOf<'token'>): Turn {
  const user = { ...(hasLogin && { login: 'demo' }), password: 'demo' };
  return {
    method: 'POST',
    path: '/auth/get-token',
    isOpen: true,
    json: {
      ...open({ user }, 'user'),
      ...(!hasLogin && { invalid: { keyword: 'required', instancePath: '/user' } }),
    },
    judge(learn) {
      const given = learn('token', TOKEN);
      model.tokens.push(given);
      return success({ token: given, dtsExpireAt: INSTANT });
    },
  };
}

/** POST /customer/init for a person */
export function individual(model: Model, action: ActionOf<'individual'>): Turn {
  const { reference, taxId, person } = action;
  const sent = { firstName: 'Jane', lastName: person.lastName, ...taxIdField(model, 'ssn', taxId) };
  return init(model, { type: 'individual', reference, sent, persons: [person], learnt: () => [sent, []] });
}

/** POST /customer/init for a business */
export function business(model: Model, action: ActionOf<'business'>): Turn {
  const { reference, taxId, representatives } = action;
  const rows = representatives.map(({ lastName, hasOwnId }, index) => ({
    ...(hasOwnId && { id: `own_${model.customers.length}_${index}` }),
    lastName,
  }));
  const sent = { name: 'Doe Ltd', ...taxIdField(model, 'fein', taxId), representatives: rows };
  return init(model, {
    type: 'business',
    reference,
    sent,
    persons: representatives,
    learnt(learn) {
      const shown = rows.map((row, index) => ({
        ...row,
        id: row.id ?? learn(`customer.representatives.${index}.id`, REPRESENTATIVE),
      }));
      return [{ ...sent, representatives: shown }, shown.map(({ id }) => id)];
    },
  });
}

/** POST /reference/decide, which stands for asking PayGears */
export function decide(model: Model, { application, outcome }: ActionOf<'decide'>): Turn {
  const waiting = model.applications.filter((row) => journeyOf(row).status === 'waiting_review');
  const applicationId = chosen(model, application, idsOf(waiting), idsOf(model.applications));
  const found = model.applications.find(({ id }) => id === applicationId);
  return {
    method: 'POST',
    path: '/reference/decide',
    json: closed({ applicationId, outcome }, 'applicationId', 'outcome'),
    judge() {
      if (!found) return refusal(404, 'applicationNotFound', 'Application not found.', { applicationId });
      if (!waiting.includes(found))
        return refusal(400, 'notUnderReview', 'The application does not wait for review.');
      found.decided = outcome;
      if (found.webhookUrl) model.announced.push({ url: found.webhookUrl, data: payloadOf(found) });
      return success(payloadOf(found));
    },
  };
}

interface NewCustomer {
  readonly type: ModelCustomer['type'];
  readonly reference: Label;
  readonly sent: Readonly<Record<string, unknown>>;
  readonly persons: readonly Person[];
  /** The customer as the answer shows it, and the ids of the representatives. */
  readonly learnt: (learn: Learn) => [shown: unknown, representatives: readonly string[]];
}

function init(model: Model, { type, reference, sent, persons, learnt }: NewCustomer): Turn {
  const customerReference = labelled(
    reference,
    model.customers.map((row) => row.reference),
    'person',
  );
  const taxId = [sent['ssn'], sent['fein']].find((value) => typeof value === 'string');
  return {
    method: 'POST',
    path: '/customer/init',
    json: open(
      { customerReference, customerType: type, customer: sent },
      ...['customerReference', 'customerType', 'customer'],
    ),
    judge(learn) {
      const sameReference = model.customers.find((row) => row.reference === customerReference);
      if (sameReference)
        return refusal(400, 'referenceExists', 'Reference already exists.', {
          reference: customerReference,
          entityId: sameReference.id,
        });
      const samePerson = model.customers.find((row) => taxId !== undefined && row.taxId === taxId);
      if (samePerson)
        return refusal(400, 'customerExists', 'Customer already exists.', {
          cFiAggregatorId: 'CLIENTID',
          customerId: samePerson.id,
        });
      const id = learn('customerId', type === 'individual' ? /^cstap_\w{22}$/ : /^cstab_\w{22}$/);
      const [shown, representatives] = learnt(learn);
      const entities: ModelEntity[] = [
        { entityId: id, isCustomer: true },
        ...representatives.map((entityId) => ({ entityId, isCustomer: false })),
      ];
      const isReviewed = persons.some(({ lastName }) => lastName === 'WaitReview');
      model.customers.push({ id, reference: customerReference, type, shown, taxId, entities, isReviewed });
      return success({ reference: customerReference, customerId: id, customerType: type, customer: shown });
    },
  };
}

function taxIdField(model: Model, name: string, label: Label | undefined): Record<string, string> {
  if (!label) return {};
  const used = model.customers.flatMap((row) => row.taxId ?? []);
  return { [name]: labelled(label, used, `${name}${model.customers.length}x`) };
}
