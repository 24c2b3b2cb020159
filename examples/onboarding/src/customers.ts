import axios from 'axios';
import { ConnectFiError, explain, type Answer, type Customer } from './connectfi.js';

const token = process.env.CONNECTFI_TOKEN ?? '';
const connectfi = axios.create({
  baseURL: process.env.CONNECTFI_BASE_URL,
  headers: { 'x-connectfi-token': token },
  timeout: 10_000,
});

/** Answers the id of the new customer, or of the one that connectFi already knows. */
export async function registerCustomer(
  customerReference: string,
  customer: Record<string, unknown>,
): Promise<string> {
  const body = { customerReference, customerType: 'individual', customer };
  try {
    // Registering starts no check: that takes a /customer/kyc/init of its own.
    const answer = await connectfi.post<Answer<Customer>>('/customer/init', body);
    return answer.data.data.customerId;
  } catch (err) {
    return knownCustomer(explain(err));
  }
}

export async function readCustomer(customerId: string): Promise<Customer> {
  const answer = await connectfi.get<Answer<Customer>>(`/customer/status/${customerId}`);
  return answer.data.data;
}

/** The web app's contact form follows connectFi's own schema, so its body goes through as it is. */
export async function updateContact(update: Record<string, unknown>): Promise<void> {
  await connectfi.post('/customer/update', update);
}

function knownCustomer(failure: unknown): string {
  // Someone who left half-way and comes back signs up a second time.
  if (failure instanceof ConnectFiError && failure.code === 'customerExists') {
    const { customerId } = failure.context;
    if (typeof customerId === 'string') return customerId;
  }
  throw failure;
}
