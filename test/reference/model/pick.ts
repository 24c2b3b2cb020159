import type { Model } from './state.js';
import type { Label, Pick, Webhook } from './step.js';

/** Has the form of an id, and was never given. */
const NEVER_GIVEN = 'doc_0000000000000000000000';

/** The id that a pick stands for now. */
export function chosen(model: Model, pick: Pick, ready: readonly string[], known: readonly string[]): string {
  switch (pick.from) {
    case 'ready':
      return at(ready, pick.nth) ?? at(known, pick.nth) ?? NEVER_GIVEN;
    case 'known':
      return at(known, pick.nth) ?? NEVER_GIVEN;
    case 'other':
      return at([...model.ids], pick.nth) ?? NEVER_GIVEN;
    case 'unknown':
      return NEVER_GIVEN;
  }
}

/** The text that a label stands for now; a new one is counted. */
export function labelled(label: Label, used: readonly string[], prefix: string): string {
  if (label.from === 'wrong') return label.nth % 2 === 0 ? `${prefix}-wrong` : `${prefix}${'0'.repeat(33)}`;
  const fresh = `${prefix}${used.length}`;
  return label.from === 'used' ? (at(used, label.nth) ?? fresh) : fresh;
}

/** Where a webhook is to go. */
export function addressOf(webhook: Webhook): string | undefined {
  if (webhook === 'none') return undefined;
  return webhook === 'loopback' ? 'http://127.0.0.1:9/hook' : 'http://hooks.example/hook';
}

/** Ids of rows. */
export function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

function at(list: readonly string[], nth: number): string | undefined {
  return list[nth % Math.max(list.length, 1)];
}
