import type { LegacyCall } from '../../src/analysis/call.js';
import { passedOn } from '../../src/analysis/wrappers.js';
import { type Node, sourceOf, type Term } from '../../src/syntax/module.js';
import { isWithin } from '../../src/syntax/ranges.js';
import { findVariable, keyName } from '../../src/syntax/scope.js';
import { type FunctionNode, isFunction, walk } from '../../src/syntax/walk.js';

/** What a wrapper may set on options that it is given, without changing the request that a caller asks for. */
const HARMLESS =
  /^(?:headers|baseURL|timeout|signal|credentials|mode|agent|httpsAgent|httpAgent|withCredentials)$/;
/** A text in a condition that may be a piece of a path: not `/`, and no scheme. */
const PATH_PIECE = /(?<!\.)(?:['"`]|\/\^?\\?\/?)(?!https?\b|wss?\b)[^'"`\s]*[A-Za-z]{2,}/;

/** What a wrapper does, and where. */
interface Doing {
  readonly place: Pick<Term, 'module' | 'node'>;
  readonly why: string;
}

/** Why a wrapper does more with what it is given than to pass it on; undefined where it does not. */
export function wrapperDoes({ call, through }: LegacyCall): Doing | undefined {
  for (const item of [call, ...through.slice(0, -1)]) {
    const fn = passedOn(item);
    if (!fn) continue;
    const place = { module: fn.module, node: fn.node.body };
    if (changesArguments(fn)) return { place, why: 'which changes what it is given' };
    if (decidesByPath(fn)) return { place, why: 'which decides by the path' };
  }
  return undefined;
}

/** `body.source = 'web'`, `Object.assign(body, …)` */
function changesArguments(fn: Term<FunctionNode>): boolean {
  let found = false;
  walk(fn.node.body, fn.module.visitorKeys, (node) => {
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression') {
      const names: string[] = [];
      let root: Node = node.left;
      for (; root.type === 'MemberExpression'; root = root.object)
        names.unshift(keyName({ key: root.property, computed: root.computed }) ?? '');
      found ||= isParameter(root, fn) && !HARMLESS.test(names[0] ?? '');
    }
    if (node.type === 'CallExpression' && /^Object\.assign$/.test(sourceOf({ ...fn, node: node.callee }))) {
      const [target] = node.arguments;
      found ||= target !== undefined && isParameter(target, fn);
    }
    return !found;
  });
  return found;
}

/** `path.startsWith('/customer') ? KYC_URL : DOCUMENTS_URL`: another path may go elsewhere. */
function decidesByPath(fn: Term<FunctionNode>): boolean {
  let found = false;
  walk(fn.node.body, fn.module.visitorKeys, (node) => {
    const test =
      node.type === 'IfStatement' || node.type === 'ConditionalExpression'
        ? node.test
        : node.type === 'LogicalExpression' && node.operator === '&&'
          ? node.left
          : node.type === 'SwitchStatement'
            ? node.discriminant
            : undefined;
    if (test && readsPath(test, fn))
      found ||= PATH_PIECE.test(sourceOf({ ...fn, node: test })) || node.type === 'SwitchStatement';
    return !found;
  });
  return found;
}

/** A parameter is asked for what is in it, as one asks a text. */
function readsPath(test: Node, fn: Term<FunctionNode>): boolean {
  let found = false;
  walk(test, fn.module.visitorKeys, (node) => {
    if (node.type !== 'Identifier' || !/path|url|uri|endpoint|route|resource/i.test(node.name)) return;
    found ||= isParameter(node, fn);
  });
  return found;
}

function isParameter(node: Node, { node: fn, module }: Term<FunctionNode>): boolean {
  if (node.type !== 'Identifier') return false;
  const variable = findVariable(node.name, node, module);
  const [definition] = variable?.defs ?? [];
  return definition?.type === 'Parameter' && (definition.node === fn || isInner(definition.node, fn));
}

/** `(method) => (path, body) => …` */
function isInner(node: Node, fn: FunctionNode): boolean {
  return isFunction(node) && isWithin(fn, node);
}
