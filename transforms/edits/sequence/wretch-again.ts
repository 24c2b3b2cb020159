import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../../src/analysis/call.js';
import { at, sourceOf, type Term } from '../../../src/syntax/module.js';
import { contains, rangeOf } from '../../../src/syntax/ranges.js';
import { keyName } from '../../../src/syntax/scope.js';
import { type CallCode, type Code, flatCode } from '../code.js';
import { Unsafe } from '../unsafe.js';
import { copied } from './copied.js';
import type { Resend } from './resend.js';
import { placeOf } from './url-text.js';

/** Calls that give the body. */
const OF_FORM = ['body', 'formData'];
/** Calls that leave the body and the answer alone. */
const HARMLESS = ['url', 'headers', 'auth', 'accept', 'query', 'options'];

/** A call of a chain: `.url(path)`, or `wretch(url)` that it begins with. */
interface Link {
  readonly name: string;
  readonly call: Term<TSESTree.CallExpression>;
}

/** `api.url(path).body(form).post()`, made again. */
export function wretchAgain({ call, url, match }: LegacyCall): Resend {
  const { root, links } = chainOf(call);
  const before = links.slice(0, -1);
  const strange = before.find(({ name }) => ![...OF_FORM, ...HARMLESS, ''].includes(name));
  if (strange) throw new Unsafe('request', `\`.${strange.name}\` may change what is sent`);
  const [first] = url.parts.filter(({ end }) => end > match.path.start + 1);
  const holdsPath = (node: TSESTree.Node): boolean =>
    first !== undefined && contains(rangeOf(node), placeOf(first.part));
  const own = call.node.arguments;
  const isChained = before.some(({ name }) => OF_FORM.includes(name));
  const [form] = own;
  // `.post(form, url)`
  if (!isChained && (!form || holdsPath(form))) throw new Unsafe('body', 'there is none');
  const linkCode = (link: Link, path: string): CallCode => ({
    kind: 'call',
    callee: link.name === '' ? sourceOf(at(call, link.call.node.callee)) : `.${link.name}`,
    args: link.call.node.arguments.map((node) => (holdsPath(node) ? path : copied(at(call, node), call))),
  });
  const chain = (codes: readonly CallCode[], ...more: string[]): Code => {
    const [first, ...rest] = codes;
    const isBegin = first !== undefined && !first.callee.startsWith('.');
    const begin = isBegin ? flatCode(first) : root;
    return { kind: 'chain', root: begin, links: [...(isBegin ? rest : codes), ...more] };
  };
  return {
    json(path, body) {
      const kept = before.filter(({ name }) => !OF_FORM.includes(name));
      const more = own.slice(1).map((node) => (holdsPath(node) ? path : copied(at(call, node), call)));
      const sent: CallCode = {
        kind: 'call',
        callee: '.post',
        args: [{ kind: 'object', properties: body }, ...more],
      };
      return chain([...kept.map((link) => linkCode(link, path)), sent]);
    },
    form: (path) =>
      chain(
        links.map((link) => linkCode(link, path)),
        '.res()',
      ),
  };
}

/** What a chain begins with, and its calls, first to last. */
function chainOf(call: Term<TSESTree.CallExpression>): {
  readonly root: string;
  readonly links: readonly Link[];
} {
  const links: Link[] = [];
  let node: TSESTree.Node = call.node;
  while (node.type === 'CallExpression') {
    const callee: TSESTree.Expression = node.callee;
    if (callee.type !== 'MemberExpression') {
      links.unshift({ name: '', call: at(call, node) });
      return { root: '', links };
    }
    const name = keyName({ key: callee.property, computed: callee.computed });
    if (name === undefined) throw new Unsafe('request', 'it is not followed');
    links.unshift({ name, call: at(call, node) });
    node = callee.object;
  }
  return { root: copied(at(call, node), call), links };
}
