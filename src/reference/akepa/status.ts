import { applicationNotFound, customerNotFound } from '../refusal.js';
import { defineRoute, type Route } from '../route.js';
import { applicationPayload } from './applications.js';
import type { AkepaRoute } from './index.js';

interface StatusBody {
  readonly customerId: string;
  readonly applicationId: string;
}

/** Reads an application. */
export const applicationStatus: AkepaRoute<StatusBody> = {
  id: 'akepa-status',
  handle({ body: { customerId, applicationId } }, world) {
    const { applications, customers } = world.store;
    if (!customers.has(customerId)) {
      world.rely('status.other-customer');
      throw customerNotFound(customerId);
    }
    const application = applications.get(applicationId);
    if (!application) {
      world.rely('status.application-unknown');
      throw applicationNotFound(applicationId);
    }
    if (application.customerId !== customerId) {
      world.rely('status.other-customer');
      throw applicationNotFound(applicationId);
    }
    world.rely('status.answer');
    return applicationPayload(application);
  },
};

/** The path of the older docs, for clients of that age. */
export const olderStatus: Route = defineRoute<unknown>({
  id: 'akepa-status',
  method: 'GET',
  path: '/akepa/status/:customerId',
  dialect: 'akepa',
  body: 'none',
  handle({ params }, world) {
    const customerId = params['customerId'] ?? '';
    world.rely('status.older');
    if (!world.store.customers.has(customerId)) throw customerNotFound(customerId);
    const own = [...world.store.applications.values()].filter((row) => row.customerId === customerId);
    const latest = own.at(-1);
    if (!latest) return world.refuseUnknown('status.no-application');
    return applicationPayload(latest);
  },
});
