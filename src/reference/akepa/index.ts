import { akepaEndpoint } from '../../endpoints/lookup.js';
import type { AkepaId } from '../../endpoints/types.js';
import type { BehaviourId } from '../behaviours/index.js';
import { defineRoute, type Route } from '../route.js';
import type { BodyError } from '../validate.js';
import { generateDocument, uploadDocument } from './documents.js';
import { identification } from './identification.js';
import { applicationStatus, olderStatus } from './status.js';
import { update } from './update.js';

/** What an akepa route adds to its row of the endpoint table. */
export interface AkepaRoute<Body> {
  readonly id: AkepaId;
  readonly handle: Route<Body>['handle'];
}

/**
 * The akepa endpoints.
 *
 * @param withOlderStatus also GET /akepa/status/:customerId
 */
export function akepaRoutes(withOlderStatus: boolean): readonly Route[] {
  const routes = [
    define(identification),
    define(applicationStatus),
    define(generateDocument),
    define(uploadDocument),
    define(update),
  ];
  return withOlderStatus ? [...routes, olderStatus] : routes;
}

function define<Body>(route: AkepaRoute<Body>): Route {
  const { method, path, body, mark } = akepaEndpoint(route.id);
  return defineRoute<Body>({
    ...route,
    method,
    path,
    dialect: 'akepa',
    body: body ? 'json' : 'file',
    ...(body && { schema: body }),
    // The only endpoint whose schema is inferred.
    ...(mark === 'inferred' && { shape: 'update.shape' }),
    invalid: (error) => refusalOf(route.id, error),
  });
}

/** How the refusal of a body is known. */
function refusalOf(id: AkepaId, { keyword, params }: BodyError): BehaviourId {
  if (keyword === 'required') return 'validation.required';
  if (keyword !== 'additionalProperties') return 'validation.values';
  if (id !== 'akepa-identification') return 'validation.additional-elsewhere';
  return params['additionalProperty'] === 'webhookURL'
    ? 'identification.webhook-url'
    : 'validation.additional';
}
