import type { Exchange } from '../reference/exchange.js';
import type { ProgramContext } from './types.js';

/** The ids of connectFi, by what they stand for on both sides. */
const ID = /\b(cstap|cstab|cstar|csta|sdoc|doc|iapp)([-_])[0-9A-Za-z]{21,22}(?![0-9A-Za-z])/g;

/**
 * Makes the function that replaces what differs from run to run by names: ids in the order in which the calls show
 * them, the address, the token, paths of files, request ids and instants.
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
  for (const { url, responseText } of exchanges)
    for (const [id, prefix] of `${url} ${responseText}`.matchAll(ID)) {
      if (names.has(id)) continue;
      const kind = kindOf(prefix ?? '');
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      names.set(id, `<${kind} ${count}>`);
    }
  const literals: readonly (readonly [string, string])[] = [
    ...context.files.map((path) => [path, `<file ${fileName(path)}>`] as const),
    [context.baseUrl, '<base>'],
    [new URL(context.baseUrl).host, '<host>'],
    [context.token, '<token>'],
  ];
  return (text) => {
    let named = text;
    for (const [literal, name] of literals) named = named.replaceAll(literal, name);
    return named
      .replace(ID, (id) => names.get(id) ?? '<id>')
      .replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, '<time>')
      .replace(/\b[0-9a-f]{32}\b/g, '<request>');
  };
}

function kindOf(prefix: string): string {
  if (prefix === 'sdoc' || prefix === 'doc') return 'document';
  if (prefix === 'iapp') return 'application';
  return 'customer';
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
