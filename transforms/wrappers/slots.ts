import type { LegacyCall } from '../../src/analysis/call.js';
import { at, type Node, type Term } from '../../src/syntax/module.js';
import { contains, rangeOf } from '../../src/syntax/ranges.js';
import { deref } from '../../src/syntax/resolve.js';
import { keyName } from '../../src/syntax/scope.js';
import { placeOf } from '../edits/sequence/url-text.js';
import { Unsafe } from '../edits/unsafe.js';

/** What a call gives to its wrapper: an argument, or a property of one that is an object literal. */
export interface Slot {
  readonly node: Node;
  /** Of the argument. */
  readonly index: number;
  /** Of the property. */
  readonly key: string | undefined;
  /** The wrapper puts it into a form. */
  readonly isFile?: boolean;
}

/** Where a call gives its wrapper the path and the form. */
export interface Slots {
  readonly url: Slot;
  readonly form: Slot;
}

/** @throws {Unsafe} where they are not given, each in one place */
export function slotsOf(call: LegacyCall): Slots {
  const slots = givenBy(call);
  const { path } = call.match;
  const parts = call.url.parts.filter(({ start, end }) => end > path.start + 1 && start < path.end);
  const url = slots.find((slot) => {
    const { node, module } = deref(at(call.call, slot.node));
    const isHere = module === call.call.module && node.type !== 'ObjectExpression';
    return isHere && parts.every(({ part }) => contains(rangeOf(node), placeOf(part)));
  });
  if (!url) throw new Unsafe('path', 'its pieces come from several places');
  const bodies = call.request.body ? bodiesOf(call.request.body) : [];
  const [form, more] = slots.filter(({ node }) => bodies.includes(deref(at(call.call, node)).node));
  if (form && !more) return { url, form };
  const [file, other] = slots.filter(({ index }) => index !== url.index);
  // `api.uploadFile(path, file)`
  if (!form && file && !other && url.key === undefined) return { url, form: { ...file, isFile: true } };
  throw new Unsafe('body', 'it is not what the call gives to its wrapper');
}

/** What a body may be: `body instanceof FormData ? body : JSON.stringify(body)`. */
function bodiesOf(body: Term): Node[] {
  const value = deref(body);
  const { node } = value;
  if (node.type !== 'ConditionalExpression') return [node];
  return [node.consequent, node.alternate].flatMap((branch) => bodiesOf(at(value, branch)));
}

function givenBy({ call }: LegacyCall): Slot[] {
  return call.node.arguments.flatMap((node, index): Slot[] => {
    if (node.type === 'SpreadElement') throw new Unsafe('request', 'its arguments are spread');
    const own: Slot = { node, index, key: undefined };
    if (node.type !== 'ObjectExpression') return [own];
    const inner = node.properties.flatMap((property): Slot[] => {
      const key = property.type === 'Property' ? keyName(property) : undefined;
      return property.type === 'Property' && key !== undefined ? [{ node: property.value, index, key }] : [];
    });
    return [own, ...inner];
  });
}
