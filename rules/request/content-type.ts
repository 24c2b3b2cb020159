import type { AkepaCall } from '../../src/analysis/akepa-calls.js';
import { at, type Term } from '../../src/syntax/module.js';
import { member } from '../../src/syntax/resolve.js';
import { certainText } from './certain.js';
import type { Fault } from './fault.js';
import { shapeOf } from './shape.js';

/** They send a Content-Type as it is said; axios and what is made of it put the boundary in. */
const AS_SAID = ['angular-http', 'fetch', 'got', 'ky', 'ofetch', 'undici'];
/** The form that is attached says the type, whatever else does. */
const BY_FORM = ['superagent', 'supertest'];

/** What is certainly wrong with the Content-Type of an upload; only the call's own, which nothing overrides. */
export function contentTypeFaults(call: AkepaCall): Fault[] {
  const options = BY_FORM.includes(call.client) ? undefined : optionsOf(call);
  const headers = options && member(options, 'headers');
  const properties = (headers && shapeOf(headers)?.properties) ?? new Map<string, never>();
  return [...properties].flatMap(([name, { value }]): Fault[] => {
    const type = value && name.toLowerCase() === 'content-type' ? certainText(value)?.known : undefined;
    const problem = type && problemWith(type.trim().toLowerCase(), call.client);
    if (!value || !problem) return [];
    return [{ messageId: 'contentType', data: { problem }, at: value, isInferred: false }];
  });
}

function optionsOf({ call, request: { payload }, through }: AkepaCall): Term | undefined {
  if (payload.kind === 'option') return payload.options;
  if (payload.kind !== 'argument') return undefined;
  const inner = through.at(-1) ?? call;
  // `post(url, body, options)`
  const before = inner.node.arguments.slice(0, payload.index + 2);
  const node = before[payload.index + 1];
  return node && before.every(({ type }) => type !== 'SpreadElement') ? at(inner, node) : undefined;
}

function problemWith(type: string, client: string): string | undefined {
  if (/^application\/json\b/.test(type)) return 'says JSON';
  return type === 'multipart/form-data' && AS_SAID.includes(client) ? 'has no boundary' : undefined;
}
