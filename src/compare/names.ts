import { dirname } from 'node:path';

import type { Exchange } from '../reference/exchange.js';
import { TOKEN_HEADER } from '../reference/respond.js';
import type { ProgramContext } from './types.js';

/** The ids of connectFi, by what they stand for on both sides. */
const ID = /\b(cstap|cstab|cstar|csta|sdoc|doc|iapp)([-_])[0-9A-Za-z]{21,22}(?![0-9A-Za-z])/g;
/** Request ids, and references in the form that takes the place of a UUID. */
const HEX = /\b[0-9a-f]{32}\b/g;

/**
 * Makes the function that replaces what differs from run to run by names: ids in the order in which the calls show
 * them, the address, tokens, paths of files, request ids and instants.
 */
export function createNames(
  context: ProgramContext,
  exchanges: readonly Exchange[],
): (text: string) => string {
  const names = new Map<string, string>([
    [context.customerId, '<customer>'],
    [context.applicationId, '<application>'],
    ...context.slotIds.map((id, index): [string, string] => [id, `<slot ${index + 1}>`]),
    // After the customer: for a person both are the same.
    ...(context.entityId === context.customerId
      ? []
      : [[context.entityId, '<representative>'] as [string, string]]),
  ]);
  const counts = new Map<string, number>();
  const shown = exchanges.map(({ url, responseText }) => `${url} ${responseText}`);
  for (const text of shown)
    for (const [id, prefix, separator] of text.matchAll(ID)) {
      if (names.has(id)) continue;
      const kind = kindOf(`${prefix ?? ''}${separator ?? ''}`);
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      names.set(id, `<${kind} ${count}>`);
    }
  // Another number of that length, such as a checksum, is the program's own.
  const requests = new Set(shown.flatMap((text) => text.match(HEX) ?? []));
  const literals: readonly (readonly [string, string])[] = [
    ...context.files.map((path) => [path, `<file ${fileName(path)}>`] as const),
    ...context.files.map((path) => [dirname(path), '<files>'] as const),
    [context.baseUrl, '<base>'],
    [new URL(context.baseUrl).host, '<host>'],
    ...[context.token, ...tokensOf(exchanges)].map((token) => [token, '<token>'] as const),
  ];
  return (text) => {
    let named = text;
    for (const [literal, name] of literals) named = named.replaceAll(literal, name);
    return named
      .replace(ID, (id) => names.get(id) ?? '<id>')
      .replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, '<time>')
      .replace(HEX, (number) => (requests.has(number) ? '<request>' : number));
  };
}

/** Those that the program was given by a call, or sent. */
function tokensOf(exchanges: readonly Exchange[]): string[] {
  return exchanges.flatMap(({ endpoint, requestHeaders, responseText }) => {
    const given = endpoint === 'auth' ? /"token":"([^"]+)"/.exec(responseText)?.[1] : undefined;
    // Shorter ones are no tokens, and stand in many texts.
    return [given ?? '', requestHeaders.get(TOKEN_HEADER) ?? ''].filter((token) => token.length > 8);
  });
}

function kindOf(prefix: string): string {
  // Slots are of the legacy side only.
  if (prefix === 'doc-') return 'own slot';
  if (/^s?doc/.test(prefix)) return 'document';
  return prefix.startsWith('iapp') ? 'application' : 'customer';
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
