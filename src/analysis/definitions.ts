import { HOLE, matchUrl } from '../endpoints/match.js';
import type { LegacyId } from '../endpoints/types.js';
import type { Module, Node } from '../syntax/module.js';
import { isFunction, walk } from '../syntax/walk.js';
import type { LegacyCall } from './call.js';

/** A legacy path in the code that no call was seen to use: a wrapper may send it, or another file. */
export interface Definition {
  readonly node: Node;
  readonly endpoint: LegacyId;
}

/** The legacy paths of a file that are none of `calls`' own. */
export function definitionsIn(module: Module, calls: readonly LegacyCall[]): Definition[] {
  const definitions: Definition[] = [];
  walk(module.ast, module.visitorKeys, (node) => {
    // A module's name and a type are sent nowhere.
    if (node.type === 'ImportDeclaration' || node.type === 'TSLiteralType') return false;
    const text = textOf(node);
    const match = text === undefined ? undefined : matchUrl(text, undefined);
    // A row without a method stands for paths that are no documented endpoint.
    if (!match || match.endpoint.method === undefined || match.literalPrefix) return true;
    if (!isRoute(node) && !calls.some((call) => isUsedBy(call, node)))
      definitions.push({ node, endpoint: match.endpoint.id });
    return true;
  });
  return definitions;
}

/** A literal's or a template's text with holes; undefined for every other node, and for a text without a slash. */
function textOf(node: Node): string | undefined {
  if (node.type === 'Literal')
    return typeof node.value === 'string' && node.value.includes('/') ? node.value : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  const text = node.quasis.map(({ value }) => value.cooked).join(HOLE);
  return text.includes('/') ? text : undefined;
}

function isUsedBy({ call, url }: LegacyCall, { range }: Node): boolean {
  if (call.node.range[0] <= range[0] && range[1] <= call.node.range[1]) return true;
  return url.parts.some(
    ({ part }) => part.kind === 'text' && part.range[0] < range[1] && range[0] < part.range[1],
  );
}

/** `app.post('/document/generate', (request, response) => …)`: a server's own route. */
function isRoute({ parent }: Node): boolean {
  return parent?.type === 'CallExpression' && parent.arguments.some((argument) => isFunction(argument));
}
