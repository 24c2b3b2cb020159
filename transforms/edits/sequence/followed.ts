import type { LegacyCall } from '../../../src/analysis/call.js';
import { linksOf } from '../../../src/clients/superagent.js';
import { Unsafe } from '../unsafe.js';

const OF_PROMISE = ['then', 'catch', 'finally'];
/** What wretch offers to read the answer with. */
const READERS = ['res', 'json', 'text', 'blob', 'arrayBuffer', 'formData'];

/** @throws {Unsafe} where what a client gives is more than a promise, and is used as such */
export function requireFollowed({ call, client, through }: LegacyCall): void {
  if (through.length > 0) return;
  const [first, ...more] = linksOf(call);
  switch (client) {
    case 'jquery': {
      const links = first ? [first, ...more] : [];
      const strange = links.find(({ name }) => !OF_PROMISE.includes(name));
      if (strange) throw new Unsafe('request', `\`.${strange.name}\` hears of one request only`);
      if (!first && call.node.parent.type !== 'AwaitExpression')
        throw new Unsafe('request', 'what it gives is used without waiting for it');
      return;
    }
    case 'wretch': {
      const isRead = first && READERS.includes(first.name) && first.call.node.arguments.length === 0;
      const strange = isRead ? more.find(({ name }) => !OF_PROMISE.includes(name)) : first;
      if (!isRead || strange)
        throw new Unsafe(
          'request',
          `${strange ? `\`.${strange.name}\`` : 'other code'} decides what it answers`,
        );
      return;
    }
    default:
  }
}
