import type { LegacyCall } from '../src/analysis/call.js';
import type { Definition } from '../src/analysis/definitions.js';
import type { LegacyId } from '../src/endpoints/types.js';
import { idLeaves, takesForeignId } from './evidence/document-ids.js';

/** Calls that pass a document's id on: generate mints it, upload and link use it. */
const DOCUMENT_FLOW: readonly LegacyId[] = ['document-generate', 'document-upload', 'kyc-document-link'];
/** Calls of one run of KYC: init begins it, the others speak of it. */
const KYC_FLOW: readonly LegacyId[] = ['kyc-init', 'kyc-status', 'kyc-upload', 'kyc-document-link'];
/** Calls that take the same ids and have no successor. */
const BOUND_TO: Readonly<Partial<Record<LegacyId, readonly LegacyId[]>>> = {
  'document-other': DOCUMENT_FLOW,
  'kyc-add-attributes': KYC_FLOW,
  'kyc-other': KYC_FLOW,
};

/** The calls of a file that may move, and the files that it imports from or that import from it. */
export interface FlowFile {
  readonly movable: readonly LegacyCall[];
  /** The calls that are left where they are. */
  readonly left: readonly LegacyCall[];
  readonly definitions: readonly Definition[];
  readonly neighbours: ReadonlySet<FlowFile>;
}

/**
 * Puts together the calls that exchange ids: those of one file; those of files that hold only a part of the document
 * flow, since the rest of it must be in one of the other such files; the whole flows of files that these import from, or
 * that import from them; and, for a step that none of these has, the flows that an id may come from or go to by a way
 * that is not seen, such as a database.
 *
 * @returns every movable call once, in one group each
 */
export function flowsOf(files: readonly FlowFile[]): LegacyCall[][] {
  const flows = files.flatMap((file) => fileFlows(file.movable).map((calls) => ({ file, calls })));
  const open = new Set(flows.filter(({ calls }) => isOpen(calls)));
  for (let size = -1; size < open.size;) {
    size = open.size;
    const near = new Set([...open].flatMap(({ file }) => [file, ...file.neighbours]));
    for (const flow of flows) {
      if (!near.has(flow.file) || open.has(flow) || !flow.calls.some(isDocumentStep)) continue;
      open.add(flow);
      for (const file of [flow.file, ...flow.file.neighbours]) near.add(file);
    }
    const missing = missingSteps([...open].flatMap((flow) => flow.calls));
    for (const flow of flows) if (mayExchange(flow.calls, missing)) open.add(flow);
  }
  const joined = [...open].flatMap(({ calls }) => calls);
  const others = flows.filter((flow) => !open.has(flow)).map(({ calls }) => calls);
  return joined.length > 0 ? [...others, joined] : others;
}

/** Ids come from, or go to, code that is none of the flow's calls. */
export function isOpen(flow: readonly LegacyCall[]): boolean {
  return flow.some(isDocumentStep) && missingSteps(flow).length > 0;
}

/**
 * Whether a flow may give open ones the id that none of their calls gives, or take the one that none of them takes.
 *
 * @param missing what they have no call of
 */
function mayExchange(flow: readonly LegacyCall[], missing: readonly LegacyId[]): boolean {
  return flow.some((call) => {
    if (!missing.includes(call.match.endpoint.id)) return false;
    return call.match.endpoint.id === 'document-generate' ? idLeaves(call, flow) : takesForeignId(call, flow);
  });
}

/** The endpoints that a document's id passes on its way and that `flow` has no call of. */
function missingSteps(flow: readonly LegacyCall[]): readonly LegacyId[] {
  const missing = DOCUMENT_FLOW.filter((id) => !flow.some(({ match }) => match.endpoint.id === id));
  return missing.length < DOCUMENT_FLOW.length ? missing : [];
}

/** Whether a call takes or gives the id of a document on a way that not all of the flow's calls are on. */
export function hasForeignId(
  { match }: LegacyCall,
  flow: readonly LegacyCall[],
): 'taken' | 'given' | undefined {
  const missing = missingSteps(flow);
  if (match.endpoint.id === 'document-generate') return missing.length > 0 ? 'given' : undefined;
  return DOCUMENT_FLOW.includes(match.endpoint.id) && missing.includes('document-generate')
    ? 'taken'
    : undefined;
}

/**
 * A call that stays and may exchange ids with `flow`: in a file of the flow one that is bound to its endpoints, and
 * wherever the flow is open, one of a step that it has no call of, but that is not certain to be connectFi's.
 */
export function stayingCall(flow: readonly LegacyCall[], files: readonly FlowFile[]): LegacyCall | undefined {
  for (const { movable, left } of files) {
    const isHome = movable.some((call) => flow.includes(call));
    const found = left.find((call) => {
      const { id } = call.match.endpoint;
      const bound = BOUND_TO[id];
      if (bound) return isHome && call.confidence !== 'possible' && isPartOf(bound, flow);
      if (isPartOf([id], flow) || !(isHome || isOpen(flow))) return false;
      return [DOCUMENT_FLOW, KYC_FLOW].some((ids) => ids.includes(id) && isPartOf(ids, flow));
    });
    if (found) return found;
  }
  return undefined;
}

/** A path that no call was seen to use, of a step that exchanges ids with `flow`, and its file. */
export function stayingPath(
  flow: readonly LegacyCall[],
  files: readonly FlowFile[],
): { readonly file: FlowFile; readonly definition: Definition } | undefined {
  const missing = missingSteps(flow);
  const own = [DOCUMENT_FLOW, KYC_FLOW].filter((ids) => isPartOf(ids, flow)).flat();
  for (const file of files) {
    const isHome = file.movable.some((call) => flow.includes(call));
    const definition = file.definitions.find(({ endpoint }) => (isHome ? own : missing).includes(endpoint));
    if (definition) return { file, definition };
  }
  return undefined;
}

/** Whether a call speaks of a customer's run of KYC, so that it means something only on the side where the run began. */
export function isPartOfRun(id: LegacyId): boolean {
  return KYC_FLOW.includes(id);
}

function fileFlows(calls: readonly LegacyCall[]): LegacyCall[][] {
  const isKycStep = ({ match }: LegacyCall): boolean => KYC_FLOW.includes(match.endpoint.id);
  const isStep = (call: LegacyCall): boolean => isDocumentStep(call) || isKycStep(call);
  const others = calls.filter((call) => !isStep(call)).map((call) => [call]);
  // A link is part of both.
  const isOne = calls.some((call) => isDocumentStep(call) && isKycStep(call));
  const flows = isOne ? [calls.filter(isStep)] : [calls.filter(isDocumentStep), calls.filter(isKycStep)];
  return [...flows.filter((flow) => flow.length > 0), ...others];
}

function isDocumentStep({ match }: LegacyCall): boolean {
  return DOCUMENT_FLOW.includes(match.endpoint.id);
}

function isPartOf(ids: readonly LegacyId[], calls: readonly LegacyCall[]): boolean {
  return calls.some(({ match }) => ids.includes(match.endpoint.id));
}
