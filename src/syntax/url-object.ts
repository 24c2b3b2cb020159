import type { TSESTree } from '@typescript-eslint/types';

import { entityOf } from './entity.js';
import { holeFor } from './holes.js';
import { hostOf, joinUrl, originOf, pathOf, resolveUrl } from './join-url.js';
import { at, type Term } from './module.js';
import type { Budget } from './budget.js';
import { deref } from './resolve.js';
import { keyName } from './scope.js';
import type { Evaluate, Text } from './text.js';
import { usesOf } from './uses.js';

/** `new URL(path, base)`; undefined where `URL` is something else. */
export function textOfUrl(
  term: Term<TSESTree.NewExpression>,
  evaluate: Evaluate,
  budget: Budget,
): Text | undefined {
  const [path, base] = term.node.arguments;
  if (!path || !isUrl(at(term, term.node.callee), budget)) return undefined;
  const text = evaluate(at(term, path), budget);
  return base ? resolveUrl(text, evaluate(at(term, base), budget)) : text;
}

/** `url.href`, `url.pathname` and the like. */
export function textOfUrlMember(
  term: Term<TSESTree.MemberExpression>,
  evaluate: Evaluate,
  budget: Budget,
): Text | undefined {
  const part = partOf(keyName({ key: term.node.property, computed: term.node.computed }));
  if (!part) return undefined;
  const object = at(term, term.node.object);
  const { node } = deref(object, budget);
  return node.type === 'NewExpression' && isUrl(at(deref(object, budget), node.callee), budget)
    ? part(evaluate(object, budget))
    : undefined;
}

/** The text of a variable that holds a URL, when its path is set later on: `url.pathname = '/document/generate'`. */
export function withSetPath(variable: Term, text: Text, evaluate: Evaluate, budget: Budget): Text {
  const [set, second] = usesOf(variable).filter(
    ({ path: [name, ...more], node }) =>
      node.type === 'AssignmentExpression' && more.length === 0 && partOf(name) !== undefined,
  );
  if (!set) return text;
  const { node } = set;
  if (second || node.type !== 'AssignmentExpression' || node.operator !== '=' || set.path[0] !== 'pathname')
    return [holeFor(variable)];
  return joinUrl(originOf(text), evaluate(at(variable, node.right), budget));
}

function partOf(name: string | undefined): ((text: Text) => Text) | undefined {
  switch (name) {
    case 'href':
      return (text) => text;
    case 'origin':
      return originOf;
    case 'host':
    case 'hostname':
      return hostOf;
    case 'pathname':
      return pathOf;
    default:
      return undefined;
  }
}

/** The global `URL`, or node:url's. */
function isUrl(callee: Term, budget: Budget): boolean {
  const entity = entityOf(callee, budget);
  if (entity?.path.join('.') !== 'URL') return false;
  return entity.kind === 'global' || (entity.kind === 'module' && entity.source === 'url');
}
