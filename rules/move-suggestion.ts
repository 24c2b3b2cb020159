import { successorText } from '../src/endpoints/lookup.js';
import type { LegacyId } from '../src/endpoints/types.js';
import { inOrder } from '../src/syntax/edits.js';
import type { Module } from '../src/syntax/module.js';
import { scriptStyle } from '../src/syntax/blocks/script-style.js';
import { importEdits } from '../transforms/edits/imports.js';
import type { PlannedFlow } from '../transforms/plan.js';
import type { Suggestion } from './create-rule.js';

/** Calls that take nothing but the customer's id from elsewhere. */
const ALONE: readonly LegacyId[] = ['kyc-init', 'kyc-status'];
/** The whole life of a document's id. */
const DOCUMENT: readonly LegacyId[] = ['document-generate', 'document-upload', 'kyc-document-link'];

export const MOVE_MESSAGES = {
  moveCall: 'Move this call to {{successor}}',
  moveFlow: 'Move these {{count}} calls to {{successor}} ({{steps}})',
} as const;

/**
 * Moves a flow that can move without the rest of the project.
 *
 * @returns undefined when a call of it has to stay, or when it exchanges ids with other files
 */
export function moveSuggestion(
  flow: PlannedFlow,
  module: Module,
): Suggestion<keyof typeof MOVE_MESSAGES> | undefined {
  // A double moves with the calls that it answers, which may be in other files.
  if (flow.some(({ outcome, call }) => outcome !== 'rewritten' || call.kind === 'mock')) return undefined;
  if (!isSelfContained(flow)) return undefined;
  const imports = flow.flatMap((call) => call.imports);
  const edits = inOrder([
    ...flow.flatMap((call) => call.edits),
    ...importEdits(module, imports, scriptStyle(module)),
  ]);
  return { ...describe(flow), edits };
}

function isSelfContained(flow: PlannedFlow): boolean {
  const ids = idsOf(flow);
  return ids.every((id) => ALONE.includes(id)) || DOCUMENT.every((id) => ids.includes(id));
}

function describe(flow: PlannedFlow): Omit<Suggestion<keyof typeof MOVE_MESSAGES>, 'edits'> {
  const [first, ...more] = flow;
  if (first && more.length === 0)
    return { messageId: 'moveCall', data: { successor: successorText(first.call.match.endpoint) } };
  // `document-upload` is the step `upload`.
  const steps = new Set(idsOf(flow).map((id) => id.split('-').at(-1) ?? id));
  const data = { count: String(flow.length), successor: '/akepa', steps: [...steps].join(', ') };
  return { messageId: 'moveFlow', data };
}

function idsOf(flow: PlannedFlow): LegacyId[] {
  return flow.map(({ call }) => call.match.endpoint.id);
}
