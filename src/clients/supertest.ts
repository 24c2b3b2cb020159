import { evaluate } from '../syntax/evaluate.js';
import { at } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import type { Part } from '../syntax/text.js';
import { calleeMethod, type Client } from './client.js';
import { instanceOf } from './instance.js';
import { chainRequest, type Link, VERBS } from './superagent.js';

const ROOT = { packages: ['supertest'], names: ['supertest'] };

/** supertest against a URL: `request('https://…').post(path)`; against the project's own app it is no client. */
export const supertest: Client = {
  id: 'supertest',
  marks: ROOT,
  request(site) {
    const { callee } = site;
    if (callee.kind !== 'result') return undefined;
    const [verb, ...more] = callee.path;
    if (verb === undefined || more.length > 0 || !VERBS.includes(verb)) return undefined;
    const made = instanceOf(callee.of, ROOT)?.path.join('.');
    const [target] = callee.call.node.arguments;
    if ((made !== '' && made !== 'agent') || !target) return undefined;
    const base = evaluate(at(callee.call, target));
    if (!isAddress(base[0])) return undefined;
    const { request, links } = chainRequest(site, calleeMethod(site, verb === 'del' ? 'delete' : verb), 0);
    const isExpected = links.some(({ name, call }) => name === 'expect' && saysBody(call));
    const why = 'an expectation reads the answer';
    return { ...request, base, ...(isExpected && { payload: { kind: 'stream', why } }) };
  },
};

/** It is a text for certain: a URL, an environment variable, or something that is called a URL. */
function isAddress(part: Part | undefined): boolean {
  if (part?.kind === 'text') return /^https?:/.test(part.text);
  if (!part) return false;
  if (/^(?:process|import\.meta)\.env\b|(?:url|uri|origin)$/i.test(part.name)) return true;
  const [first] = part.fallback ?? [];
  return isAddress(first);
}

/** `.expect({ … })`, `.expect(200, body)`: a function is followed, a status and a header are no body. */
function saysBody({ node, module, bindings }: Link['call']): boolean {
  const types = node.arguments.map((item) => deref({ node: item, module, bindings }).node.type);
  return types.some((type) => type === 'ObjectExpression' || type === 'Identifier');
}
