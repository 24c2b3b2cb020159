import type { KycDecision, Observation, PlacedDocument } from './types.js';

/** A refusal as `role code`; `unauthorized` alone, since any call may be the first one. */
export type RefusalKey = string;

/** Distinct: how often a call is tried again is seen in the calls, not here. */
export function refusalsOf({ steps }: Observation): RefusalKey[] {
  return [
    ...new Set(
      steps.flatMap(({ role, code }) => {
        if (code === undefined) return [];
        return code === 'unauthorized' ? [code] : [`${role} ${code}`];
      }),
    ),
  ];
}

/** Whether akepa gave one of these refusals: a difference that was not met accounts for nothing. */
export function meets(after: Observation, keys: readonly RefusalKey[]): boolean {
  return refusalsOf(after).some((key) => keys.includes(key));
}

/** Whether a document is missing because of one of these refusals: it was tried, or the program ended with them. */
export function isKeptOut(
  { sha256 }: PlacedDocument,
  after: Observation,
  keys: readonly RefusalKey[],
): boolean {
  if (!meets(after, keys)) return false;
  const last = after.steps.findLastIndex(({ role, code }) => keys.includes(`${role} ${code ?? ''}`));
  return after.uploaded.has(sha256) || !after.steps.slice(last + 1).some(isAboutDocuments);
}

/** It read the application's status and made no document: it may have stopped for that. */
export function stopsAtStatus({ steps }: Observation): boolean {
  const calls = steps.filter(({ api }) => api === 'akepa');
  return (
    calls.some(({ role, status }) => role === 'status' && status === 200) && !calls.some(isAboutDocuments)
  );
}

export function opensAnother({ steps }: Observation): boolean {
  return steps.some(({ role, api, status }) => role === 'start' && api === 'akepa' && status === 200);
}

export function attaches({ steps }: Observation): boolean {
  return steps.some(({ role, api, status }) => role === 'link' && api === 'akepa' && status === 200);
}

/** There before the program started. */
export function isEarlier({ content }: PlacedDocument): boolean {
  return content.startsWith('earlier ');
}

/** One of the files that the program was given, as what they are. */
export function isGiven({ content, type, owner }: PlacedDocument): boolean {
  return /^(?:front|back)\./.test(content) && type === 'license' && owner !== 'someone else';
}

export function isPdf({ content }: PlacedDocument): boolean {
  return content.endsWith('.pdf');
}

/** How many documents of these bytes and this type ended with such an owner. */
export function countOf(
  { documents }: Observation,
  { sha256, type }: PlacedDocument,
  owner: PlacedDocument['owner'],
): number {
  return documents.filter((other) => other.owner === owner && other.sha256 === sha256 && other.type === type)
    .length;
}

/** Whether documents are wanted that were not before, or the other way round. */
export function isFromTo(
  { before, after }: { readonly before: Observation; readonly after: Observation },
  from: readonly KycDecision[],
  to: readonly KycDecision[],
): boolean {
  return from.includes(before.decision) && to.includes(after.decision);
}

/** The customer was approved before the program started. */
export function findsApproval({ decision, steps }: Observation): boolean {
  return (
    decision === 'approved' &&
    !steps.some(({ role, status }) => (role === 'link' || role === 'upload') && status === 200)
  );
}

/** It made documents, and spoke of no customer. */
export function isTiedToNobody({ steps }: Observation): boolean {
  return (
    steps.length > 0 &&
    steps.every(
      ({ role, path }) => role === 'generate' || (role === 'upload' && !path.includes('/customer/')),
    )
  );
}

function isAboutDocuments({ role }: Observation['steps'][number]): boolean {
  return role === 'generate' || role === 'upload' || role === 'link';
}
