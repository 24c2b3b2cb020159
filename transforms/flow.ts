import type { LegacyCall } from '../src/analysis/call.js';
import type { LegacyId } from '../src/endpoints/types.js';
import type { Node } from '../src/syntax/module.js';
import { keyName } from '../src/syntax/scope.js';
import { isFunction } from '../src/syntax/walk.js';

/** Calls that pass a document's id on: generate mints it, upload and link use it. */
const DOCUMENT_FLOW: readonly LegacyId[] = ['document-generate', 'document-upload', 'kyc-document-link'];
/** Calls of one run of KYC: init begins it, the others speak of it. */
const KYC_FLOW: readonly LegacyId[] = ['kyc-init', 'kyc-status', 'kyc-upload', 'kyc-document-link'];

/**
 * Puts together the calls that exchange ids: those of one file, and those of files that hold only a part of the
 * document flow, since the rest of it must be in one of the other such files.
 *
 * @returns every call once, in one group each
 */
export function flowsOf(files: readonly (readonly LegacyCall[])[]): LegacyCall[][] {
  const open: LegacyCall[] = [];
  const flows: LegacyCall[][] = [];
  for (const calls of files) {
    for (const flow of fileFlows(calls)) {
      if (isOpen(flow)) open.push(...flow);
      else flows.push(flow);
    }
  }
  return open.length > 0 ? [...flows, open] : flows;
}

function fileFlows(calls: readonly LegacyCall[]): LegacyCall[][] {
  const within = (ids: readonly LegacyId[]) => calls.filter(({ match }) => ids.includes(match.endpoint.id));
  const documents = within(DOCUMENT_FLOW);
  const kyc = within(KYC_FLOW);
  const others = calls
    .filter((call) => !documents.includes(call) && !kyc.includes(call))
    .map((call) => [call]);
  // A link is part of both.
  const isOne = documents.some((call) => kyc.includes(call));
  const flows = isOne
    ? [calls.filter((call) => documents.includes(call) || kyc.includes(call))]
    : [documents, kyc];
  return [...flows.filter((flow) => flow.length > 0), ...others];
}

/** Ids come from, or go to, another file. */
function isOpen(flow: readonly LegacyCall[]): boolean {
  const has = (id: LegacyId): boolean => flow.some(({ match }) => match.endpoint.id === id);
  return DOCUMENT_FLOW.some(has) && !DOCUMENT_FLOW.every(has);
}

/** The endpoints that a document's id passes on its way and that `flow` has no call of. */
export function missingSteps(flow: readonly LegacyCall[]): readonly LegacyId[] {
  const missing = DOCUMENT_FLOW.filter((id) => !flow.some(({ match }) => match.endpoint.id === id));
  return missing.length < DOCUMENT_FLOW.length ? missing : [];
}

/** Whether a call is given the id of a document that none of its flow's calls makes. */
export function takesForeignId({ match }: LegacyCall, flow: readonly LegacyCall[]): boolean {
  const { id } = match.endpoint;
  return (
    id !== 'document-generate' &&
    DOCUMENT_FLOW.includes(id) &&
    missingSteps(flow).includes('document-generate')
  );
}

/**
 * A call that may be a part of `flow` that the flow has no other call for, but is left where it is because it is not
 * certain whose it is: then the ids of the flow may come from it, or go to it.
 *
 * @param movable the calls that may move, by file
 * @param uncertain the calls that are left, by file
 */
export function missingFrom(
  flow: readonly LegacyCall[],
  movable: readonly (readonly LegacyCall[])[],
  uncertain: readonly (readonly LegacyCall[])[],
): LegacyCall | undefined {
  const isPartOf = (ids: readonly LegacyId[], calls: readonly LegacyCall[]): boolean =>
    calls.some(({ match }) => ids.includes(match.endpoint.id));
  const candidates = uncertain.filter(
    (_, index) => isOpen(flow) || movable[index]?.some((call) => flow.includes(call)),
  );
  return candidates.flat().find((call) => {
    const { id } = call.match.endpoint;
    if (isPartOf([id], flow)) return false;
    return [DOCUMENT_FLOW, KYC_FLOW].some((ids) => ids.includes(id) && isPartOf(ids, flow));
  });
}

/** Whether a call speaks of a customer's run of KYC, so that it means something only on the side where the run began. */
export function isPartOfRun({ match }: LegacyCall): boolean {
  return KYC_FLOW.includes(match.endpoint.id);
}

/** The name of the function around a node, for people; undefined at the top level. */
export function symbolAround(node: Node): string | undefined {
  for (let { parent } = node; parent; parent = parent.parent) {
    const name = isFunction(parent) ? functionName(parent) : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

function functionName(fn: Node): string | undefined {
  if ('id' in fn && fn.id?.type === 'Identifier') return fn.id.name;
  const { parent } = fn;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (
    parent?.type === 'Property' ||
    parent?.type === 'MethodDefinition' ||
    parent?.type === 'PropertyDefinition'
  )
    return keyName(parent);
  return undefined;
}
