import { analyse } from '../src/analysis/analyse.js';
import { type Confidence, CONFIDENCES, isAtLeast } from '../src/analysis/call.js';
import { type JudgedDefinition, judgeDefinitions } from '../src/analysis/judge-definitions.js';
import { NOTES } from '../src/codes/notes.js';
import { LEGACY_ENDPOINTS } from '../src/endpoints/table.js';
import type { LegacyId } from '../src/endpoints/types.js';
import { dayOf } from '../src/gate/dates.js';
import { isMeant, problemOf } from '../src/gate/suppress.js';
import { suppressionsIn } from '../src/gate/suppressions.js';
import type { Module, Range } from '../src/syntax/module.js';
import { positionAt } from '../src/syntax/position.js';
import { rangeOf } from '../src/syntax/ranges.js';
import { MOVE_MESSAGES, moveOf } from '../transforms/move.js';
import { type PlannedCall, planFlows } from '../transforms/plan.js';
import { callRange, deprecation, NO_CALL } from '../transforms/result.js';
import { createRule, type Message, type Report, type RuleFile } from './create-rule.js';

/** Options of the rule; what they say wins over `settings.akepa`. */
export interface NoLegacyEndpointOptions {
  /** The least confidence that is reported; `likely` by default. */
  readonly confidence?: Confidence;
  /** Reports these endpoints only. */
  readonly endpoints?: readonly LegacyId[];
  readonly baseUrls?: readonly string[];
  /** Reads the files that a file imports, for paths and clients that stand there, and akepa.config; `true` by default. */
  readonly crossFile?: boolean;
}

const MESSAGES = {
  deprecated: '{{deprecation}}',
  deprecatedWithNote: '{{deprecation}} {{note}}',
  perhapsDeprecated: 'If this call goes to connectFi: {{deprecation}}',
  definition: '{{deprecation}} {{noCall}}',
  perhapsDefinition: 'If this path is sent to connectFi: {{deprecation}}',
  suppression: '{{code}}: {{text}}',
  ...MOVE_MESSAGES,
} as const;

type MessageId = keyof typeof MESSAGES;

/** Reports calls of deprecated endpoints, and suggests the move where a file holds all of what moves together. */
export const noLegacyEndpoint = createRule<MessageId, NoLegacyEndpointOptions>({
  name: 'no-legacy-endpoint',
  type: 'problem',
  description: "disallow calls of connectFi's deprecated KYC and document endpoints",
  hasSuggestions: true,
  options: {
    confidence: { enum: [...CONFIDENCES] },
    endpoints: {
      type: 'array',
      items: { enum: LEGACY_ENDPOINTS.map(({ id }) => id) },
      minItems: 1,
      uniqueItems: true,
    },
    baseUrls: { type: 'array', items: { type: 'string', minLength: 1 } },
    crossFile: { type: 'boolean' },
  },
  messages: MESSAGES,
  readsConfig: true,
  check,
});

function* check(file: RuleFile<NoLegacyEndpointOptions>): Generator<Report<MessageId>> {
  const { module, path, root, options, config } = file;
  const { isSuppressed, problems } = suppressedIn(module);
  yield* problems;
  const analysis = analyse(module, {
    baseUrls: options.baseUrls ?? config.baseUrls,
    isMarkedOnly: true,
  });
  for (const flow of planFlows([{ analysis, path }], { config, root })) {
    const suggestion = moveOf(flow, module);
    const suggestions = suggestion ? [suggestion] : [];
    for (const planned of flow) {
      const { call } = planned;
      if (!isWanted(call.match.endpoint.id, call.confidence, options)) continue;
      if (isSuppressed(call.match.endpoint.id, callRange(call))) continue;
      yield { ...describe(planned), range: callRange(call), suggestions };
    }
  }
  for (const definition of judgeDefinitions([analysis], { isWhole: false })) {
    if (!isWanted(definition.endpoint, definition.confidence, options)) continue;
    if (isSuppressed(definition.endpoint, rangeOf(definition.node))) continue;
    yield { ...describeDefinition(definition), range: rangeOf(definition.node), suggestions: [] };
  }
}

/** What `akepa-ignore-next-line` hides, and which of these comments can't be read or have expired. */
function suppressedIn(module: Module): {
  readonly isSuppressed: (endpoint: LegacyId, range: Range) => boolean;
  readonly problems: readonly Report<MessageId>[];
} {
  const { file, text } = module;
  const judged = suppressionsIn(module).map((item) => ({
    item,
    problem: problemOf(item, dayOf(new Date())),
  }));
  const holding = judged.filter(({ problem }) => !problem);
  return {
    isSuppressed: (endpoint, [start]) =>
      holding.some(({ item }) => isMeant({ file, line: positionAt(text, start).line, endpoint }, item)),
    problems: judged.flatMap(({ item: { range }, problem }): Report<MessageId>[] => {
      if (!problem) return [];
      const data = { code: problem.code, text: problem.message };
      return [{ messageId: 'suppression', data, range, suggestions: [] }];
    }),
  };
}

function isWanted(
  id: LegacyId,
  confidence: Confidence,
  { confidence: least = 'likely', endpoints }: NoLegacyEndpointOptions,
): boolean {
  return (!endpoints || endpoints.includes(id)) && isAtLeast(confidence, least);
}

function describe({ call }: PlannedCall): Message<MessageId> {
  const data = { deprecation: deprecation(call.match.endpoint) };
  if (call.confidence === 'possible') return { messageId: 'perhapsDeprecated', data };
  return call.pseudoTemplate
    ? { messageId: 'deprecatedWithNote', data: { ...data, note: NOTES.pseudoTemplate } }
    : { messageId: 'deprecated', data };
}

function describeDefinition({ legacy, confidence }: JudgedDefinition): Message<MessageId> {
  const data = { deprecation: deprecation(legacy) };
  return confidence === 'possible'
    ? { messageId: 'perhapsDefinition', data }
    : { messageId: 'definition', data: { ...data, noCall: NO_CALL } };
}
