import { applicationPayload, decide } from './akepa/applications.js';
import { applicationNotFound, Refusal } from './refusal.js';
import { defineRoute, type Route } from './route.js';
import type { Outcome } from './store.js';

interface DecideBody {
  readonly applicationId: string;
  readonly outcome: Outcome;
}

/** What PayGears is asked for by people: the result of a review. No part of connectFi's API. */
export const decideRoute: Route = defineRoute<DecideBody>({
  id: 'webhook',
  method: 'POST',
  path: '/reference/decide',
  dialect: 'akepa',
  body: 'json',
  schema: {
    type: 'object',
    required: ['applicationId', 'outcome'],
    properties: {
      applicationId: { type: 'string' },
      outcome: { type: 'string', enum: ['Approved', 'Denied'] },
    },
    additionalProperties: false,
  },
  handle({ body: { applicationId, outcome } }, world) {
    const application = world.store.applications.get(applicationId);
    if (!application) throw applicationNotFound(applicationId);
    world.rely('webhook.decision', 'webhook.body');
    if (outcome === 'Denied') world.rely('webhook.denied');
    if (!decide(world, application, outcome))
      throw new Refusal(400, 'notUnderReview', { message: 'The application does not wait for review.' });
    return applicationPayload(application);
  },
});
