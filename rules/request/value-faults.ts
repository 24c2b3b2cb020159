import type { TSESTree } from '@typescript-eslint/types';

import { accepts, mayAccept } from '../../src/endpoints/accepts.js';
import { ruleWords } from '../../src/endpoints/rule-words.js';
import type { BodySchema } from '../../src/endpoints/types.js';
import { entityOf } from '../../src/syntax/entity.js';
import { at, sourceOf, type Term } from '../../src/syntax/module.js';
import { endOf, rangeOf } from '../../src/syntax/ranges.js';
import { certainText, certainValue } from './certain.js';
import type { Mend } from './fault.js';

/** Why a field does not take a value. */
export interface ValueFault {
  /** The value for people: `is "jpeg"`. */
  readonly value: string;
  readonly rule: string;
  readonly mend?: Mend;
}

/** Other spellings of what an enum has. */
const SAME: Readonly<Record<string, string>> = { jpeg: 'jpg' };
/** The versions of the package `uuid` whose text has hyphens: all. */
const UUID = /^v[1-7]$/;

/** What is certainly wrong with the value of a field; arrays and objects are looked into by whoever asks. */
export function valueFault(term: Term, schema: BodySchema): ValueFault | undefined {
  const found = certainValue(term);
  const type = found && typeOf(found.value);
  if (!found || type === undefined || (type === 'null' && schema.nullable)) return undefined;
  const rule = ruleWords(schema);
  if (type === 'call') return uuidFault(found.value, term, schema, rule);
  if (type !== schema.type) return { value: `is ${shortened(sourceOf(found.value))}`, rule };
  return type === 'string' ? textFault(term, schema, rule) : undefined;
}

function textFault(term: Term, schema: BodySchema, rule: string): ValueFault | undefined {
  const text = certainText(term);
  if (!text) return undefined;
  const { known, pieces } = text;
  if (known === undefined)
    return mayAccept(schema, pieces) ? undefined : { value: `is ${shortened(sourceOf(term))}`, rule };
  if (accepts(schema, known)) return undefined;
  const meant = spellingOf(known, schema);
  const mend = meant === undefined ? undefined : rewrite(term, meant);
  return { value: `is ${cut(JSON.stringify(known))}`, rule, ...(mend && { mend }) };
}

/** `JPG` and `jpeg` are `jpg`. */
function spellingOf(text: string, { enum: values }: BodySchema): string | undefined {
  const lower = text.toLowerCase();
  return values?.find((value) => value.toLowerCase() === (SAME[lower] ?? lower));
}

/** Only where the text is written in the call: a constant may have other uses. */
function rewrite({ node, module }: Term, meant: string): Mend | undefined {
  if (node.type !== 'Literal' || typeof node.value !== 'string') return undefined;
  const [start, end] = rangeOf(node);
  if (module.text.slice(start + 1, end - 1) !== node.value) return undefined;
  return {
    messageId: 'write',
    data: { value: JSON.stringify(meant) },
    edit: { range: [start + 1, end - 1], text: meant },
  };
}

/** 32 hex digits and four hyphens, which no pattern of akepa's admits. */
function uuidFault(value: Term, term: Term, schema: BodySchema, rule: string): ValueFault | undefined {
  if (value.node.type !== 'CallExpression' || schema.pattern === undefined) return undefined;
  if (!isUuid(at(value, value.node)) || new RegExp(schema.pattern, 'u').test('-')) return undefined;
  const isWritten = value.node === term.node;
  const end = endOf(term.node);
  const mend: Mend = {
    messageId: 'strip',
    data: {},
    edit: { range: [end, end], text: ".replaceAll('-', '')" },
  };
  return { value: 'is a UUID, which has hyphens', rule, ...(isWritten && { mend }) };
}

function isUuid(call: Term<TSESTree.CallExpression>): boolean {
  const entity = entityOf(at(call, call.node.callee));
  const path = entity?.path.join('.') ?? '';
  if (entity?.kind === 'global') return path === 'crypto.randomUUID';
  if (entity?.kind !== 'module') return false;
  const isCrypto = /^(?:node:)?crypto$/.test(entity.source) && /^(?:webcrypto\.)?randomUUID$/.test(path);
  return isCrypto || (entity.source === 'uuid' && UUID.test(path));
}

/** The JSON type that an expression has in every run; `call` for one that may tell more. */
function typeOf({ node }: Term): BodySchema['type'] | 'number' | 'null' | 'call' | undefined {
  switch (node.type) {
    case 'Literal':
      if (node.value === null) return node.raw === 'null' ? 'null' : undefined;
      return typeof node.value === 'object' || typeof node.value === 'bigint'
        ? undefined
        : literalType(node.value);
    case 'TemplateLiteral':
      return 'string';
    case 'BinaryExpression':
      return node.operator === '+' && [node.left, node.right].some(isText) ? 'string' : undefined;
    case 'ObjectExpression':
      return 'object';
    case 'ArrayExpression':
      return 'array';
    case 'CallExpression':
      return 'call';
    default:
      return undefined;
  }
}

function literalType(value: string | number | boolean): 'string' | 'number' | 'boolean' {
  if (typeof value === 'string') return 'string';
  return typeof value === 'number' ? 'number' : 'boolean';
}

function isText(node: TSESTree.Node): boolean {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
}

function shortened(source: string): string {
  return cut(source.replaceAll(/\s+/g, ' '));
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
