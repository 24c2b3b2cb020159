import { resolve } from 'node:path';

import { hashOf } from '../project/journal.js';
import { nameIn } from '../project/name.js';
import type { Surroundings } from '../surroundings.js';

/** What a run asked of its surroundings, and was told; names are relative to the folder of the project. */
export interface Answers {
  readonly targets: readonly (readonly [from: string, source: string, target: string | null])[];
  /** With the hashes of the texts. */
  readonly texts: readonly (readonly [name: string, hash: string | null])[];
  readonly entries: readonly (readonly [files: readonly string[], entries: readonly string[]])[];
}

/** Of a run that had no need to ask. */
export const NOTHING_ASKED: Answers = { targets: [], texts: [], entries: [] };

/**
 * Surroundings that note what is asked of them.
 *
 * @param root absolute folder that names are relative to
 */
export function noted(root: string, surroundings: Surroundings): Surroundings & { answers(): Answers } {
  const targets = new Map<string, Answers['targets'][number]>();
  const texts = new Map<string, string | null>();
  const entries: Answers['entries'][number][] = [];
  const nameOf = (path: string): string => nameIn(root, path);
  return {
    targetOf(from, source) {
      const target = surroundings.targetOf(from, source);
      const name = target === undefined ? null : nameOf(target);
      targets.set(JSON.stringify([from, source]), [nameOf(from), source, name]);
      return target;
    },
    textAt(path) {
      const text = surroundings.textAt(path);
      texts.set(nameOf(path), hashed(text));
      return text;
    },
    entriesOf(files) {
      const found = surroundings.entriesOf(files);
      entries.push([files.map(nameOf), [...found].map(nameOf)]);
      return found;
    },
    answers: () => ({ targets: [...targets.values()], texts: [...texts], entries }),
  };
}

/**
 * Whether the surroundings would answer the same today.
 *
 * @param surroundings asked for only where there is something to ask
 */
export async function areSame(
  { targets, texts, entries }: Answers,
  root: string,
  surroundings: () => Promise<Surroundings>,
): Promise<boolean> {
  if (targets.length + texts.length + entries.length === 0) return true;
  const now = await surroundings();
  const pathOf = (name: string): string => resolve(root, name);
  return (
    texts.every(([name, hash]) => hashed(now.textAt(pathOf(name))) === hash) &&
    entries.every(([files, found]) => {
      const names = [...now.entriesOf(files.map(pathOf))].map((path) => nameIn(root, path));
      return names.length === found.length && names.every((name, index) => name === found[index]);
    }) &&
    targets.every(([from, source, target]) => {
      const path = now.targetOf(pathOf(from), source);
      return (path === undefined ? null : nameIn(root, path)) === target;
    })
  );
}

function hashed(text: string | undefined): string | null {
  return text === undefined ? null : hashOf(text);
}
