import type { ApplicationStatus } from '../endpoints/statuses.js';
import type { LegacyId } from '../endpoints/types.js';

/** The name that a configured expression needs, and the module that exports it. */
export interface ValueImport {
  readonly name: string;
  /** A package, or a path relative to the config file when it starts with a dot. */
  readonly from: string;
}

/**
 * Where a value that akepa requires comes from: a literal, or an expression. In an expression `{customerId}` and
 * `{documentId}` stand for what the call has at hand; every other name must be imported or be in scope at the call.
 */
export type ValueSource = string | { readonly expression: string; readonly import?: ValueImport };

export const VALUE_NAMES = [
  'workflow',
  'documentType',
  'documentName',
  'extension',
  'reference',
  'applicationId',
  'entityId',
] as const;

export type ValueName = (typeof VALUE_NAMES)[number];

export type Values = Readonly<Partial<Record<ValueName, ValueSource>>>;

/** Names of the properties of `/akepa/update`, whose shape is inferred. */
export interface UpdateShape {
  readonly customerId: string;
  readonly applicationId: string;
  readonly documents: string;
  readonly entityId: string;
  readonly documentId: string;
}

/** `akepa.config.{ts,mjs,js,json}`, and `settings.akepa` of ESLint. */
export interface AkepaConfig {
  /** For editors that read JSON Schema. */
  readonly $schema?: string;
  /** connectFi's base URLs, or the expressions that hold them: `https://…`, `process.env.KYC_URL`. */
  readonly baseUrls?: readonly string[];
  readonly values?: Values;
  /** Values for some files only; a later entry wins. */
  readonly overrides?: readonly { readonly files: readonly string[]; readonly values: Values }[];
  readonly akepa?: {
    readonly update?: Partial<UpdateShape>;
    /** The statuses that take the place of the legacy WAITING_DATA. */
    readonly waitingData?: readonly ApplicationStatus[];
  };
  /**
   * From which day on an endpoint is gone, by its id; `*` is every other one, `openapi` a file whose operations say it
   * with `x-sunset`, relative to the config file.
   */
  readonly sunset?: Readonly<Partial<Record<LegacyId | '*' | 'openapi', string>>>;
  /** How many findings there may be: of all, of an endpoint, below a folder (or a glob) relative to the config file. */
  readonly budgets?: {
    readonly total?: number;
    readonly endpoints?: Readonly<Partial<Record<LegacyId, number>>>;
    readonly directories?: Readonly<Record<string, number>>;
  };
  /** Globs and folders, relative to the config file. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** A config and the folder that its relative paths start from. */
export interface LoadedConfig {
  readonly config: AkepaConfig;
  /** Absolute. */
  readonly root: string;
  /** Absolute; undefined when there is no config file. */
  readonly file: string | undefined;
}

/** Gives an object literal the config's type. */
export function defineConfig(config: AkepaConfig): AkepaConfig {
  return config;
}
