import type { Module, Node, Term } from '../syntax/module.js';
import { isWithin } from '../syntax/ranges.js';
import type { FunctionNode } from '../syntax/walk.js';
import type { Way } from './way.js';

/** A function that an answer was given to, and the call whose value is what the function answers. */
export interface Frame {
  readonly fn: FunctionNode;
  readonly module: Module;
  readonly site: Term;
  readonly outer: Frame | undefined;
}

/** More functions in functions are not followed. */
const MOST = 8;

/**
 * Into a function: what it answers is the value of `site`, whoever else calls it.
 *
 * @returns undefined where the function is being followed already, or too many are
 */
export function entered(way: Way, fn: FunctionNode, module: Module, site: Term): Way | undefined {
  let depth = 0;
  for (let frame = way.frame; frame; frame = frame.outer) {
    depth++;
    if (frame.fn === fn || depth >= MOST) return undefined;
  }
  return { ...way, frame: { fn, module, site, outer: way.frame } };
}

/**
 * Out of a function, to the call that the answer went in by: what others give to the function comes out elsewhere.
 *
 * @returns undefined where it did not come into `fn` as an argument
 */
export function left({ frame, ...way }: Way, fn: FunctionNode): { way: Way; site: Term } | undefined {
  if (frame?.fn !== fn) return undefined;
  const joints = way.joints.filter((joint) => joint.kind !== 'parameter' || joint.fn !== fn);
  return { way: { ...way, joints, frame: frame.outer }, site: frame.site };
}

/** A name may be known outside of the function that gave it its value. */
export function seenAt(way: Way, { node, module }: Term): Way {
  let { frame } = way;
  while (frame && !(frame.module === module && isWithin(node, frame.fn))) frame = frame.outer;
  return frame === way.frame ? way : { ...way, frame };
}

/** The frames of a way as a text, the same for the same calls. */
export function frameKey({ frame }: Way, idOf: (node: Node) => number): string {
  const ids: number[] = [];
  for (let item = frame; item; item = item.outer) ids.push(idOf(item.site.node), idOf(item.fn));
  return ids.join(' ');
}
