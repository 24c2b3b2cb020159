import { AKEPA_BEHAVIOURS } from './akepa.js';
import { COMMON_BEHAVIOURS } from './common.js';
import { LEGACY_BEHAVIOURS } from './legacy.js';
import type { Behaviour, Unknown } from './types.js';
import { UNKNOWNS as unknowns } from './unknowns.js';

const table = [...COMMON_BEHAVIOURS, ...LEGACY_BEHAVIOURS, ...AKEPA_BEHAVIOURS];

export type BehaviourId = (typeof table)[number]['id'];
export type UnknownId = (typeof unknowns)[number]['id'];

/** Everything that the reference does; docs/reference.md is made from it. */
export const BEHAVIOURS: readonly Behaviour[] = table;
export const UNKNOWNS: readonly Unknown[] = unknowns;

const byId = new Map<string, Behaviour>(table.map((row) => [row.id, row]));
const unknownById = new Map<string, Unknown>(unknowns.map((row) => [row.id, row]));

/** The row of a behaviour. */
export function behaviour(id: BehaviourId): Behaviour {
  const row = byId.get(id);
  if (!row) throw new Error(`No behaviour ${id} in the table`);
  return row;
}

/** The row of a question that no page answers. */
export function unknown(id: UnknownId): Unknown {
  const row = unknownById.get(id);
  if (!row) throw new Error(`No unknown ${id} in the table`);
  return row;
}
