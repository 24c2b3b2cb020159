import type { TSESTree } from '@typescript-eslint/types';

import { alternativesOf } from '../syntax/alternatives.js';
import type { Entity } from '../syntax/entity.js';
import { evaluate, evaluateKnown } from '../syntax/evaluate.js';
import { argumentsOf } from '../syntax/functions.js';
import { at, type Term } from '../syntax/module.js';
import { mergedObjects } from '../syntax/object-members.js';
import { deref, isHidden, member } from '../syntax/resolve.js';
import type { Text } from '../syntax/text.js';
import { keyName } from '../syntax/scope.js';
import { isFunction } from '../syntax/walk.js';

/**
 * What can be asked of a call at a glance: each call of a client bears one of its marks, and most calls bear none of any
 * client's.
 */
export interface Marks {
  /** What the callee denotes begins in one of these packages; `*` at the end stands for the rest of a name. */
  readonly packages?: readonly string[];
  /** What the callee denotes begins with one of these globals. */
  readonly globals?: readonly string[];
  /** The callee has one of these for its last name, as it is written or by what it denotes. */
  readonly called?: readonly string[];
  /** The callee is a member of something that has one of these for its last name. */
  readonly on?: readonly string[];
}

/** An HTTP client that the analysis knows. */
export interface Client {
  readonly id: string;
  readonly marks: Marks;
  /** The request that a call sends; undefined when the call is none of this client's. */
  request(site: CallSite): Request | undefined;
}

/** What the callee of a call denotes that names nothing; a client may still know it by what gives its parameter. */
export const NOTHING: Entity = { kind: 'global', path: [] };

/** A call, and what its callee denotes. */
export interface CallSite {
  readonly call: Term<TSESTree.CallExpression>;
  readonly callee: Entity;
}

/** One request as the code writes it. */
export interface Request {
  readonly method: Method;
  /** The expression that gives the URL or the path; undefined where the options are not in reach. */
  readonly url: Term | undefined;
  /** What the client puts before the URL; empty for none. */
  readonly base: Text;
  /** Lower case, of the call and of its instance, as far as they are in reach. */
  readonly headerNames: readonly string[];
  readonly payload: Payload;
  /** The body's value, before any `JSON.stringify`. */
  readonly body: Term | undefined;
  readonly answer: AnswerShape;
  /** The options that hold what fills the path: `{ path: { id } }` for `/status/{id}`; `under` leads to it. */
  readonly pathValues?: { readonly options: Term; readonly under: readonly [string, ...string[]] };
  /** Where the answer comes out, in the file of the call; undefined: the call gives it. */
  readonly outlets?: readonly Outlet[];
}

/** The method (upper case; undefined when unknown) and the node that says it; no node: it is the default. */
export interface Method {
  readonly value: string | undefined;
  readonly node?: TSESTree.Node;
  /** What is spread into the options may say another one. */
  readonly isReplaceable?: boolean;
}

/** Where this form of call takes its body. */
export type Payload =
  /** `post(url, body)`: `index` is the argument's position. */
  | { readonly kind: 'argument'; readonly index: number }
  /** `f(url, { body })`: a property of the options; `index` is the position of the options. */
  | {
      readonly kind: 'option';
      readonly key: 'body' | 'data' | 'json';
      /** The value has to be a string: `JSON.stringify(…)`, and the code says the content type. */
      readonly encoded: boolean;
      readonly options: Term | undefined;
      readonly index: number;
      /** A URL that stands where the options could: `query: () => url`. */
      readonly alone?: Term;
    }
  /** `.send(body)` further on in the chain. */
  | { readonly kind: 'chain' }
  /** `request.end(body)`, `xhr.send(body)`: a later statement writes it. */
  | {
      readonly kind: 'written';
      /** The call that ends the request. */
      readonly by: Term<TSESTree.CallExpression>;
      /** Every call on the request, `by` among them. */
      readonly calls: readonly Term<TSESTree.CallExpression>[];
      /** What sets a header of the request. */
      readonly setter: 'setHeader' | 'setRequestHeader';
      readonly options: Term | undefined;
    }
  /** A form or the like: it arrives as it is, and no edit could put another body in its place. */
  | { readonly kind: 'fixed'; readonly why: string }
  /** Nothing that an edit could replace, or an answer that is not in reach. */
  | { readonly kind: 'stream'; readonly why?: string };

/** Where an answer comes out that the call itself does not give. */
export type Outlet =
  /** A function's parameter takes the parsed body: `transformResponse: (body) => …`. */
  | { readonly kind: 'parameter'; readonly pattern: TSESTree.Node }
  /** The expression gives the parsed body: `JSON.parse(text)`. */
  | { readonly kind: 'body'; readonly node: TSESTree.Node }
  /** The body leaves what can be followed. */
  | { readonly kind: 'away'; readonly node: TSESTree.Node; readonly how: 'passed' | 'returned' };

/** The member paths that lead from the awaited call (or the call itself) to the parsed JSON; `()` is a call. */
export type AnswerShape = readonly (readonly string[])[];

/** The awaited value is the body, or is made by code that is not followed. */
export const WHOLE_ANSWER: AnswerShape = [[]];

/** The argument at `index`, when its position is known. */
export function argument({ call }: CallSite, index: number): Term | undefined {
  return argumentsOf(call).items[index];
}

/** The option `name` of the nearest object that has it. */
export function option(objects: readonly (Term | undefined)[], name: string): Term | undefined {
  for (const object of objects) {
    const value = object && member(object, name);
    if (value) return value;
  }
  return undefined;
}

/** The option `name` of an object, though what is spread in behind it may replace it: `{ url: '/init', ...options }`. */
export function writtenOption(object: Term | undefined, name: string, depth = 3): Term | undefined {
  const known = option([object], name);
  if (known || !object || depth === 0) return known;
  const value = deref(object);
  if (value.node.type !== 'ObjectExpression') return undefined;
  for (const item of value.node.properties.toReversed()) {
    // `...(other && { url: '/x' })` says that it may be another.
    if (
      item.type === 'SpreadElement' &&
      alternativesOf(at(value, item.argument)).some((one) => member(one, name))
    )
      return undefined;
    const written =
      item.type === 'SpreadElement'
        ? writtenOption(at(value, item.argument), name, depth - 1)
        : item.kind === 'init' && keyName(item) === name && at(value, item.value);
    if (written) return written;
  }
  return undefined;
}

/** The term is an object written out in reach. */
export function isOptions(term: Term | undefined): boolean {
  const value = term && deref(term);
  return (
    value !== undefined && (value.node.type === 'ObjectExpression' || mergedObjects(value) !== undefined)
  );
}

/** The method of `post(…)`, said by the callee's name. */
export function calleeMethod({ call }: CallSite, name: string): Method {
  const { callee } = call.node;
  const node = callee.type === 'MemberExpression' ? callee.property : callee;
  return { value: name.toUpperCase(), node };
}

/** The method that an argument says, as of `request('POST', url)`. */
export function statedMethod(term: Term | undefined): Method {
  return { value: term && evaluateKnown(term)?.toUpperCase(), ...(term && { node: term.node }) };
}

/** An argument from position `from` on is a function or may be one: the answer goes there. */
export function hasCallback({ call }: CallSite, from: number): boolean {
  return call.node.arguments.slice(from).some((node) => {
    const value = deref(at(call, node)).node;
    return isFunction(value) || /^(?:Identifier|MemberExpression|SpreadElement)$/.test(value.type);
  });
}

/** The method of `{ method: 'post' }`, with `fallback` when the options don't say one; not known when they may. */
export function optionMethod(options: readonly (Term | undefined)[], fallback = 'GET'): Method {
  const term = option(options, 'method');
  const hidden = options.some((object) => object && isHidden(object, 'method'));
  const written = hidden && !term ? writtenOption(options[0], 'method') : undefined;
  if (written)
    return { value: evaluateKnown(written)?.toUpperCase(), node: written.node, isReplaceable: true };
  if (!term && hidden) return { value: methodOfAll(options[0]), isReplaceable: true };
  if (!term) return { value: fallback };
  return { value: evaluateKnown(term)?.toUpperCase(), node: term.node };
}

/** The method that all of the objects say that a function may answer. */
function methodOfAll(options: Term | undefined): string | undefined {
  const ways = options ? alternativesOf(options) : [];
  const [first, ...others] = ways.map((way) => {
    const written = writtenOption(way, 'method');
    return written && evaluateKnown(written)?.toUpperCase();
  });
  return others.every((other) => other === first) ? first : undefined;
}

/** The base URL that the nearest object says under one of `names`. */
export function optionBase(options: readonly (Term | undefined)[], ...names: readonly string[]): Text {
  for (const name of names) {
    const term = option(options, name);
    if (term) return evaluate(term);
  }
  return [];
}
