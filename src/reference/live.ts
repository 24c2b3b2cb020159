import type { BodySchema } from '../endpoints/types.js';
import { addCustomer, AGGREGATOR, taxIdsOf } from './customers.js';
import { base62, sha256 } from './ids.js';
import { Refusal, referenceExists, unauthorized } from './refusal.js';
import { defineRoute, type Route } from './route.js';
import type { CustomerType } from './store.js';
import type { World } from './world.js';

/** A login and its password. */
export interface Credentials {
  readonly login: string;
  readonly password: string;
}

interface TokenBody {
  readonly user: Credentials;
}

interface CustomerBody {
  readonly customerReference: string;
  readonly customerType: CustomerType;
  readonly customer: Readonly<Record<string, unknown>>;
}

const TEXT = { type: 'string', minLength: 1 } as const;
/** As every id of the newer pages. */
const LOGIN = { type: 'string', pattern: '^[0-9a-zA-Z_]+$', minLength: 1, maxLength: 36 } as const;

const TOKEN_SCHEMA: BodySchema = {
  type: 'object',
  required: ['user'],
  properties: {
    user: {
      type: 'object',
      required: ['login', 'password'],
      properties: { login: LOGIN, password: TEXT, requestId: { type: 'string', maxLength: 32 } },
    },
  },
};
const CUSTOMER_SCHEMA: BodySchema = {
  type: 'object',
  required: ['customerReference', 'customerType', 'customer'],
  properties: {
    customerReference: TEXT,
    customerType: { type: 'string', enum: ['individual', 'business'] },
    customer: { type: 'object' },
  },
};

/** Makes a token; only its hash is kept. */
export function issueToken(world: World, endsAt: number): string {
  const token = base62(world.bytes());
  world.store.tokens.set(sha256(token), endsAt);
  return token;
}

/**
 * The calls that are not deprecated and that a flow starts with: a token and a customer.
 *
 * @param lifetime of a token, in milliseconds
 * @param credentials the only ones accepted; default: any
 */
export function liveRoutes(lifetime: number, credentials: Credentials | undefined): readonly Route[] {
  const token = defineRoute<TokenBody>({
    id: 'auth',
    method: 'POST',
    path: '/auth/get-token',
    dialect: 'akepa',
    isOpen: true,
    body: 'json',
    schema: TOKEN_SCHEMA,
    invalid: () => 'auth.validation',
    handle({ body: { user } }, world) {
      if (credentials && (user.login !== credentials.login || user.password !== credentials.password)) {
        world.rely('auth.refused');
        throw unauthorized();
      }
      world.rely('auth.token');
      const endsAt = world.now() + lifetime;
      return { token: issueToken(world, endsAt), dtsExpireAt: new Date(endsAt).toISOString() };
    },
  });

  const customer = defineRoute<CustomerBody>({
    id: 'customer-init',
    method: 'POST',
    path: '/customer/init',
    dialect: 'akepa',
    body: 'json',
    schema: CUSTOMER_SCHEMA,
    invalid: () => 'customer.validation',
    handle({ body: { customerReference, customerType, customer } }, world) {
      const known = world.store.customerReferences.get(customerReference);
      if (known !== undefined) {
        world.rely('customer.reference-exists');
        throw referenceExists(customerReference, known);
      }
      const same = taxIdsOf(customer).flatMap((taxId) => world.store.taxIds.get(taxId) ?? [])[0];
      if (same !== undefined) {
        world.rely('customer.exists');
        throw customerExists(same);
      }
      world.rely('customer.created', 'customer.answer');
      if (customerType === 'business') world.rely('customer.representatives');
      const added = addCustomer(world, { reference: customerReference, customerType, customer });
      return {
        reference: added.reference,
        customerId: added.customerId,
        customerType: added.customerType,
        customer: added.customer,
      };
    },
  });

  return [token, customer];
}

function customerExists(customerId: string): Refusal {
  return new Refusal(400, 'customerExists', {
    message: 'Customer already exists.',
    context: { cFiAggregatorId: AGGREGATOR, customerId },
  });
}
