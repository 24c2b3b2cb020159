import { type AkepaCall, akepaCallsIn } from '../src/analysis/akepa-calls.js';
import { type Confidence, CONFIDENCES, isAtLeast } from '../src/analysis/call.js';
import type { Module, Node } from '../src/syntax/module.js';
import { isWithin, rangeOf } from '../src/syntax/ranges.js';
import { createRule, type Report, type RuleFile } from './create-rule.js';
import { type Fault, FAULT_MESSAGES, MEND_MESSAGES } from './request/fault.js';
import { faultsOf } from './request/faults.js';

/** Options of the rule; what they say wins over `settings.akepa`. */
export interface ValidAkepaRequestOptions {
  /** How sure it has to be that a call goes to connectFi; `likely` by default. */
  readonly confidence?: Confidence;
  /** Reports what rests on facts that no page of the vendor shows, too; `true` by default. */
  readonly inferred?: boolean;
  readonly baseUrls?: readonly string[];
  /** Reads the files that a file imports, for paths, clients and constants that stand there; `true` by default. */
  readonly crossFile?: boolean;
}

const MESSAGES = { ...FAULT_MESSAGES, ...MEND_MESSAGES } as const;

type MessageId = keyof typeof MESSAGES;

/** Reports hand-written calls of akepa that its documented contract rejects. */
export const validAkepaRequest = createRule<MessageId, ValidAkepaRequestOptions>({
  name: 'valid-akepa-request',
  type: 'problem',
  description: "require calls of connectFi's /akepa endpoints to be what their contract accepts",
  hasSuggestions: true,
  options: {
    confidence: { enum: [...CONFIDENCES] },
    inferred: { type: 'boolean' },
    baseUrls: { type: 'array', items: { type: 'string', minLength: 1 } },
    crossFile: { type: 'boolean' },
  },
  messages: MESSAGES,
  readsConfig: true,
  marker: /\/akepa\b|\bakepa\//,
  check,
});

function* check(file: RuleFile<ValidAkepaRequestOptions>): Generator<Report<MessageId>> {
  const { module, options, config } = file;
  const { confidence = 'likely', inferred = true, baseUrls = config.baseUrls } = options;
  // Two calls may send one object.
  const seen = new Set<string>();
  for (const call of akepaCallsIn(module, { baseUrls })) {
    if (!isAtLeast(call.confidence, confidence)) continue;
    for (const fault of faultsOf(call, { ...config.akepa?.update })) {
      if (fault.isInferred && !inferred) continue;
      const report = reportOf(fault, placeOf(fault, call, module), module);
      const key = JSON.stringify([report.range, report.messageId, report.data]);
      if (!seen.has(key)) yield report;
      seen.add(key);
    }
  }
}

/** The fault's own node, unless it stands in another file or in a wrapper that other calls go through too. */
function placeOf({ at }: Fault, { call, through }: AkepaCall, module: Module): Node {
  const isHere = at.module === module && (through.length === 0 || isWithin(at.node, call.node));
  return isHere ? at.node : call.node;
}

function reportOf({ messageId, data, at, mend }: Fault, place: Node, module: Module): Report<MessageId> {
  const suggestions =
    mend && at.module === module ? [{ messageId: mend.messageId, data: mend.data, edits: [mend.edit] }] : [];
  return { messageId, data, range: rangeOf(place), suggestions };
}
