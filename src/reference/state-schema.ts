const TEXT = { type: 'string' };
const COUNT = { type: 'integer', minimum: 0 };

const FILE = object(
  { sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' }, size: COUNT },
  { extension: TEXT },
);

const SLOT = object(
  { id: TEXT, label: TEXT, type: TEXT, documentSide: { enum: ['FRONT', 'BACK'] } },
  { file: FILE },
);

const KYC = object(
  { status: { enum: ['WAITING_DATA', 'APPROVED'] }, slots: { type: 'array', items: SLOT } },
  { webhookURL: TEXT, cardAttributes: { type: 'object' } },
);

const CUSTOMER = object(
  {
    customerId: TEXT,
    reference: TEXT,
    customerType: { enum: ['individual', 'business'] },
    customer: { type: 'object' },
    representatives: { type: 'array', items: object({ id: TEXT }, { lastName: TEXT }) },
    createdAt: { type: 'integer' },
  },
  { kyc: KYC },
);

const AKEPA_DOCUMENT = object(
  { id: TEXT, workflow: TEXT, type: TEXT, extension: TEXT },
  { file: FILE, attachedTo: object({ applicationId: TEXT, entityId: TEXT }) },
);

const APPLICATION = object(
  {
    applicationId: TEXT,
    customerId: TEXT,
    reference: TEXT,
    entities: { type: 'array', items: object({ entityId: TEXT, isCustomer: { type: 'boolean' } }) },
    attached: { type: 'array', items: object({ entityId: TEXT, documentId: TEXT }) },
    status: { enum: ['pending_step_up', 'waiting_review', 'completed'] },
  },
  { webhookUrl: TEXT, outcome: { enum: ['Approved', 'Denied'] } },
);

/** JSON Schema of a state file; a map is an array of its entries, which keeps their order whatever their keys are. */
export const STATE_SCHEMA = object({
  format: TEXT,
  version: COUNT,
  minted: COUNT,
  tokens: entries({ type: 'number' }),
  customers: entries(CUSTOMER),
  customerReferences: entries(TEXT),
  taxIds: entries(TEXT),
  separateDocuments: entries(object({ id: TEXT }, { file: FILE })),
  akepaDocuments: entries(AKEPA_DOCUMENT),
  applications: entries(APPLICATION),
  applicationReferences: entries(TEXT),
});

function object(required: Record<string, object>, optional: Record<string, object> = {}): object {
  return {
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
    additionalProperties: false,
  };
}

function entries(value: object): object {
  return {
    type: 'array',
    items: { type: 'array', items: [TEXT, value], minItems: 2, additionalItems: false },
  };
}
