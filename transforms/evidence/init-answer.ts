import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../src/analysis/call.js';
import { NOTES } from '../../src/codes/notes.js';
import { passedOn } from '../../src/analysis/wrappers.js';
import type { LegacyId } from '../../src/endpoints/types.js';
import { type Module, type Node, sourceOf, termOf } from '../../src/syntax/module.js';
import { isWithin, endOf, rangeOf, startOf } from '../../src/syntax/ranges.js';
import { member } from '../../src/syntax/resolve.js';
import { findVariable, keyName } from '../../src/syntax/scope.js';
import { guardedStart } from '../../src/syntax/semicolons.js';
import { ancestor, isFunction, walk } from '../../src/syntax/walk.js';
import { typeArgumentsOf } from '../../src/syntax/type-arguments.js';
import { dialectOf } from '../dialects.js';
import { awaitedBody } from './awaited-body.js';
import { freeName } from '../edits/free-name.js';
import { givesText } from '../edits/sequence/form-payload.js';
import { expressionOf } from '../edits/sequence/place.js';
import { Unsafe } from '../edits/unsafe.js';
import type { Evidence } from './evidence.js';
import { isTypeScript } from '../../src/syntax/is-typescript.js';

/** Where the answer's `applicationId` stands below the parsed body; inferred. */
const PATH = '.data.applicationId';
/** What an application is needed for. */
const NEEDING: readonly LegacyId[] = ['kyc-status', 'kyc-document-link', 'kyc-upload'];
const NAMES = ['identification', 'kycIdentification'] as const;

/** The `applicationId` that the last init before the call answers, for the same customer and in a block around the call. */
export function fromInit(
  call: Node,
  target: Node,
  customer: Node,
  module: Module,
  calls: readonly LegacyCall[],
): Evidence | undefined {
  // The answer is not there yet where an object outside of the function is written.
  if (!isWithin(target, call) && !isAfter(target, call)) return undefined;
  const before = calls.filter(
    (init) =>
      init.match.endpoint.id === 'kyc-init' &&
      init.call.module === module &&
      // What a wrapper makes of the answer is its own.
      init.through.length === 0 &&
      dominates(init, target),
  );
  const init = before.at(-1);
  if (!init || !isSameCustomer(init, customer, module) || goesOnElsewhere(init, calls)) return undefined;
  try {
    return readingOf(init, module);
  } catch (error) {
    if (error instanceof Unsafe) return undefined;
    throw error;
  }
}

/**
 * A function that is called where the init stands goes on with the customer, and has no way to the answer: what one of
 * them did to another application, the others would not see.
 */
function goesOnElsewhere({ call }: LegacyCall, calls: readonly LegacyCall[]): boolean {
  const fn = functionOf(call.node);
  const root = fn && isFunction(fn) ? fn : undefined;
  const { module } = call;
  const run = functionsRunBy(root ?? module.ast, module);
  return calls.some(
    (other) =>
      NEEDING.includes(other.match.endpoint.id) &&
      other.call.module === module &&
      run.has(functionOf(other.call.node)),
  );
}

/** The functions of the file that are called in `root`, and in those. */
function functionsRunBy(root: Node, module: Module): Set<Node | undefined> {
  const found = new Set<Node | undefined>();
  const look = (node: Node): void =>
    walk(node, module.visitorKeys, (item) => {
      if (item.type !== 'CallExpression') return;
      const fn = passedOn(termOf(item, module))?.node;
      if (!fn || fn === root || found.has(fn)) return;
      found.add(fn);
      look(fn.body);
    });
  look(root);
  return found;
}

function isAfter(target: Node, call: Node): boolean {
  return functionOf(target) === functionOf(call);
}

/** The init is waited for in a block around `target`, above it. */
function dominates({ call }: LegacyCall, target: Node): boolean {
  const statement = ancestor(call.node, ({ type }) => /Statement$|^VariableDeclaration$/.test(type));
  const block = statement?.parent;
  if (!statement || (block?.type !== 'BlockStatement' && block?.type !== 'Program')) return false;
  if (functionOf(call.node) !== functionOf(target) || endOf(statement) > startOf(target)) return false;
  return isWithin(target, block);
}

function isSameCustomer({ request }: LegacyCall, customer: Node, module: Module): boolean {
  const value = request.body && member(request.body, 'customerId');
  if (!value || value.module !== module) return false;
  if (sourceOf(value) !== module.text.slice(...rangeOf(customer))) return false;
  let isSame = true;
  walk(customer, module.visitorKeys, (node) => {
    if (node.type === 'CallExpression' || node.type === 'AwaitExpression') isSame = false;
    if (node.type !== 'Identifier') return;
    const variable = findVariable(node.name, node, module);
    isSame &&= !variable?.references.some((reference) => reference.isWrite() && !reference.init);
  });
  return isSame;
}

/** How the answer is kept, or the edits that keep it. */
function readingOf(init: LegacyCall, module: Module): Evidence | undefined {
  const dialect = dialectOf(init.client);
  const isTyped = isTypeScript(module.file);
  // A text holds no id, and what Angular answers has to be declared.
  if (givesText(init) || (isTyped && dialect?.isGeneric)) return undefined;
  const waiting = typeArgumentsOf(init.call.node).length > 0 ? undefined : awaitedBody(init);
  if (waiting) {
    const name = freeName(NAMES, init.call.node, module);
    // `;(await post(…)).data` in code without semicolons
    const start = guardedStart(waiting, module.text);
    const edits = [{ range: [start, startOf(waiting)] as const, text: `const ${name} = ` }];
    return { source: name + PATH, notes: [NOTES.applicationIdInferred], edits };
  }
  // A failure that is not thrown leaves no id.
  if (!dialect || dialect.failed || typeArgumentsOf(init.call.node).length > 0) return undefined;
  // `ofetch.raw(…)`
  if (dialect.holder === '' && !init.request.answer.some((path) => path.length === 0)) return undefined;
  if (init.client === 'axios' && init.request.answer.some((path) => path.length === 0)) return undefined;
  const expression = expressionOf(init);
  const { parent } = expression;
  if (parent?.type !== 'AwaitExpression') return undefined;
  const notes = [NOTES.applicationIdInferred];
  const suffix = module.text.slice(endOf(init.call.node), endOf(expression));
  const holder = parent.parent;
  const name = freeName(NAMES, init.call.node, module);
  if (holder.type === 'VariableDeclarator' && holder.init === parent) {
    if (holder.parent.kind !== 'const') return undefined;
    // `.json()` gives `unknown` in TypeScript.
    if (dialect.isDirect && (isTyped || suffix.replaceAll(/\s/g, '') !== '.json()')) return undefined;
    const source = sourceIn(holder.id, dialect.holder ? [dialect.holder] : []);
    if (source !== undefined) return { source, notes, edits: [] };
    const last = dialect.holder ? openPattern(holder.id, dialect.holder) : undefined;
    if (!last) return undefined;
    const text = `, ${dialect.holder ?? ''}: ${name}`;
    return { source: name + PATH, notes, edits: [{ range: [endOf(last), endOf(last)], text }] };
  }
  if (holder.type !== 'ExpressionStatement') return undefined;
  const start = startOf(holder);
  if (dialect.holder !== undefined) {
    const text = dialect.holder === '' ? `const ${name} = ` : `const { ${dialect.holder}: ${name} } = `;
    return { source: name + PATH, notes, edits: [{ range: [start, start], text }] };
  }
  if (suffix !== '') return undefined;
  const end = endOf(expression);
  const json = isTyped ? '.json<{ data: { applicationId: string } }>()' : '.json()';
  const edits = [
    { range: [start, start] as const, text: `const ${name} = ` },
    { range: [end, end] as const, text: json },
  ];
  return { source: name + PATH, notes, edits };
}

/** `answer` → `answer.data.data.applicationId`; `{ data: answer }` → `answer.data.applicationId`. */
function sourceIn(pattern: TSESTree.Node, path: readonly string[]): string | undefined {
  if (pattern.type === 'Identifier') {
    return pattern.typeAnnotation ? undefined : [pattern.name, ...path].join('.') + PATH;
  }
  const [first, ...rest] = path;
  if (pattern.type !== 'ObjectPattern' || pattern.typeAnnotation || first === undefined) return undefined;
  for (const property of pattern.properties) {
    if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') continue;
    if (property.key.name === first) return sourceIn(property.value, rest);
  }
  return undefined;
}

/** The last of `{ status }`, which does not take `key` yet. */
function openPattern(pattern: TSESTree.Node, key: string): Node | undefined {
  if (pattern.type !== 'ObjectPattern' || pattern.typeAnnotation) return undefined;
  const isOpen = pattern.properties.every(
    (property) => property.type === 'Property' && !property.computed && keyName(property) !== key,
  );
  return isOpen ? pattern.properties.at(-1) : undefined;
}

function functionOf(node: Node): Node | undefined {
  return ancestor(node, isFunction);
}
