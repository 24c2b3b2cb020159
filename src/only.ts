import type { PlannedFlow } from '../transforms/plan.js';
import type { LegacyId } from './endpoints/types.js';

/** Why a flow is left out of a run that is to move some endpoints only; undefined for one that consists of these. */
export function leftOutBy(flow: PlannedFlow, only: readonly LegacyId[]): string | undefined {
  const ids = [...new Set(flow.map(({ call }) => call.match.endpoint.id))];
  const others = ids.filter((id) => !only.includes(id));
  if (others.length === 0) return undefined;
  return others.length === ids.length
    ? '--only leaves it out'
    : `--only leaves it out: a flow moves as one, and this one also has calls of ${others.join(', ')}`;
}
