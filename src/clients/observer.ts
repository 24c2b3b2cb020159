import { at } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { isFunction } from '../syntax/walk.js';
import type { CallSite } from './client.js';
import { linksOf } from './superagent.js';

/** `.subscribe({ next: … })` on what a call answers: of observers, only a function is followed to what it reads. */
export function isObserved({ call }: CallSite): boolean {
  return linksOf(call).some(({ name, call: link }) => {
    const [observer] = link.node.arguments;
    return name === 'subscribe' && observer !== undefined && !isFunction(deref(at(link, observer)).node);
  });
}
