import type { Module, Range } from '../syntax/module.js';
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

/** Pieces of text are looked for by the blocks of so many characters that they lie in. */
const BLOCK = 64;

interface CallEnd {
  readonly start: number;
  readonly end: number;
}

interface Sent {
  readonly range: Range;
  readonly by: Sending;
}

/** Finds what calls use: of thousands nobody wants to ask each, for each path of a file. */
export function usersOf(calls: readonly Sending[]): Users {
  const ends = outerEnds(calls);
  const blocks = new Map<Module, Map<number, Sent[]>>();
  for (const by of calls)
    for (const { part } of by.url.parts) {
      if (part.kind !== 'text') continue;
      const inModule = blocks.get(part.module) ?? new Map<number, Sent[]>();
      blocks.set(part.module, inModule);
      for (const block of blocksOf(part.range)) {
        const same = inModule.get(block);
        if (same) same.push({ range: part.range, by });
        else inModule.set(block, [{ range: part.range, by }]);
      }
    }

  const senders = new Map<Module, Map<string, ReadonlySet<Sending>>>();
  function sendersOf(module: Module, range: Range): ReadonlySet<Sending> {
    const inModule = senders.get(module) ?? new Map<string, ReadonlySet<Sending>>();
    senders.set(module, inModule);
    const key = range.join();
    const found = inModule.get(key) ?? new Set(sending(module, range));
    inModule.set(key, found);
    return found;
  }

  function sending(module: Module, [start, end]: Range): Sending[] {
    const inModule = blocks.get(module);
    if (!inModule) return [];
    return blocksOf([start, end])
      .flatMap((block) => inModule.get(block) ?? [])
      .filter(({ range }) => range[0] < end && start < range[1])
      .map(({ by }) => by);
  }

  function hold(module: Module, [start, end]: Range): boolean {
    const inModule = ends.get(module) ?? [];
    let low = 0;
    for (let high = inModule.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((inModule[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return (inModule[low - 1]?.end ?? -1) >= end;
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
      return hold(module, node.range) || sendersOf(module, node.range).size > 0 || sendsAll(texts);
    },
  };
}

/** Where calls begin, in order, and where the last of those ends that begin there or before. */
function outerEnds(calls: readonly Sending[]): ReadonlyMap<Module, readonly CallEnd[]> {
  const byModule = new Map<Module, Range[]>();
  for (const { call } of calls) {
    const same = byModule.get(call.module);
    if (same) same.push(call.node.range);
    else byModule.set(call.module, [call.node.range]);
  }
  return new Map(Array.from(byModule, ([module, ranges]) => [module, endsOf(ranges)]));
}

function endsOf(ranges: readonly Range[]): CallEnd[] {
  let last = 0;
  return ranges
    .toSorted((left, right) => left[0] - right[0])
    .map(([start, end]) => ({ start, end: (last = Math.max(last, end)) }));
}

function blocksOf([start, end]: Range): number[] {
  const first = Math.floor(start / BLOCK);
  return Array.from({ length: Math.floor(end / BLOCK) - first + 1 }, (_, index) => first + index);
}
