import type { LegacyCall } from '../../../src/analysis/call.js';
import { type Link, linksOf } from '../../../src/clients/superagent.js';
import { evaluateKnown } from '../../../src/syntax/evaluate.js';
import { at, sourceOf } from '../../../src/syntax/module.js';
import { deref } from '../../../src/syntax/resolve.js';
import type { CallCode, Code } from '../code.js';
import { Unsafe } from '../unsafe.js';
import { copied } from './copied.js';
import { jsonHeaders } from './json-headers.js';
import { chainCalleeText, type Resend } from './resend.js';

/** Calls that speak of the form. */
const OF_FORM = ['attach', 'field', 'send', 'type'];
/** Calls after which the answer goes elsewhere, or a failure is not thrown. */
const OF_ANSWER = ['buffer', 'end', 'ok', 'on', 'parse', 'pipe', 'responseType'];
const OF_PROMISE = ['then', 'catch', 'finally'];
/** Chains of so many calls stay on one line, and are broken within a call. */
const SHORT_CHAIN = 2;

/** `request.post(url).set(…).attach(…)`, made again. */
export function chainAgain(sent: LegacyCall): Resend {
  const { call } = sent;
  const links = linksOf(call);
  if (links.some(({ isLater }) => isLater)) throw new Unsafe('body', 'a later statement writes it');
  const reader = links.find(({ name }) => OF_ANSWER.includes(name));
  if (reader) throw new Unsafe('request', `\`.${reader.name}\` decides what it answers`);
  const own = links.slice(0, endOfRequest(links));
  if (!own.some(({ name }) => OF_FORM.includes(name))) throw new Unsafe('body', 'there is none');
  const callee = chainCalleeText(sent);
  const before = call.node.arguments.slice(0, -1).map((node) => copied(at(call, node), call));
  const chain = (url: string, more: readonly CallCode[]): Code => chainCode(callee, [...before, url], more);
  return {
    json(url, body) {
      const send: CallCode = { kind: 'call', callee: '.send', args: [{ kind: 'object', properties: body }] };
      return chain(url, [...own.flatMap((link) => jsonLink(link, call)), send]);
    },
    form: (url) => chain(url, own.map(linkCode)),
  };
}

/** Before `.then(…)` and what follows it. */
function endOfRequest(links: readonly Link[]): number {
  const index = links.findIndex(({ name }) => OF_PROMISE.includes(name));
  return index === -1 ? links.length : index;
}

function chainCode(callee: string, args: readonly Code[], links: readonly CallCode[]): Code {
  const dot = callee.lastIndexOf('.');
  const [last] = links.slice(-1);
  // `request(address).post(url).send(body)` is no short one.
  if (last && links.length < SHORT_CHAIN && !callee.includes('(')) {
    const [url] = args.slice(-1);
    return typeof url === 'string' && args.length === 1
      ? { ...last, callee: `${callee}(${url})${last.callee}` }
      : { kind: 'chain', root: callee, links };
  }
  const begin: CallCode = { kind: 'call', callee: dot === -1 ? callee : callee.slice(dot), args };
  return { kind: 'chain', root: dot === -1 ? '' : callee.slice(0, dot), links: [begin, ...links] };
}

function jsonLink(link: Link, site: LegacyCall['call']): CallCode[] {
  const { name, call } = link;
  if (OF_FORM.includes(name)) return [];
  const [first, second] = call.node.arguments.map((node) => at(call, node));
  if (name === 'set' && first && !second) {
    const headers = jsonHeaders(first, [], site);
    return headers === undefined ? [] : [{ kind: 'call', callee: '.set', args: [headers] }];
  }
  if (name === 'set' && first && evaluateKnown(first)?.toLowerCase() === 'content-type') return [];
  // A name that is not known may be the content type.
  if (name === 'set' && first && deref(first).node.type !== 'Literal')
    throw new Unsafe('content type', `\`${sourceOf(first)}\` may be it`);
  for (const node of call.node.arguments) copied(at(call, node), site);
  return [linkCode(link)];
}

function linkCode({ name, call }: Link): CallCode {
  return {
    kind: 'call',
    callee: `.${name}`,
    args: call.node.arguments.map((node) => sourceOf(at(call, node))),
  };
}
