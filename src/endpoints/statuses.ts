/** The statuses of an application that is not decided (documented), as the status page names them. */
export const OPEN_STATUSES = [
  'pending_step_up',
  'pending_documents',
  'data_request',
  'running',
  'waiting_review',
  'pending_journey_application_review',
] as const;

export type ApplicationStatus = (typeof OPEN_STATUSES)[number];

/** The status of an application that is decided; its `outcome` says how. */
export const COMPLETED = 'completed';

/** The outcome of an application, spelled as the webhook's page has it. */
export const APPROVED_OUTCOME = 'Approved';
