import { behaviour, type BehaviourId, type UnknownId } from './behaviours/index.js';
import { base62, countedIds, randomIds } from './ids.js';
import { notDocumented, onlyInferred } from './refusal.js';
import type { Store } from './store.js';

/** What a handler may know and do; everything in it is synchronous, so that a call is atomic. */
export interface World {
  readonly store: Store;
  /** Documents that an entity has to have before an application is completed. */
  readonly documentsWanted: number;
  /** Milliseconds since the epoch. */
  now(): number;
  /** A new id, such as `doc_…`. */
  mint(prefix: string, separator?: '_' | '-'): string;
  /** 32 bytes for a secret or a request id. */
  bytes(): Uint8Array;
  /**
   * Says which behaviour the answer rests on; to be called before anything changes.
   *
   * @throws {Refusal} for an inferred one, when only documented behaviour is wanted
   */
  rely(...ids: BehaviourId[]): void;
  /**
   * Refuses what no page answers.
   *
   * @throws {Refusal} always
   */
  refuseUnknown(id: UnknownId): never;
  /** Has a webhook sent after the answer; `body` undefined sends none. */
  announce(url: string, body: unknown): void;
  /** What was announced since the last time. */
  takeAnnounced(): Announcement[];
}

/** A webhook to send. */
export interface Announcement {
  readonly url: string;
  readonly body: unknown;
}

export interface WorldOptions {
  readonly store: Store;
  readonly isFixed: boolean;
  readonly isStrict: boolean;
  readonly documentsWanted: number;
  /** Hears of each behaviour that an answer rests on, and of each unknown that was refused. */
  readonly onBehaviour: ((id: BehaviourId | UnknownId) => void) | undefined;
}

/** The instant at which the fixed clock stands. */
const FIXED = Date.UTC(2026, 0, 1);

/** The surroundings of the handlers. */
export function createWorld(options: WorldOptions): World {
  const { store, isFixed, isStrict, documentsWanted, onBehaviour } = options;
  const source = isFixed ? countedIds : randomIds;
  const announced: Announcement[] = [];
  const bytes = (): Uint8Array => source(store.minted++);
  return {
    store,
    documentsWanted,
    announce: (url, body) => void announced.push({ url, body }),
    takeAnnounced: () => announced.splice(0),
    bytes,
    now: () => (isFixed ? FIXED : Date.now()),
    mint: (prefix, separator = '_') => `${prefix}${separator}${base62(bytes())}`,
    rely(...ids) {
      for (const id of ids) {
        if (isStrict && behaviour(id).mark === 'inferred') throw onlyInferred(id);
        onBehaviour?.(id);
      }
    },
    refuseUnknown(id) {
      onBehaviour?.(id);
      throw notDocumented(id, isStrict);
    },
  };
}
