import type { LegacyCall } from '../../../src/analysis/call.js';
import type { Payload } from '../../../src/clients/client.js';
import { at, type Term } from '../../../src/syntax/module.js';
import { deref, member } from '../../../src/syntax/resolve.js';
import { instanceOptions } from '../content-type.js';

/** Where a client takes JSON that is given a form; undefined for one that takes both in the same way. */
export function formPayload({ call, client, request }: LegacyCall): Payload | undefined {
  if (request.payload.kind !== 'fixed') return undefined;
  const args = call.node.arguments;
  const index = args.length - 1;
  const last = args[index];
  const options = last && at(call, last);
  switch (client) {
    // `$.ajax({ data: form, processData: false })`
    case 'jquery':
      return { kind: 'option', key: 'data', encoded: true, options, index };
    // `rp.post(url, { formData })`
    case 'request':
      return givesText({ call, client })
        ? { kind: 'option', key: 'body', encoded: true, options, index }
        : { kind: 'option', key: 'json', encoded: false, options, index };
    // `needle('post', url, data, { multipart: true })`
    case 'needle':
      return options && isTrue(member(options, 'multipart'))
        ? { kind: 'argument', index: index - 1 }
        : undefined;
    default:
      return undefined;
  }
}

/** request answers a text, and throws one, where `json` does not say otherwise. */
export function givesText({ call, client }: Pick<LegacyCall, 'call' | 'client'>): boolean {
  const own = call.node.arguments.slice(-1).map((node) => at(call, node));
  const options = [...own, ...instanceOptions(call)];
  return client === 'request' && !options.some((item) => isTrue(member(item, 'json')));
}

function isTrue(term: Term | undefined): boolean {
  const node = term && deref(term).node;
  return node?.type === 'Literal' && node.value === true;
}
