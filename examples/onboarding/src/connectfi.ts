import axios from 'axios';

export interface Answer<T> {
  code: string;
  data: T;
  requestId?: string;
}

export interface SeparateDocument {
  id: string;
  uploadStatus: boolean;
  extension?: string;
}

export type DocumentSide = 'FRONT' | 'BACK';

export interface KycSlot {
  id: string;
  label: string;
  type: string;
  documentSide: DocumentSide;
  uploadStatus: boolean;
  extension?: string;
}

export interface Customer {
  reference: string;
  customerId: string;
  customerType: string;
  customer: Record<string, unknown>;
}

export interface KycState {
  customer: Customer & { kycStatus: string; dtsCreatedAt: string };
  kyc: { attributeCodes: string[]; system: string; mode: string; status: string };
  kycDocumentList: KycSlot[];
}

interface Refusal {
  code?: string;
  message?: string;
  requestId?: string;
  context?: Record<string, unknown>;
}

export class ConnectFiError extends Error {
  override readonly name = 'ConnectFiError';
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  readonly context: Record<string, unknown>;

  constructor(status: number, refusal: Refusal) {
    super(refusal.message ?? `connectFi answered ${status}`);
    this.status = status;
    this.code = refusal.code ?? 'unknown';
    this.requestId = refusal.requestId;
    this.context = refusal.context ?? {};
  }
}

/** An axios failure with an answer becomes a ConnectFiError; anything else stays as it is. */
export function explain(err: unknown): unknown {
  if (!axios.isAxiosError<Refusal | null>(err) || !err.response) return err;
  return new ConnectFiError(err.response.status, err.response.data ?? {});
}

export async function refused(res: Response): Promise<ConnectFiError> {
  // A proxy on the way answers in HTML, which must not hide the status.
  const refusal = await res.json().catch(() => ({}));
  return new ConnectFiError(res.status, refusal as Refusal);
}
