/** What the model knows of a file that was sent. */
export interface SentFile {
  /** Hex. */
  readonly sha256: string;
  /** Of the name, lower case. */
  readonly extension: string | undefined;
}

export interface ModelSlot {
  readonly id: string;
  readonly side: 'FRONT' | 'BACK';
  file?: SentFile;
}

export interface ModelEntity {
  readonly entityId: string;
  readonly isCustomer: boolean;
}

export interface ModelCustomer {
  readonly id: string;
  readonly reference: string;
  readonly type: 'individual' | 'business';
  /** As the answers show it, with the ids of representatives. */
  readonly shown: unknown;
  readonly taxId: string | undefined;
  readonly entities: readonly ModelEntity[];
  /** Whether somebody's last name is WaitReview. */
  readonly isReviewed: boolean;
  slots?: readonly ModelSlot[];
  /** Of the call that started KYC. */
  webhookURL?: string | undefined;
  cardAttributes?: Readonly<Record<string, string>>;
}

/** A separate document of the legacy side. */
export interface ModelSeparate {
  readonly id: string;
  file?: SentFile;
  isLinked: boolean;
}

/** A document of the akepa side. */
export interface ModelDocument {
  readonly id: string;
  readonly extension: string;
  file?: SentFile;
  isAttached: boolean;
}

export type ModelOutcome = 'Approved' | 'Denied';

export interface ModelApplication {
  readonly id: string;
  readonly customer: ModelCustomer;
  readonly reference: string;
  readonly webhookUrl: string | undefined;
  readonly attached: { readonly entityId: string; readonly documentId: string }[];
  decided?: ModelOutcome;
}

/** A webhook that has to arrive; `data` undefined: an empty one. */
export interface Announcement {
  readonly url: string;
  readonly data: unknown;
}

/** What has happened so far; every status is worked out from it. */
export interface Model {
  readonly tokens: string[];
  readonly customers: ModelCustomer[];
  readonly separates: ModelSeparate[];
  readonly documents: ModelDocument[];
  readonly applications: ModelApplication[];
  readonly announced: Announcement[];
  /** Every id that was ever given, of any kind. */
  readonly ids: Set<string>;
}

/** A licence's front and back. */
const WANTED = 2;

/** Nothing happened. */
export function emptyModel(): Model {
  return {
    tokens: [],
    customers: [],
    separates: [],
    documents: [],
    applications: [],
    announced: [],
    ids: new Set(),
  };
}

/** APPROVED as soon as every slot holds a file. */
export function kycStatusOf(slots: readonly ModelSlot[]): 'APPROVED' | 'WAITING_DATA' {
  return slots.every(({ file }) => file) ? 'APPROVED' : 'WAITING_DATA';
}

/** Entities of an application that lack documents: the representatives', or without any the customer's own. */
export function lacking({ customer, attached }: ModelApplication): readonly ModelEntity[] {
  const representatives = customer.entities.filter(({ isCustomer }) => !isCustomer);
  const wanted = representatives.length > 0 ? representatives : customer.entities;
  return wanted.filter(
    ({ entityId }) => attached.filter((item) => item.entityId === entityId).length < WANTED,
  );
}

/** Where an application stands. */
export function journeyOf(application: ModelApplication): { status: string; outcome?: ModelOutcome } {
  if (application.decided) return { status: 'completed', outcome: application.decided };
  if (lacking(application).length > 0) return { status: 'pending_step_up' };
  if (application.customer.isReviewed) return { status: 'waiting_review' };
  return { status: 'completed', outcome: 'Approved' };
}
