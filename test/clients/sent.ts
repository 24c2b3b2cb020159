import type { TSESTree } from '@typescript-eslint/types';

import { candidatesFor } from '../../src/clients/candidates.js';
import { NOTHING, type Request } from '../../src/clients/client.js';
import { entityOf } from '../../src/syntax/entity.js';
import { evaluate, joinUrl } from '../../src/syntax/evaluate.js';
import { at, type Module, sourceOf, termOf } from '../../src/syntax/module.js';
import { parseModule } from '../../src/syntax/parse.js';
import { lineAt } from '../../src/syntax/position.js';
import { startOf } from '../../src/syntax/ranges.js';
import { flatten } from '../../src/syntax/text.js';
import { walk } from '../../src/syntax/walk.js';

/** A call and the request that a client sees in it. */
export interface Sent {
  readonly client: string;
  readonly call: TSESTree.CallExpression;
  readonly request: Request;
}

/** Every request that a client sees in a source text, to whatever URL. */
export function sentIn(source: string | readonly string[]): Sent[] {
  const module = parseModule('src/kyc.ts', typeof source === 'string' ? source : source.join('\n'));
  const sent: Sent[] = [];
  walk(module.ast, module.visitorKeys, (node) => {
    if (node.type === 'CallExpression') sent.push(...sentBy(node, module));
  });
  return sent;
}

/** `POST /a axios 3`: method, URL with `…` for what is not known, client, line. */
export function summary({ client, call, request }: Sent): string {
  const { base, url, method } = request;
  const text = url ? joinUrl(base, evaluate(url)) : [];
  const line = url ? lineAt(url.module.text, startOf(call)) : 0;
  return `${method.value ?? '?'} ${flatten(text, '…').flat} ${client} ${line}`;
}

/** The source text of what the request sends. */
export function bodyText({ request: { body } }: Sent): string | undefined {
  return body && sourceOf(body);
}

function sentBy(node: TSESTree.CallExpression, module: Module): Sent[] {
  const call = termOf(node, module);
  const callee = entityOf(at(call, node.callee)) ?? NOTHING;
  for (const client of candidatesFor({ call, callee })) {
    const request = client.request({ call, callee });
    if (request) return [{ client: client.id, call: node, request }];
  }
  return [];
}
