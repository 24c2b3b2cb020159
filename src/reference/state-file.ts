import { accessSync, constants, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { Ajv } from 'ajv';

import { describeError } from '../config/validate.js';
import { writeAtomically } from '../project/write.js';
import { readJsonFile } from './json-file.js';
import { KnownError, systemReason } from './known-error.js';
import { STATE_SCHEMA } from './state-schema.js';
import { createStore, type Store } from './store.js';

/** A store that survives the process. */
export interface StateFile {
  readonly store: Store;
  /**
   * Resolves once the state of now, or a later one, is on disk. Calls at the same time share a write.
   *
   * @throws {KnownError} when it can't be written
   */
  readonly persist: () => Promise<void>;
}

const FORMAT = 'akepa-migrate reference';
const VERSION = 1;

/**
 * Opens a state file, or makes a new one that only its owner may read: customers are in it as they were sent. Of
 * tokens and files it holds hashes.
 *
 * @param path absolute
 * @throws {KnownError} for a file that is no state of this version, which stays as it is
 */
export function openStateFile(path: string): StateFile {
  const store = existsSync(path) ? read(path) : create(path);
  let waiting: Promise<void> | undefined;
  return {
    store,
    persist() {
      // Once per turn of the event loop: calls that arrive together are answered after one write.
      waiting ??= new Promise<void>((resolve, reject) => {
        setImmediate(() => {
          waiting = undefined;
          try {
            writeAtomically(path, textOf(store));
            resolve();
          } catch (error) {
            reject(new KnownError(`the state can not be written: ${systemReason(error)}`, { cause: error }));
          }
        });
      });
      return waiting;
    },
  };
}

/** As with {@link writeAtomically}, there is no moment at which half of the file is there. */
function create(path: string): Store {
  const store = createStore();
  const temporary = join(dirname(path), `.${basename(path)}.akepa-migrate.tmp`);
  try {
    rmSync(temporary, { force: true });
    writeFileSync(temporary, textOf(store), { flag: 'wx', mode: 0o600, flush: true });
    renameSync(temporary, path);
  } catch (error) {
    throw new KnownError(`${path}: it can not be made: ${systemReason(error)}`, { cause: error });
  }
  return store;
}

function read(path: string): Store {
  const state = readJsonFile(path);
  expectWritable(path);
  // Looked at before anything is known of it.
  const { format, version } = typeof state === 'object' && state !== null ? (state as Partial<State>) : {};
  if (format !== FORMAT) throw new KnownError(`${path}: it is no state file of the reference`);
  if (version !== VERSION)
    throw new KnownError(`${path}: its version is ${JSON.stringify(version)}, this program knows ${VERSION}`);
  const validate = new Ajv({ strict: false, verbose: true }).compile<State>(STATE_SCHEMA);
  if (validate(state)) return storeOf(state);
  const [error] = validate.errors ?? [];
  throw new KnownError(`${path}: it is damaged${error ? `: ${describeError(error)}` : ''}`);
}

function expectWritable(path: string): void {
  try {
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw new KnownError(`${path}: it can not be written: ${systemReason(error)}`, { cause: error });
  }
}

type Entries<M> = M extends Map<string, infer Value> ? [string, Value][] : M;

/** What a state file holds. */
type State = { readonly [Key in keyof Store]: Entries<Store[Key]> } & {
  readonly format: string;
  readonly version: number;
};

function textOf(store: Store): string {
  const state: State = {
    format: FORMAT,
    version: VERSION,
    minted: store.minted,
    tokens: [...store.tokens],
    customers: [...store.customers],
    customerReferences: [...store.customerReferences],
    taxIds: [...store.taxIds],
    separateDocuments: [...store.separateDocuments],
    akepaDocuments: [...store.akepaDocuments],
    applications: [...store.applications],
    applicationReferences: [...store.applicationReferences],
  };
  return `${JSON.stringify(state)}\n`;
}

function storeOf(state: State): Store {
  return {
    minted: state.minted,
    tokens: new Map(state.tokens),
    customers: new Map(state.customers),
    customerReferences: new Map(state.customerReferences),
    taxIds: new Map(state.taxIds),
    separateDocuments: new Map(state.separateDocuments),
    akepaDocuments: new Map(state.akepaDocuments),
    applications: new Map(state.applications),
    applicationReferences: new Map(state.applicationReferences),
  };
}
