import { mentionsInFile } from '../../src/analysis/callers.js';
import { answerOf } from '../../src/analysis/call-answer.js';
import type { LegacyCall } from '../../src/analysis/call.js';
import type { Term } from '../../src/syntax/module.js';
import { isWithin } from '../../src/syntax/ranges.js';
import { member } from '../../src/syntax/resolve.js';
import { mintedBy } from './minted-by.js';

/** What of an answer is not the document's id. */
const BESIDES = ['code', 'requestId', 'uploadStatus'];

/** Whether the id that a generate call answers may get to other code than the calls of its flow, as far as it is followed. */
export function idLeaves(generate: LegacyCall, flow: readonly LegacyCall[]): boolean {
  const { module } = generate.call;
  return answerOf(generate, mentionsInFile).uses.some(({ node, part, path }) => {
    if (part !== 'json' || path.some((name) => BESIDES.includes(name))) return false;
    return !flow.some(({ call }) => call.module === module && isWithin(node, call.node));
  });
}

/** Whether an upload or a link takes an id that no generate call of its flow is seen to answer. */
export function takesForeignId(call: LegacyCall, flow: readonly LegacyCall[]): boolean {
  const id = idOf(call);
  const made = id && mintedBy(id.node, id.module);
  return !flow.some(
    ({ call: other, match }) => match.endpoint.id === 'document-generate' && other.node === made,
  );
}

function idOf({ match, url, request }: LegacyCall): Term | undefined {
  const span = match.params['documentId'];
  if (!span) return request.body && member(request.body, 'separateDocumentId');
  const part = url.parts.find(({ start, end }) => end > span.start && start < span.end)?.part;
  return part?.kind === 'hole' ? part.written : undefined;
}
