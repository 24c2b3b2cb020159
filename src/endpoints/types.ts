/** How a fact is known: printed by the vendor, or concluded from what the vendor prints. */
export type Mark = 'documented' | 'inferred';

export type HttpMethod = 'GET' | 'POST';

export type LegacyId =
  | 'kyc-init'
  | 'kyc-status'
  | 'kyc-upload'
  | 'kyc-document-link'
  | 'kyc-add-attributes'
  | 'kyc-other'
  | 'document-generate'
  | 'document-upload'
  | 'document-other'
  | 'card-list'
  | 'account-list';

export type AkepaId =
  | 'akepa-identification'
  | 'akepa-status'
  | 'akepa-document-generate'
  | 'akepa-document-upload'
  | 'akepa-update';

/** A deprecated endpoint: everything the matcher, the messages and the docs need to know of it. */
export interface LegacyEndpoint {
  readonly id: LegacyId;
  /** `undefined`: the row stands for every other method and sub-path below `path`. */
  readonly method: HttpMethod | undefined;
  /** Path template; `:name` is a parameter, a last `*` is any rest. */
  readonly path: string;
  readonly title: string;
  readonly docs: string;
  /** The akepa endpoints that take its place, in calling order; empty: there is none. */
  readonly successors: readonly AkepaId[];
  /** What changes beyond the path, for a hover. */
  readonly change: string;
  readonly mark: Mark;
  /** Finding code. */
  readonly code: string;
}

/** The part of JSON Schema that the akepa bodies use. */
export interface BodySchema {
  readonly type: 'object' | 'array' | 'string' | 'boolean';
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, BodySchema>>;
  readonly additionalProperties?: boolean;
  readonly items?: BodySchema;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: 'email';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly nullable?: boolean;
  /** connectFi's own keyword: refuses a text of white space. */
  readonly isNotOnlyWhitespace?: boolean;
  /** How this field is known, where that differs from its endpoint's mark. */
  readonly mark?: Mark;
}

/** An endpoint of the successor API. */
export interface AkepaEndpoint {
  readonly id: AkepaId;
  readonly method: 'POST';
  readonly path: string;
  readonly title: string;
  readonly docs: string;
  /** JSON body; `undefined` for the multipart upload. */
  readonly body: BodySchema | undefined;
  /** The mark of the body's shape. */
  readonly mark: Mark;
}
