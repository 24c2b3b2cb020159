import type { LegacyCall } from '../../../src/analysis/call.js';
import { at, sourceOf, type Term } from '../../../src/syntax/module.js';
import { member } from '../../../src/syntax/resolve.js';
import { quoted, type Style } from '../../../src/syntax/style.js';
import type { CallCode, Code, PropertyCode } from '../code.js';
import { reasonOf, Unsafe } from '../unsafe.js';
import { chainAgain } from './chain-again.js';
import { codeOf, copied, moved } from './copied.js';
import { formPayload } from './form-payload.js';
import { formOptions, jsonOptions } from './options-again.js';
import { wretchAgain } from './wretch-again.js';

/** A call that sends a form, made again to another path. */
export interface Resend {
  /** @param type of what it answers, where TypeScript has to be told */
  json(url: string, body: readonly PropertyCode[], type?: string): Code;
  form(url: string): Code;
}

/** @throws {Unsafe} where the call can't be written again for certain */
export function resendOf(call: LegacyCall, style: Style): Resend {
  const { method } = call.request;
  const { node } = call.call;
  const payload = formPayload(call) ?? call.request.payload;
  if (payload.kind === 'stream' || payload.kind === 'fixed' || payload.kind === 'written')
    throw new Unsafe('body', reasonOf(payload));
  if (node.arguments.some(({ type }) => type === 'SpreadElement'))
    throw new Unsafe('request', 'its arguments are spread');
  if (sourceOf(at(call.call, node.callee)).includes('?.') || node.optional)
    throw new Unsafe('request', 'it is made only where its client is there');
  if (method.value !== 'POST') throw new Unsafe('method', 'it is not known');
  if (call.client === 'wretch') return wretchAgain(call);
  if (payload.kind === 'chain') return chainAgain(call);
  if (!call.request.body) throw new Unsafe('body', 'there is none');
  return payload.kind === 'argument'
    ? argumentsAgain(call, payload.index)
    : optionsAgain(call, payload, style);
}

/** On one line. */
export function calleeText(call: LegacyCall['call']): string {
  return oneLine(copied(at(call, call.node.callee), call));
}

/** The same for supertest, whose `request(address)` sends nothing yet. */
export function chainCalleeText({ call, client }: LegacyCall): string {
  const { callee } = call.node;
  const made = callee.type === 'MemberExpression' ? callee.object : undefined;
  if (client !== 'supertest' || made?.type !== 'CallExpression') return calleeText(call);
  for (const node of made.arguments) copied(at(call, node), call);
  return oneLine(moved(at(call, callee), call));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, '');
}

/** `post(url, form, config)`, `needle('post', url, form, config)` */
function argumentsAgain({ call, client }: LegacyCall, index: number): Resend {
  const args = call.node.arguments;
  const [form, config, more] = args.slice(index);
  if (!form || more || index < 1) throw new Unsafe('body', 'there is none');
  const before = args.slice(0, index - 1).map((node) => copied(at(call, node), call));
  const callee = calleeText(call);
  const isNeedle = client === 'needle';
  return {
    json(url, body, type) {
      const options = config && jsonOptions(at(call, config), call, [], () => undefined);
      const rest: Code[] = options === undefined ? [] : [options];
      const own = typeof options === 'object' ? options.properties : [];
      const asJson: Code = { kind: 'object', properties: [{ key: 'json', value: 'true' }, ...own] };
      return {
        kind: 'call',
        callee: callee.replace(/\.postForm$/, '.post') + typeText(type),
        args: [...before, url, { kind: 'object', properties: body }, ...(isNeedle ? [asJson] : rest)],
      };
    },
    form(url) {
      const rest = config ? [codeOf(at(call, config))] : [];
      return { kind: 'call', callee, args: [...before, url, codeOf(at(call, form)), ...rest] };
    },
  };
}

/** `fetch(url, { body })`, `axios.request({ url, data })` */
function optionsAgain(
  { call, client }: LegacyCall,
  { options, key, encoded, index }: LegacyCall['request']['payload'] & { kind: 'option' },
  style: Style,
): Resend {
  const args = call.node.arguments;
  if (!options || index < 0 || index > 2 || args.length > index + 1)
    throw new Unsafe('body', 'its options are not in reach');
  const callee = calleeText(call);
  // `http.request('POST', url, { body })`
  const before = args.slice(0, Math.max(index - 1, 0)).map((node) => copied(at(call, node), call));
  const json = quoted('application/json', style);
  // jQuery has an option of its own for it.
  const ofClient: PropertyCode[] = client === 'jquery' ? [{ key: 'contentType', value: json }] : [];
  const ofHeaders: PropertyCode[] =
    encoded && client !== 'jquery' ? [{ key: quoted('Content-Type', style), value: json }] : [];
  const urlKey = index === 0 ? urlKeyIn(options) : undefined;
  const called = (url: string, properties: readonly PropertyCode[], type = ''): CallCode => {
    const object = { kind: 'object', properties } as const;
    return {
      kind: 'call',
      callee: callee + type,
      args: index === 0 ? [object] : [...before, url, object],
    };
  };
  return {
    json(url, body, type) {
      const object: Code = { kind: 'object', properties: body };
      const sent: Code = encoded ? { kind: 'call', callee: 'JSON.stringify', args: [object] } : object;
      const kept = jsonOptions(options, call, ofHeaders, (name) => (name === urlKey ? url : undefined));
      const properties = typeof kept === 'object' ? kept.properties : [];
      return called(url, [...properties, ...ofClient, { key, value: sent }], typeText(type));
    },
    form: (url) =>
      called(
        url,
        formOptions(options, call, (name) => (name === urlKey ? url : undefined)),
      ),
  };
}

/** `{ uri }` of request. */
function urlKeyIn(options: Term): string {
  return member(options, 'url') || !member(options, 'uri') ? 'url' : 'uri';
}

function typeText(type: string | undefined): string {
  return type === undefined ? '' : `<${type}>`;
}
