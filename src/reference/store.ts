/** What the reference keeps of a file: never its bytes or its name. */
export interface StoredFile {
  /** Hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** Of the file's name, lower case; `undefined` for a name without one. */
  readonly extension: string | undefined;
}

export type CustomerType = 'individual' | 'business';

/** A place for one document of a customer's legacy KYC. */
export interface Slot {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly documentSide: 'FRONT' | 'BACK';
  file?: StoredFile;
}

/** The legacy KYC of a customer: there is one at most. */
export interface Kyc {
  status: 'WAITING_DATA' | 'APPROVED';
  readonly webhookURL: string | undefined;
  readonly slots: readonly Slot[];
  cardAttributes?: Readonly<Record<string, unknown>>;
}

export interface Representative {
  readonly id: string;
  readonly lastName: string | undefined;
}

export interface Customer {
  readonly customerId: string;
  readonly reference: string;
  readonly customerType: CustomerType;
  /** As it was sent. */
  readonly customer: Readonly<Record<string, unknown>>;
  readonly representatives: readonly Representative[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  kyc?: Kyc;
}

/** A legacy document that is tied to no customer; gone once it is linked. */
export interface SeparateDocument {
  readonly id: string;
  file?: StoredFile;
}

export interface AkepaDocument {
  readonly id: string;
  readonly workflow: string;
  readonly type: string;
  /** The declared one. */
  readonly extension: string;
  file?: StoredFile;
  attachedTo?: { readonly applicationId: string; readonly entityId: string };
}

export type ApplicationStatus = 'pending_step_up' | 'waiting_review' | 'completed';

export type Outcome = 'Approved' | 'Denied';

export interface Entity {
  readonly entityId: string;
  readonly isCustomer: boolean;
}

/** One run of KYC in akepa. */
export interface Application {
  readonly applicationId: string;
  readonly customerId: string;
  readonly reference: string;
  readonly webhookUrl: string | undefined;
  readonly entities: readonly Entity[];
  /** In the order in which they were attached. */
  readonly attached: { readonly entityId: string; readonly documentId: string }[];
  status: ApplicationStatus;
  outcome?: Outcome;
}

/** Everything that the reference knows. Maps keep the order in which their entries were made. */
export interface Store {
  /** Ids made so far: the next one's number. */
  minted: number;
  /** sha256 of a token → when it ends, in milliseconds since the epoch. */
  readonly tokens: Map<string, number>;
  readonly customers: Map<string, Customer>;
  /** `customerReference` → customerId */
  readonly customerReferences: Map<string, string>;
  /** `ssn` or `fein` → customerId */
  readonly taxIds: Map<string, string>;
  readonly separateDocuments: Map<string, SeparateDocument>;
  readonly akepaDocuments: Map<string, AkepaDocument>;
  readonly applications: Map<string, Application>;
  /** `reference` of an application → applicationId */
  readonly applicationReferences: Map<string, string>;
}

/** An empty store. */
export function createStore(): Store {
  return {
    minted: 0,
    tokens: new Map(),
    customers: new Map(),
    customerReferences: new Map(),
    taxIds: new Map(),
    separateDocuments: new Map(),
    akepaDocuments: new Map(),
    applications: new Map(),
    applicationReferences: new Map(),
  };
}
