import { dirname, relative, sep } from 'node:path';

import type { LegacyCall } from '../src/analysis/call.js';
import { legacyEndpoint } from '../src/endpoints/lookup.js';
import type { Node } from '../src/syntax/module.js';
import { symbolAround } from '../src/syntax/symbols.js';
import { type FlowFile, isOpen, stayingCall, stayingPath } from './flow.js';
import type { PlanFile } from './plan.js';

/** What keeps the rest of a flow on the legacy side. */
export interface Blocker {
  /** For people: `the document-upload call`. */
  readonly name: string;
  /** Undefined for a whole file. */
  readonly node: Node | undefined;
  /** Absolute path of the file that it stands in. */
  readonly path: string;
  readonly why: string;
}

/** The call itself keeps its flow. */
export function blockingCall({ call, match }: LegacyCall, { path }: PlanFile, why: string): Blocker {
  return { name: `the ${match.endpoint.id} call`, node: call.node, path, why };
}

/**
 * What is no call of the flow, and keeps it: a call or a path that stays, or a file that could not be looked into.
 *
 * @param unparsed absolute paths of files that hold a marker and do not parse
 */
export function strangerTo(
  flow: readonly LegacyCall[],
  files: ReadonlyMap<FlowFile, PlanFile>,
  unparsed: readonly string[],
): Blocker | undefined {
  const flowFiles = [...files.keys()];
  const call = stayingCall(flow, flowFiles);
  const home = call && [...files.values()].find(({ analysis }) => analysis.calls.includes(call));
  if (call && home) return blockingCall(call, home, whyItStays(call));
  const found = stayingPath(flow, flowFiles);
  const file = found && files.get(found.file);
  if (found && file) {
    const { path } = legacyEndpoint(found.definition.endpoint);
    const why = 'no call was seen that sends it';
    return { name: `the path ${path}`, node: found.definition.node, path: file.path, why };
  }
  const [path] = unparsed;
  if (path === undefined || !isOpen(flow)) return undefined;
  return { name: 'the code', node: undefined, path, why: 'the file does not parse' };
}

/** Names a blocker without line numbers, which the next edit would make untrue. */
export function placeOf({ name, node, path }: Blocker, from: PlanFile): string {
  const symbol = node && symbolAround(node);
  const where = symbol === undefined ? (node ? ' at the top level' : '') : ` in \`${symbol}\``;
  const to = relative(dirname(from.path), path).split(sep).join('/');
  const file = path === from.path ? '' : ` of ${to.startsWith('.') ? to : `./${to}`}`;
  return `${name}${where}${file}`;
}

function whyItStays({ confidence }: LegacyCall): string {
  return confidence === 'possible'
    ? 'it is not certain that it goes to connectFi'
    : 'akepa has no counterpart';
}
