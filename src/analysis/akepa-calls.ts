import type { TSESTree } from '@typescript-eslint/types';

import type { Request } from '../clients/client.js';
import { type AkepaMatch, matchAkepa } from '../endpoints/match-akepa.js';
import { type Module, type Term, termOf } from '../syntax/module.js';
import { walk } from '../syntax/walk.js';
import type { Confidence, LegacyCall } from './call.js';
import type { AnalyseOptions } from './analyse.js';
import { judge } from './confidence.js';
import { recognise, type Sent, type SentUrl } from './recognise.js';

/** A call of an akepa endpoint. */
export interface AkepaCall {
  readonly call: Term<TSESTree.CallExpression>;
  /** The client's id. */
  readonly client: string;
  readonly request: Request;
  readonly match: AkepaMatch;
  readonly url: SentUrl;
  /** See {@link LegacyCall}. */
  readonly through: LegacyCall['through'];
  readonly confidence: Confidence;
}

/** Finds the calls of akepa in one file, of every confidence, in source order. */
export function akepaCallsIn(module: Module, { baseUrls }: AnalyseOptions = {}): AkepaCall[] {
  const calls: AkepaCall[] = [];
  walk(module.ast, module.visitorKeys, (node) => {
    if (node.type !== 'CallExpression') return;
    const call = termOf(node, module);
    for (const sent of recognise(call)) {
      const found = akepaCall(call, sent, baseUrls);
      if (!found) continue;
      calls.push(found);
      break;
    }
  });
  return calls;
}

function akepaCall(
  call: AkepaCall['call'],
  sent: Sent,
  baseUrls: AnalyseOptions['baseUrls'],
): AkepaCall | undefined {
  const { client, request, url, through } = sent;
  const match = matchAkepa(url.flat);
  // No other service has such paths, whatever the method.
  const judged = match && { ...match, methodMatches: true };
  const judgement = judged && judge(judged, request, url.parts, baseUrls, call, sent);
  if (!match || !judgement) return undefined;
  const { confidence } = judgement;
  // `fetch('/akepa/status')` goes to the page's own server, which may be a proxy with rules of its own.
  const isOwnServer = client === 'fetch' && match.prefix === '' && confidence === 'likely';
  return { call, client, request, match, url, through, confidence: isOwnServer ? 'possible' : confidence };
}
