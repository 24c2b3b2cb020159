import type { TSESTree } from '@typescript-eslint/types';

import { AUTHORITY, HOLE, isBaseName, splitPath } from '../endpoints/match.js';
import { classAround } from '../syntax/class-nodes.js';
import { at, type Node, sourceOf, type Term } from '../syntax/module.js';
import { flatten, type HolePart, type Part } from '../syntax/text.js';
import { isSpecificName } from './generic-names.js';
import { ownerNames } from './owner-names.js';

/** Not `connectFirebase`, `connectFile` and the like. */
const CONNECTFI = /connect[-_]?fi(?!rst|rebase|restore|rewall|les?(?![a-z])|nd|eld|lter|gure)|paygears/i;

/** The host of the URL, or of what may stand in for its base. */
export function hostsOf(prefix: string, holes: readonly HolePart[]): string[] {
  const fallbacks = prefix.startsWith(HOLE) ? (holes[0]?.fallback ?? []) : [];
  return [prefix, ...fallbacks.map((part) => (part.kind === 'text' ? part.text : ''))].flatMap((url) => {
    const host = AUTHORITY.exec(url)?.[1]
      ?.replace(/:[^:\]]*$/, '')
      .replace(/^.*@/, '');
    return host ? [host] : [];
  });
}

/**
 * What stands in for the base and has path segments of its own: `/api` of `process.env.API_URL || '/api'`. Undefined where
 * it has none, or where what has none may stand in as well.
 */
export function fallbackPrefix(prefix: string, [base]: readonly HolePart[]): string | undefined {
  if (!base?.fallback || !prefix.startsWith(HOLE)) return undefined;
  // What is one of several URLs has them one after the other.
  const texts = flatten(base.fallback, HOLE).flat.split(/(?=https?:\/\/)/);
  const isBelow = (text: string): boolean =>
    text.includes('/') &&
    splitPath(text).some((segment) => !segment.text.startsWith(HOLE) && !isBaseName(segment.text));
  return texts.every(isBelow) ? texts[0] : undefined;
}

export function configuredBase(
  prefix: string,
  holes: readonly HolePart[],
  baseUrls: readonly string[] = [],
): string[] {
  return baseUrls
    .filter(
      (base) =>
        isBelow(prefix, base) ||
        holes.some(
          ({ name, fallback }) =>
            name === base || fallback?.some((part) => part.kind === 'text' && isBelow(part.text, base)),
        ),
    )
    .map((base) => `base URL ${base} (configured)`);
}

function isBelow(prefix: string, base: string): boolean {
  const bare = base.replace(/\/+$/, '');
  return prefix === bare || prefix.startsWith(`${bare}/`);
}

export function connectFiNames(prefix: string, holes: readonly HolePart[]): string[] {
  const literal = prefix.replaceAll(HOLE, '');
  const fallbacks = holes.flatMap(({ fallback }) => fallback ?? []);
  return [
    ...(CONNECTFI.test(literal) ? [`base URL ${literal}`] : []),
    ...holes.filter(({ name }) => CONNECTFI.test(name)).map(({ name }) => `base URL from ${name}`),
    ...fallbacks.flatMap((part) =>
      part.kind === 'text' && CONNECTFI.test(part.text) ? [`base URL ${part.text}`] : [],
    ),
  ];
}

/** `const CONNECTFI_URL = …`, `const connectFi = axios.create(…)`. */
export function connectFiOwners(base: readonly Part[], call: Node, seen: ReadonlySet<Node>): string[] {
  // The names that the value went through, too: `import { connectFiUrl } from './settings'`.
  const passed = [...seen].flatMap((node) => (node.type === 'Identifier' ? [node.name] : []));
  const names = [...base.flatMap((part) => ownerNames(part, call)), ...passed].filter((name) =>
    CONNECTFI.test(name),
  );
  return [...new Set(names)].map((name) => `base URL from ${name}`);
}

/** What clients are called: `connectFi` of `connectFi.post(…)`, a `class ConnectFiClient` on the way. */
export function clientNames(call: Term<TSESTree.CallExpression>, through: readonly Term[]): string[] {
  const { callee } = call.node;
  const names = [
    ...(callee.type === 'MemberExpression' && isPlain(callee.object)
      ? [sourceOf(at(call, callee.object))]
      : []),
    ...[call, ...through].map(({ node }) => classAround(node)?.id?.name ?? ''),
  ];
  return [...new Set(names)].filter((name) => name !== '' && name.length < 60);
}

export function connectFiClients(names: readonly string[]): string[] {
  return names.filter((name) => CONNECTFI.test(name)).map((name) => `client ${name}`);
}

/** A name or a chain of them; what else stands before the dot says more than a name. */
function isPlain({ type }: Node): boolean {
  return type === 'Identifier' || type === 'MemberExpression';
}

/** `process.env.DOCUSIGN_API_URL`, `const stripeUrl = …`, as people call them. */
export function otherNames(holes: readonly HolePart[], call: Node): string[] {
  const names = holes.flatMap((hole) => [hole.name, ...ownerNames(hole, call, true)]);
  const bare = names.map((name) => name.replace(/^(?:process\.env|import\.meta\.env|this)\./, ''));
  return [...new Set(bare)].filter((name) => isSpecificName(name) && !/akepa/i.test(name));
}
