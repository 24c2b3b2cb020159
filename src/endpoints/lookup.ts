import { AKEPA_ENDPOINTS, LEGACY_ENDPOINTS } from './table.js';
import type { AkepaEndpoint, AkepaId, LegacyEndpoint, LegacyId } from './types.js';

const legacy = new Map(LEGACY_ENDPOINTS.map((row) => [row.id, row]));
const akepa = new Map(AKEPA_ENDPOINTS.map((row) => [row.id, row]));

/** The table's row for `id`. */
export function legacyEndpoint(id: LegacyId): LegacyEndpoint {
  const row = legacy.get(id);
  if (!row) throw new Error(`No legacy endpoint ${id} in the table`);
  return row;
}

/** The table's row for `id`. */
export function akepaEndpoint(id: AkepaId): AkepaEndpoint {
  const row = akepa.get(id);
  if (!row) throw new Error(`No akepa endpoint ${id} in the table`);
  return row;
}

/** `POST /akepa/update`, or several joined by `, then `; empty for a row without successor. */
export function successorText(endpoint: LegacyEndpoint): string {
  return endpoint.successors
    .map((id) => akepaEndpoint(id))
    .map((row) => `${row.method} ${row.path}`)
    .join(', then ');
}
