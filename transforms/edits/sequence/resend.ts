import type { LegacyCall } from '../../../src/analysis/call.js';
import { at, sourceOf } from '../../../src/syntax/module.js';
import { quoted, type Style } from '../../../src/syntax/style.js';
import type { CallCode, Code, PropertyCode } from '../code.js';
import { reasonOf, Unsafe } from '../unsafe.js';
import { chainAgain } from './chain-again.js';
import { codeOf, copied } from './copied.js';
import { formOptions, jsonOptions } from './options-again.js';

/** A call that sends a form, made again to another path. */
export interface Resend {
  json(url: string, body: readonly PropertyCode[]): Code;
  form(url: string): Code;
}

/** @throws {Unsafe} where the call can't be written again for certain */
export function resendOf(call: LegacyCall, style: Style): Resend {
  const { payload, method } = call.request;
  const { node } = call.call;
  if (payload.kind === 'stream' || payload.kind === 'fixed' || payload.kind === 'written')
    throw new Unsafe('body', reasonOf(payload));
  if (node.arguments.some(({ type }) => type === 'SpreadElement'))
    throw new Unsafe('request', 'its arguments are spread');
  if (sourceOf(at(call.call, node.callee)).includes('?.') || node.optional)
    throw new Unsafe('request', 'it is made only where its client is there');
  if (method.value !== 'POST') throw new Unsafe('method', 'it is not known');
  if (payload.kind === 'chain') return chainAgain(call);
  if (!call.request.body) throw new Unsafe('body', 'there is none');
  return payload.kind === 'argument' ? argumentsAgain(call) : optionsAgain(call, payload, style);
}

/** On one line. */
export function calleeText(call: LegacyCall['call']): string {
  return copied(at(call, call.node.callee), call).replaceAll(/\s*\n\s*/g, '');
}

/** `post(url, form, config)` */
function argumentsAgain({ call }: LegacyCall): Resend {
  const [, form, config, more] = call.node.arguments;
  if (!form || more) throw new Unsafe('body', 'there is none');
  const callee = calleeText(call);
  return {
    json(url, body) {
      const options = config && jsonOptions(at(call, config), call, [], () => undefined);
      const args = [url, { kind: 'object', properties: body } as const];
      return {
        kind: 'call',
        callee: callee.replace(/\.postForm$/, '.post'),
        args: options === undefined ? args : [...args, options],
      };
    },
    form(url) {
      const rest = config ? [codeOf(at(call, config))] : [];
      return { kind: 'call', callee, args: [url, codeOf(at(call, form)), ...rest] };
    },
  };
}

/** `fetch(url, { body })`, `axios.request({ url, data })` */
function optionsAgain(
  { call }: LegacyCall,
  { options, key, encoded, index }: LegacyCall['request']['payload'] & { kind: 'option' },
  style: Style,
): Resend {
  if (!options || index < 0 || index > 1 || call.node.arguments.length > index + 1)
    throw new Unsafe('body', 'its options are not in reach');
  const callee = calleeText(call);
  const type = { key: quoted('Content-Type', style), value: quoted('application/json', style) };
  const urlKey = index === 0 ? 'url' : undefined;
  const called = (url: string, properties: readonly PropertyCode[]): CallCode => {
    const object = { kind: 'object', properties } as const;
    return { kind: 'call', callee, args: index === 0 ? [object] : [url, object] };
  };
  return {
    json(url, body) {
      const object: Code = { kind: 'object', properties: body };
      const sent: Code = encoded ? { kind: 'call', callee: 'JSON.stringify', args: [object] } : object;
      const kept = jsonOptions(options, call, encoded ? [type] : [], (name) =>
        name === urlKey ? url : undefined,
      );
      const properties = typeof kept === 'object' ? kept.properties : [];
      return called(url, [...properties, { key, value: sent }]);
    },
    form: (url) =>
      called(
        url,
        formOptions(options, call, (name) => (name === urlKey ? url : undefined)),
      ),
  };
}
