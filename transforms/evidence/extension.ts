import type { LegacyCall } from '../../src/analysis/call.js';
import type { Module, Node } from '../../src/syntax/module.js';
import { quoted, type Style } from '../../src/syntax/style.js';
import { formParts } from '../forms.js';
import type { Evidence } from './evidence.js';
import { mintedBy } from './minted-by.js';

/** The extension that akepa declares for what a file's name or its type ends with. */
const EXTENSIONS: Readonly<Record<string, string>> = { jpg: 'jpg', jpeg: 'jpg', png: 'png' };

/** The kind of the file that goes to the document which the call generates, as far as the forms in the file tell. */
export function extensionFor(
  { call, match }: LegacyCall,
  calls: readonly LegacyCall[],
  style: Style,
): Evidence | undefined {
  const uploads =
    match.endpoint.id === 'kyc-upload'
      ? calls.filter((other) => other.call.node === call.node)
      : calls.filter((other) => isUploadTo(other, call.node, call.module));
  const said = uploads.flatMap(formParts).flatMap(({ fileName, contentType }) => {
    const by = fileName !== undefined && /\.\w+$/.test(fileName) ? fileName : contentType;
    const value = by === undefined ? undefined : EXTENSIONS[by.split(/[./]/).at(-1)?.toLowerCase() ?? ''];
    return by === undefined || value === undefined ? [] : [{ value, by }];
  });
  const [first] = said;
  if (!first) return undefined;
  const other = said.find(({ value }) => value !== first.value);
  const evidence = { source: quoted(first.value, style), notes: [], edits: [], said: first };
  if (!other) return evidence;
  const files = `\`${first.by}\` and \`${other.by}\``;
  return { ...evidence, problem: { id: 'AK341', args: { files } } };
}

/** The id in its path is what the call of `generate` answers. */
function isUploadTo({ call, match, url }: LegacyCall, generate: Node, module: Module): boolean {
  const span = match.params['documentId'];
  if (match.endpoint.id !== 'document-upload' || !span || call.module !== module) return false;
  const [placed, more] = url.parts.filter(({ start, end }) => end > span.start && start < span.end);
  if (placed?.part.kind !== 'hole' || more) return false;
  return mintedBy(placed.part.written.node, module) === generate;
}
