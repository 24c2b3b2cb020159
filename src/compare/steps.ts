import type { Place } from '../reference/behaviours/types.js';
import type { Exchange } from '../reference/exchange.js';
import type { Api, Role, Step } from './types.js';

const ROLES: Readonly<Partial<Record<Place, readonly [Role, Api]>>> = {
  auth: ['token', 'neither'],
  'customer-init': ['customer', 'neither'],
  'kyc-init': ['start', 'legacy'],
  'kyc-status': ['status', 'legacy'],
  'kyc-upload': ['upload', 'legacy'],
  'kyc-document-link': ['link', 'legacy'],
  'document-generate': ['generate', 'legacy'],
  'document-upload': ['upload', 'legacy'],
  'akepa-identification': ['start', 'akepa'],
  'akepa-status': ['status', 'akepa'],
  'akepa-document-generate': ['generate', 'akepa'],
  'akepa-document-upload': ['upload', 'akepa'],
  'akepa-update': ['link', 'akepa'],
};

/** What a call is for, and on which side. */
export function roleOf(endpoint: Place | undefined): readonly [Role, Api] {
  return (endpoint && ROLES[endpoint]) ?? ['other', 'neither'];
}

/**
 * A call as it is compared and shown.
 *
 * @param name replaces the ids in a text
 */
export function stepOf(exchange: Exchange, name: (text: string) => string): Step {
  const [role, api] = roleOf(exchange.endpoint);
  const code = codeOf(exchange);
  return {
    method: exchange.method,
    path: name(exchange.path),
    role,
    api,
    status: exchange.status,
    ...(code !== undefined && { code }),
  };
}

/** The code of a refusal. */
export function codeOf({ status, responseText }: Exchange): string | undefined {
  if (status === 0) return 'connection reset';
  // A HEAD is answered without a body.
  if (status < 400 || responseText === '') return undefined;
  const { code } = JSON.parse(responseText) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
