import { recognise, type Sent } from '../../src/analysis/recognise.js';
import type { LegacyCall } from '../../src/analysis/call.js';
import { deref } from '../../src/syntax/resolve.js';
import { mayBeReached } from './reached.js';

/** The requests that a call sends through its wrappers, when they are one, or one that is tried again. */
export function certainRequest(call: LegacyCall['call']): Sent | undefined {
  const sent = recognise(call).filter(mayBeReached);
  const [first, ...more] = sent;
  return first && more.every((other) => isSame(first, other)) ? first : undefined;
}

function isSame(left: Sent, right: Sent): boolean {
  const bodies = [left, right].map(({ request: { body } }) => body && deref(body).node);
  return (
    left.client === right.client &&
    left.url.flat === right.url.flat &&
    left.request.method.value === right.request.method.value &&
    bodies[0] === bodies[1]
  );
}
