import type { Node } from '../syntax/module.js';
import type { Analysis } from './call.js';
import { usersOf } from './users.js';

/**
 * Takes what files say of each other into account: a wrapper's own request is none that its callers don't make, and a
 * path that another file sends is no path that nobody sends.
 */
export function settle(analyses: readonly Analysis[]): Analysis[] {
  const wrapped = new Set<Node>(analyses.flatMap((analysis) => [...analysis.wrapped.keys()]));
  const users = usersOf(analyses.flatMap((analysis) => analysis.calls));
  return analyses.map((analysis) => {
    const blindSpots = analysis.blindSpots.filter(({ call }) => !wrapped.has(call.node));
    const { module } = analysis;
    return {
      ...analysis,
      calls: analysis.calls.filter(({ call, isOpen }) => !isOpen || !wrapped.has(call.node)),
      blindSpots,
      definitions: analysis.definitions.filter((definition) => !users.use(definition, module)),
      httpCalls: analysis.httpCalls - (analysis.blindSpots.length - blindSpots.length),
    };
  });
}
