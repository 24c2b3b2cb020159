import { argument, isOptions, option, statedMethod } from '../clients/client.js';
import { type Entity, entityOf } from '../syntax/entity.js';
import { at } from '../syntax/module.js';
import type { MockLibrary } from './mock.js';

const SOURCE = '@angular/common/http/testing';
const NAMES = ['expectOne', 'expectNone', 'match'];

/** Angular's `HttpTestingController`: `http.expectOne(url)`, `http.expectOne({ method, url })`. */
export const angular: MockLibrary = {
  id: 'angular',
  names: NAMES,
  mock(site) {
    const first = argument(site, 0);
    if (site.callee.path.length !== 1 || !first || !isController(site.callee)) return undefined;
    const matcher = isOptions(first) ? first : undefined;
    const method = option([matcher], 'method');
    return {
      method: method ? statedMethod(method) : 'any',
      url: matcher ? option([matcher], 'url') : first,
      base: [],
      headerNames: [],
    };
  },
};

/** `http: HttpTestingController`, `TestBed.inject(HttpTestingController)` */
function isController(callee: Entity): boolean {
  if (callee.kind === 'typed') return isType(callee.of);
  if (callee.kind !== 'result' || callee.of.kind !== 'module') return false;
  const { source, path } = callee.of;
  const [token] = callee.call.node.arguments;
  const isInject = source.startsWith('@angular/core') && /(?:^|\.)(?:inject|get)$/.test(path.join('.'));
  return isInject && token !== undefined && isType(entityOf(at(callee.call, token)));
}

function isType(entity: Entity | undefined): boolean {
  return (
    entity?.kind === 'module' && entity.source === SOURCE && entity.path.join('.') === 'HttpTestingController'
  );
}
