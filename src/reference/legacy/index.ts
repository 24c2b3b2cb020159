import { legacyEndpoint } from '../../endpoints/lookup.js';
import type { BodySchema, HttpMethod, LegacyId } from '../../endpoints/types.js';
import { defineRoute, type Route } from '../route.js';
import { addAttributes } from './add-attributes.js';
import { generateDocument, uploadDocument } from './documents.js';
import { linkDocument } from './document-link.js';
import { initKyc } from './init.js';
import { kycStatus } from './status.js';
import { uploadKycDocument } from './upload.js';

/** What a legacy route adds to its row of the endpoint table. */
export interface LegacyRoute<Body> {
  readonly id: LegacyId;
  readonly body: Route['body'];
  readonly schema?: BodySchema;
  readonly handle: Route<Body>['handle'];
}

/** The deprecated endpoints. */
export const LEGACY_ROUTES: readonly Route[] = [
  define(initKyc),
  define(kycStatus),
  define(uploadKycDocument),
  define(linkDocument),
  define(addAttributes),
  define(generateDocument),
  define(uploadDocument),
];

function define<Body>(route: LegacyRoute<Body>): Route {
  const { method, path } = legacyEndpoint(route.id);
  if (method === undefined) throw new Error(`${route.id} stands for several methods`);
  const known: HttpMethod = method;
  return defineRoute<Body>({
    ...route,
    method: known,
    path,
    dialect: 'legacy',
    invalid: () => 'legacy.validation',
  });
}
