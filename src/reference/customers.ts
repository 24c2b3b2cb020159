import { customerNotFound } from './refusal.js';
import type { Customer, CustomerType, Representative } from './store.js';
import type { World } from './world.js';

/** Shown as `cFiAggregatorId` and `aggregatorId` in the documented examples. */
export const AGGREGATOR = 'CLIENTID';

export interface NewCustomer {
  readonly reference: string;
  readonly customerType: CustomerType;
  readonly customer: Readonly<Record<string, unknown>>;
  /** Default: a new one. */
  readonly customerId?: string;
}

/** Puts a customer into the store, with an id for each representative. */
export function addCustomer(world: World, wanted: NewCustomer): Customer {
  const { reference, customerType, customer } = wanted;
  const customerId = wanted.customerId ?? world.mint(customerType === 'business' ? 'cstab' : 'cstap');
  const representatives =
    customerType === 'business' ? listOf(customer['representatives']).map((row) => identify(world, row)) : [];
  const added: Customer = {
    customerId,
    reference,
    customerType,
    customer:
      representatives.length === 0
        ? customer
        : { ...customer, representatives: merge(customer, representatives) },
    representatives,
    createdAt: world.now(),
  };
  world.store.customers.set(customerId, added);
  world.store.customerReferences.set(reference, customerId);
  for (const taxId of taxIdsOf(customer)) world.store.taxIds.set(taxId, customerId);
  return added;
}

/** @throws {Refusal} customerNotFound */
export function customerOf(world: World, customerId: string): Customer {
  const customer = world.store.customers.get(customerId);
  if (!customer) throw customerNotFound(customerId);
  return customer;
}

/** The numbers that a person or a business has once. */
export function taxIdsOf(customer: Readonly<Record<string, unknown>>): string[] {
  return [customer['ssn'], customer['fein']].filter(
    (value) => typeof value === 'string' && value !== '',
  ) as string[];
}

/** Everyone whose last name the sandbox looks at. */
export function lastNamesOf({ customer, representatives }: Customer): (string | undefined)[] {
  return [textOf(customer['lastName']), ...representatives.map(({ lastName }) => lastName)];
}

function identify(world: World, row: Readonly<Record<string, unknown>>): Representative {
  return { id: textOf(row['id']) ?? world.mint('cstar'), lastName: textOf(row['lastName']) };
}

function merge(
  customer: Readonly<Record<string, unknown>>,
  representatives: readonly Representative[],
): unknown[] {
  return listOf(customer['representatives']).map((row, index) => ({
    ...row,
    id: representatives[index]?.id,
  }));
}

function listOf(value: unknown): Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(value)) return [];
  return value.filter((row) => typeof row === 'object' && row !== null) as Readonly<
    Record<string, unknown>
  >[];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
