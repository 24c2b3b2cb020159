import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../../src/analysis/call.js';
import { type Link, linksOf } from '../../../src/clients/superagent.js';
import type { ValueImport } from '../../../src/config/types.js';
import { entityOf } from '../../../src/syntax/entity.js';
import { at, type Module, type Node, sourceOf, type Term, termOf } from '../../../src/syntax/module.js';
import { findVariable } from '../../../src/syntax/scope.js';
import type { Code } from '../code.js';
import { importKind } from '../imports.js';
import { Unsafe } from '../unsafe.js';
import { withSuffix } from './suffix.js';
import type { Frame } from './way.js';

/** Clients that answer with an observable. */
const OBSERVABLE = ['angular-http', 'nest-http'];
const RXJS = 'rxjs';
const PROMISED = ['firstValueFrom', 'lastValueFrom'];
/** Operators that neither end a request nor begin another one. */
const PLAIN = ['tap', 'map', 'catchError', 'finalize'];

/**
 * What stands around a call that gives an observable.
 *
 * @returns undefined for a client that gives a promise
 * @throws {Unsafe} where whoever waits for it may end it before it is done
 */
export function observedBy(call: LegacyCall): Frame | undefined {
  const { node, module } = call.call;
  if (!OBSERVABLE.includes(call.client) || call.through.length > 0) return undefined;
  // Of Nest's `axiosRef`, it is a promise.
  if (sourceOf(at(call.call, node.callee)).includes('.axiosRef.')) return undefined;
  const [first, ...more] = linksOf(call.call);
  const waiting = waitingFor(call.call);
  if (waiting) {
    const callee = sourceOf(at(call.call, waiting.callee));
    const promised = (code: Code): Code => ({ kind: 'call', callee, args: [code] });
    return { expression: waiting, suffix: '', promised, lazily: undefined, imports: [] };
  }
  // `.toPromise()` of old
  if (first?.name === 'toPromise' && more.every(({ name }) => /^(?:then|catch|finally)$/.test(name))) {
    const promised = (code: Code): Code => withSuffix(code, '.toPromise()');
    const expression = first.call.node;
    return { expression, suffix: '', promised, lazily: undefined, imports: [], isOptional: true };
  }
  requireKept(first ? [first, ...more] : []);
  return {
    expression: node,
    suffix: '',
    promised: (code) => ({ kind: 'call', callee: 'firstValueFrom', args: [code] }),
    lazily: (name) => `defer(${name})`,
    imports: ['defer', 'firstValueFrom'].map((name) => importOf(name, node, module)),
  };
}

/** `firstValueFrom(call)` */
function waitingFor({ node, module }: Term<TSESTree.CallExpression>): TSESTree.CallExpression | undefined {
  const { parent } = node;
  if (parent.type !== 'CallExpression' || parent.arguments.length > 1 || parent.arguments[0] !== node)
    return undefined;
  const entity = entityOf(termOf(parent.callee, module));
  const isWaiting =
    entity?.kind === 'module' && entity.source === RXJS && PROMISED.includes(entity.path.join('.'));
  return isWaiting ? parent : undefined;
}

/** `.pipe(map(…)).subscribe(…)`, whose subscription nobody gets. */
function requireKept(links: readonly Link[]): void {
  const [last] = links.slice(-1);
  const isSubscribed = last?.name === 'subscribe' && last.call.node.parent.type === 'ExpressionStatement';
  if (!isSubscribed)
    throw new Unsafe(
      'request',
      'it is an observable, and who gets it may end it between two of the three requests',
    );
  for (const { name, call } of links.slice(0, -1)) {
    if (name !== 'pipe') throw new Unsafe('request', `\`.${name}\` is not followed`);
    for (const operator of call.node.arguments) {
      const operatorName =
        operator.type === 'CallExpression' && operator.callee.type === 'Identifier'
          ? operator.callee.name
          : sourceOf(at(call, operator));
      if (!PLAIN.includes(operatorName))
        throw new Unsafe('request', `\`${operatorName}\` may end it between two of the three requests`);
    }
  }
}

function importOf(name: string, node: Node, module: Module): ValueImport {
  const variable = findVariable(name, node, module);
  const [definition] = variable?.identifiers ?? [];
  const entity = definition && entityOf(termOf(definition, module));
  const isOther =
    definition && (entity?.kind !== 'module' || entity.source !== RXJS || entity.path[0] !== name);
  if (isOther || importKind(module) === undefined)
    throw new Unsafe('request', `it takes rxjs's \`${name}\`, which means something else here`);
  return { name, from: RXJS };
}
