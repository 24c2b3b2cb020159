import { firstIndex } from '../syntax/first-index.js';
import type { Module, Range } from '../syntax/module.js';
import { RangeIndex } from '../syntax/range-index.js';
import { rangeOf } from '../syntax/ranges.js';
import type { LegacyCall } from './call.js';
import type { Definition } from './definitions.js';

/** A request, or a double of one. */
export type Sending = Pick<LegacyCall, 'call' | 'url'>;

/** Whether a piece of code, in characters of its file, is one that calls are about. */
export interface Users {
  /** It stands in one of the calls. */
  readonly hold: (module: Module, range: Range) => boolean;
  /** It is a piece of what one of them sends, stands in one, or is made of what one sends. */
  readonly use: (definition: Definition, module: Module) => boolean;
}

interface CallEnd {
  readonly start: number;
  readonly end: number;
}

/** Finds what calls use: of thousands nobody wants to ask each, for each path of a file. */
export function usersOf(calls: readonly Sending[]): Users {
  const ends = outerEnds(calls);
  const sent = new Map<Module, RangeIndex<Sending>>();
  for (const by of calls)
    for (const { part } of by.url.parts) {
      if (part.kind !== 'text') continue;
      const inModule = sent.get(part.module) ?? new RangeIndex<Sending>();
      sent.set(part.module, inModule);
      inModule.add(part.range, by);
    }

  const senders = new Map<Module, Map<string, ReadonlySet<Sending>>>();
  function sendersOf(module: Module, range: Range): ReadonlySet<Sending> {
    const inModule = senders.get(module) ?? new Map<string, ReadonlySet<Sending>>();
    senders.set(module, inModule);
    const key = range.join();
    const found = inModule.get(key) ?? sent.get(module)?.crossing(range) ?? new Set();
    inModule.set(key, found);
    return found;
  }

  function hold(module: Module, [start, end]: Range): boolean {
    const inModule = ends.get(module) ?? [];
    const behind = firstIndex(inModule, (call) => call.start > start);
    return (inModule[behind - 1]?.end ?? -1) >= end;
  }

  /** One call sends all of these. */
  function sendsAll(texts: Definition['texts']): boolean {
    const users = texts.map(({ module, range }) => sendersOf(module, range));
    const [fewest, ...others] = users.toSorted((left, right) => left.size - right.size);
    if (!fewest) return calls.length > 0;
    return [...fewest].some((call) => others.every((item) => item.has(call)));
  }

  return {
    hold,
    use({ node, texts }, module) {
      return hold(module, rangeOf(node)) || sendersOf(module, rangeOf(node)).size > 0 || sendsAll(texts);
    },
  };
}

/** Where calls begin, in order, and where the last of those ends that begin there or before. */
function outerEnds(calls: readonly Sending[]): ReadonlyMap<Module, readonly CallEnd[]> {
  const byModule = new Map<Module, Range[]>();
  for (const { call } of calls) {
    const same = byModule.get(call.module);
    if (same) same.push(rangeOf(call.node));
    else byModule.set(call.module, [rangeOf(call.node)]);
  }
  return new Map(Array.from(byModule, ([module, ranges]) => [module, endsOf(ranges)]));
}

function endsOf(ranges: readonly Range[]): CallEnd[] {
  let last = 0;
  return ranges
    .toSorted((left, right) => left[0] - right[0])
    .map(([start, end]) => ({ start, end: (last = Math.max(last, end)) }));
}
