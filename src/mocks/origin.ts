import type { TSESTree } from '@typescript-eslint/types';

import type { CallSite } from '../clients/client.js';
import { type Entity, entityOf } from '../syntax/entity.js';
import { at, type Node, type Term } from '../syntax/module.js';
import { calleeName } from '../syntax/scope.js';

/** What a chain of calls begins with, and the call that made it: `nock(host)` of `nock(host).persist().post(…)`. */
export interface Origin {
  readonly of: Entity & { readonly kind: 'module' };
  /** None for the package itself, and where the value is only declared to be of the package's type. */
  readonly made: Term<TSESTree.CallExpression | TSESTree.NewExpression> | undefined;
  /** The calls between that and the last one. */
  readonly links: readonly Link[];
}

interface Link {
  readonly name: string | undefined;
  readonly call: Term<TSESTree.CallExpression>;
}

/** Goes from a chain's last call to the chain's beginning in one of the packages. */
export function originOfChain({ call }: CallSite, packages: readonly string[]): Origin | undefined {
  const links: Link[] = [];
  let object = objectOf(call.node);
  // Step by step: a chain may be long.
  while (object?.type === 'CallExpression') {
    const below = objectOf(object);
    if (!below) break;
    links.push({ name: calleeName(object), call: at(call, object) });
    object = below;
  }
  const beginning = object && entityOf(at(call, object));
  // `nock.back`, `page.keyboard`
  if (!beginning || (beginning.kind !== 'module' && beginning.path.length > 0)) return undefined;
  return originOf(beginning, packages, links.toReversed());
}

function originOf(
  beginning: Entity,
  packages: readonly string[],
  links: readonly Link[],
): Origin | undefined {
  const before: Link[] = [];
  for (let entity = beginning; entity.kind !== 'global';) {
    const of = entity.kind === 'module' ? entity : entity.of;
    const made = entity.kind === 'result' ? entity.call : undefined;
    if (of.kind === 'module')
      return packages.includes(of.source) ? { of, made, links: [...before, ...links] } : undefined;
    // `const scope = nock(host).persist()`
    if (made?.node.type === 'CallExpression')
      before.unshift({ name: of.path.at(-1), call: at(made, made.node) });
    entity = of;
  }
  return undefined;
}

/** `a` of `a.b(…)`. */
function objectOf(node: Node): Node | undefined {
  return node.type === 'CallExpression' && node.callee.type === 'MemberExpression'
    ? node.callee.object
    : undefined;
}
