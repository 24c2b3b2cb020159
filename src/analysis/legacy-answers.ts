import type { TSESTree } from '@typescript-eslint/types';

import { HOLE, matchUrl } from '../endpoints/match.js';
import type { LegacyId } from '../endpoints/types.js';
import { spiedName } from '../mocks/jest.js';
import { at, type Node, sourceOf, type Term } from '../syntax/module.js';
import { startOf } from '../syntax/ranges.js';
import { deref } from '../syntax/resolve.js';
import { calleeName, keyName } from '../syntax/scope.js';
import { walk } from '../syntax/walk.js';

/** What in a test is an answer of the legacy side, or a snapshot of one. */
export interface LegacyAnswer {
  readonly kind: 'answer' | 'error' | 'snapshot';
  /** For people: `kycDocumentList`. */
  readonly sign: string;
  /** The endpoint that a path in it names; else those that answer so, the likeliest first. */
  readonly endpoints: readonly [LegacyId, ...LegacyId[]];
  /** The function that is to answer so, where it is said. */
  readonly spied: string | undefined;
}

const ANSWERS =
  /^(?:mock(?:Resolved|Rejected|Return)Value(?:Once)?|mockImplementation(?:Once)?|resolves|rejects|returns|callsFake)$/;
const SNAPSHOTS = /^to(?:Throw(?:Error)?)?Match(?:ing)?InlineSnapshot$/;
/** Members that only the legacy envelope has. */
const KEYS = ['kycDocumentList', 'kycAttributes', 'kycStatus'];
const ENVELOPE = ['kyc-status', 'kyc-init', 'kyc-document-link', 'kyc-upload'] as const;
const STARTS = ['kyc-init', 'kyc-document-link', 'kyc-upload', 'kyc-status'] as const;
const DOCUMENTS = ['kyc-document-link', 'document-upload', 'kyc-upload'] as const;
const PATHS = /[\w:/.$*-]*\/(?:customer\/kyc|document)\/[\w:/.*-]+/g;
const KEY_IN_TEXT = new RegExp(`\\b(?:${KEYS.join('|')}|documentNotUploaded)\\b`);

/** The answer of the legacy side that a call of a test gives to a spy, or holds as a snapshot. */
export function legacyAnswerOf(call: Term<TSESTree.CallExpression>): LegacyAnswer | undefined {
  const { node } = call;
  const { callee } = node;
  const name = calleeName(node) ?? '';
  if (callee.type !== 'MemberExpression' || node.arguments.length === 0) return undefined;
  const { object } = callee;
  const isMade = name === 'fn' && object.type === 'Identifier' && /^(?:vi|jest)$/.test(object.name);
  if (SNAPSHOTS.test(name)) {
    const text = node.arguments.map((argument) => sourceOf(at(call, argument))).join();
    return signsInText(text)[0];
  }
  if (!ANSWERS.test(name) && !isMade) return undefined;
  const sign = node.arguments.map((argument) => signIn(at(call, argument))).find(Boolean);
  if (!sign) return undefined;
  const spied = isMade ? undefined : spiedName(at(call, object));
  const envelope = spied === undefined || /^(?:get|fetch)/i.test(spied) ? ENVELOPE : STARTS;
  return { ...sign, spied, endpoints: sign.kind === 'error' ? DOCUMENTS : envelope };
}

/** The legacy side in the text of a snapshot: paths, and members of answers. */
export function signsInText(text: string): LegacyAnswer[] {
  const base = { kind: 'snapshot', spied: undefined } as const;
  const paths = [...text.matchAll(PATHS)].flatMap(([path]): LegacyAnswer[] => {
    const { endpoint } = matchUrl(path.replaceAll('*', HOLE), undefined) ?? {};
    return endpoint?.method === undefined ? [] : [{ ...base, endpoints: [endpoint.id], sign: endpoint.path }];
  });
  const key = KEY_IN_TEXT.exec(text)?.[0];
  return key === undefined ? paths : [...paths, { ...base, endpoints: ENVELOPE, sign: key }];
}

type Sign = Pick<LegacyAnswer, 'kind' | 'sign'>;

/** Looked for in an expression, and in the constants that it names. */
function signIn(term: Term, depth = 0): Sign | undefined {
  let found: Sign | undefined;
  walk(term.node, term.module.visitorKeys, (node) => {
    found ??= node.type === 'Property' ? signOf(node) : undefined;
    if (!found && depth < 2 && node.type === 'Identifier' && isValue(node)) {
      const value = deref(at(term, node));
      if (value.node.type === 'ObjectExpression') found = signIn(value, depth + 1);
    }
    return !found;
  });
  return found;
}

function isValue(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === 'MemberExpression') return startOf(parent.object) === startOf(node);
  return parent.type !== 'Property' || startOf(parent.value) === startOf(node);
}

function signOf(property: TSESTree.Property): Sign | undefined {
  const name = keyName(property) ?? '';
  const { value } = property;
  if (KEYS.includes(name)) return { kind: 'answer', sign: name };
  if (name === 'kyc' && value.type === 'ObjectExpression' && has(value, 'status'))
    return { kind: 'answer', sign: 'kyc.status' };
  if (name !== 'code' || value.type !== 'Literal') return undefined;
  if (value.value === 'documentNotUploaded') return { kind: 'error', sign: 'documentNotUploaded' };
  // akepa says the id in `context`.
  const isLegacy =
    value.value === 'documentNotFound' && !has(property.parent, 'context') && has(property.parent, 'message');
  return isLegacy ? { kind: 'error', sign: 'documentNotFound' } : undefined;
}

function has(object: Node, name: string): boolean {
  return (
    object.type === 'ObjectExpression' &&
    object.properties.some((item) => item.type === 'Property' && keyName(item) === name)
  );
}
