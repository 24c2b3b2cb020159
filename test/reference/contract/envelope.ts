import { success } from './answers.js';
import type { Answer } from './row.js';

interface Shape {
  /** Default: an individual called Ada Lovelace. */
  readonly customer?: Readonly<Record<string, unknown>>;
  readonly customerType?: 'business';
  readonly reference?: string;
  /** Default: what the name stands for. */
  readonly customerId?: string;
  readonly status?: 'APPROVED';
  /** Extension of the file in the slot; `null` for a file without one. */
  readonly front?: string | null;
  readonly back?: string | null;
  /** Default: what the steps have named. */
  readonly slotId?: unknown;
  readonly cardAttributes?: Readonly<Record<string, unknown>>;
}

/** The answer of init, status, upload, document-link and add-attributes for the customer of that name. */
export function envelope(name: string, shape: Shape = {}): Answer {
  const { status = 'WAITING_DATA', front, back, slotId, cardAttributes } = shape;
  return success({
    customer: {
      reference: shape.reference ?? name,
      customerId: shape.customerId ?? `{${name}}`,
      customerType: shape.customerType ?? 'individual',
      customer: shape.customer ?? { firstName: 'Ada', lastName: 'Lovelace' },
      kycStatus: status,
      boises: [],
      dtsCreatedAt: '2026-01-01T00:00:00.000Z',
    },
    kyc: { attributeCodes: ['cardAttributes'], system: 'condor', mode: 'licenseUSACondor', status },
    kycDocumentList: [
      slot(slotId ?? `{${name}.front}`, 'FRONT', front),
      slot(slotId ?? `{${name}.back}`, 'BACK', back),
    ],
    kycAttributes: {
      cardAttributes: {
        productID: null,
        nameOnCard: null,
        designId: null,
        addressType: null,
        issueType: null,
        additionalData: null,
        ...cardAttributes,
      },
    },
  });
}

function slot(id: unknown, documentSide: string, extension: string | null | undefined): unknown {
  return {
    id,
    label: `LICENSE ${documentSide}`,
    type: 'LICENSE',
    documentSide,
    uploadStatus: extension !== undefined,
    ...(typeof extension === 'string' && { extension }),
  };
}
