import { randomUUID } from 'node:crypto';

const applications = new Map<string, string>();

/** A new reference for a run of KYC: 32 letters and digits. */
export function newReference(): string {
  return randomUUID().replaceAll('-', '');
}

/** Keeps what connectFi's webhook says of a customer's application. */
export function rememberApplication(customerId: string, applicationId: string): void {
  applications.set(customerId, applicationId);
}

/** The application that a customer's documents belong to. */
export function applicationOf(customerId: string): Promise<string> {
  const applicationId = applications.get(customerId);
  if (applicationId === undefined) return Promise.reject(new Error(`No application for ${customerId}`));
  return Promise.resolve(applicationId);
}
