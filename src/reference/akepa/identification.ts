import { customerNotFound, referenceExists } from '../refusal.js';
import { applicationPayload, openApplication } from './applications.js';
import type { AkepaRoute } from './index.js';

interface IdentificationBody {
  readonly reference: string;
  readonly customerId: string;
  readonly webhookUrl?: string | null;
}

/** Starts a run of KYC; what `syncMode` changes is not documented, so it changes nothing. */
export const identification: AkepaRoute<IdentificationBody> = {
  id: 'akepa-identification',
  handle({ body: { reference, customerId, webhookUrl } }, world) {
    const customer = world.store.customers.get(customerId);
    if (!customer) {
      world.rely('identification.customer-unknown');
      throw customerNotFound(customerId);
    }
    const used = world.store.applicationReferences.get(reference);
    if (used !== undefined) {
      world.rely('identification.reference-exists');
      throw referenceExists(reference, used);
    }
    world.rely('identification.answer', 'identification.step-up', 'identification.several');
    if (webhookUrl !== undefined) world.rely('identification.webhook-url');
    return applicationPayload(
      openApplication(world, customer, { reference, webhookUrl: webhookUrl ?? undefined }),
    );
  },
};
