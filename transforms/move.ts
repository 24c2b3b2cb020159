import { successorText } from '../src/endpoints/lookup.js';
import type { LegacyId } from '../src/endpoints/types.js';
import { scriptStyle } from '../src/syntax/blocks/script-style.js';
import { type Edit, inOrder } from '../src/syntax/edits.js';
import type { Module } from '../src/syntax/module.js';
import { importEdits } from './edits/imports.js';
import { withLayout } from './layout/index.js';
import type { PlannedFlow } from './plan.js';

/** Calls that take nothing but the customer's id from elsewhere. */
const ALONE: readonly LegacyId[] = ['kyc-init', 'kyc-status'];
/** The whole life of a document's id. */
const DOCUMENT: readonly LegacyId[] = ['document-generate', 'document-upload', 'kyc-document-link'];

export const MOVE_MESSAGES = {
  moveCall: 'Move this call to {{successor}}',
  moveFlow: 'Move these {{count}} calls to {{successor}} ({{steps}})',
} as const;

/** The edits that move a flow, and what they do. */
export interface Move {
  readonly messageId: keyof typeof MOVE_MESSAGES;
  readonly data: Readonly<Record<string, string>>;
  /** Of `module`. */
  readonly edits: readonly Edit[];
}

/**
 * Moves a flow that can move without the rest of the project.
 *
 * @returns undefined when a call of it has to stay, when it exchanges ids with other files, or when text of others
 *   changes with it
 */
export function moveOf(flow: PlannedFlow, module: Module): Move | undefined {
  // A double moves with the calls that it answers, which may be in other files.
  if (flow.some(({ outcome, call }) => outcome !== 'rewritten' || call.kind === 'mock')) return undefined;
  if (!isSelfContained(flow)) return undefined;
  const placed = flow.flatMap((call) => call.edits);
  if ([...flow.map(({ file }) => file.analysis), ...placed].some((item) => item.module !== module))
    return undefined;
  const imports = flow.flatMap((call) => call.imports);
  const style = scriptStyle(module);
  const edits = inOrder([...placed, ...importEdits(module, imports, style)]);
  return { ...describe(flow), edits: withLayout(module, edits, style) };
}

/** What a move does, in words. */
export function moveText({ messageId, data }: Move): string {
  return MOVE_MESSAGES[messageId].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => data[name] ?? '');
}

function isSelfContained(flow: PlannedFlow): boolean {
  const ids = idsOf(flow);
  return ids.every((id) => ALONE.includes(id)) || DOCUMENT.every((id) => ids.includes(id));
}

function describe(flow: PlannedFlow): Pick<Move, 'messageId' | 'data'> {
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
