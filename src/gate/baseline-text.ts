import { fingerprintOf } from '../analysis/fingerprint.js';
import { nearest } from '../config/validate.js';
import { LEGACY_ENDPOINTS } from '../endpoints/table.js';
import { combined, type Entry, TODO_CODE } from './entry.js';

/** The baseline can't be used; the message is one line for people. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError';
}

/** The name of the baseline where the user gives it none. */
export const BASELINE_FILE = '.akepa-baseline.jsonl';

const VERSION = 1;
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;
const ENDPOINTS: ReadonlySet<string> = new Set(LEGACY_ENDPOINTS.map(({ id }) => id));
const KEYS = [
  'file',
  'endpoint',
  'todo',
  'method',
  'symbol',
  'call',
  'ordinal',
  'owner',
  'reason',
  'expires',
];

/**
 * Reads a baseline: a line with its version, and one for each entry. Lines that stand there twice, as a merge by union
 * leaves them, are one.
 *
 * @param name the file, for messages
 * @throws {BaselineError} that names the line
 */
export function parseBaseline(text: string, name: string): Entry[] {
  const entries = new Map<string, Entry>();
  let hasVersion = false;
  for (const [index, source] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const place = `${name}:${index + 1}`;
    if (source.trim() === '') continue;
    if (CONFLICT.test(source))
      throw new BaselineError(
        `${place}: a merge left its marks; delete the lines with <<<<<<<, ======= and >>>>>>>, keep all others`,
      );
    const line = objectOf(source, place);
    if ('version' in line) {
      if (line['version'] !== VERSION)
        throw new BaselineError(
          `${place}: version ${JSON.stringify(line['version'])} is unknown here, where ${VERSION} is read; update akepa-migrate`,
        );
      hasVersion = true;
      continue;
    }
    const entry = entryOf(line, index + 1, place);
    const key = fingerprintOf(entry);
    const before = entries.get(key);
    entries.set(key, before ? combined(before, entry) : entry);
  }
  if (!hasVersion)
    throw new BaselineError(
      `${name}: the line {"version":${VERSION}} is missing; write the baseline with \`akepa-migrate check --write-baseline\``,
    );
  return [...entries.values()];
}

/** The text of a baseline: its version, and the entries in the order of their files. */
export function baselineText(entries: readonly Entry[]): string {
  const lines = entries.map((entry) => ({ key: keyOf(entry), text: JSON.stringify(lineOf(entry)) }));
  lines.sort((left, right) => (left.key < right.key ? -1 : 1));
  return [JSON.stringify({ version: VERSION }), ...lines.map(({ text }) => text), ''].join('\n');
}

function lineOf({ file, endpoint, method, identity, owner, reason, expires }: Entry): object {
  const { symbol, call, ordinal } = identity;
  return {
    file,
    ...(TODO_CODE.test(endpoint) ? { todo: endpoint } : { endpoint }),
    ...(method !== null && { method }),
    ...(symbol !== '' && { symbol }),
    call,
    ...(ordinal > 1 && { ordinal }),
    // Left out by JSON where they are undefined.
    owner,
    reason,
    expires,
  };
}

/** NUL sorts before everything that a name may hold. */
function keyOf({ file, endpoint, method, identity }: Entry): string {
  const { symbol, call, ordinal } = identity;
  return [file, endpoint, method ?? '', symbol, call, String(ordinal).padStart(6, '0')].join('\0');
}

function objectOf(source: string, place: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new BaselineError(`${place}: this line is no JSON`, { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BaselineError(`${place}: this line is no entry`);
  // An object from JSON.
  return value as Readonly<Record<string, unknown>>;
}

function entryOf(line: Readonly<Record<string, unknown>>, number: number, place: string): Entry {
  const unknown = Object.keys(line).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    const meant = nearest(unknown, KEYS);
    throw new BaselineError(
      `${place}: unknown key \`${unknown}\`${meant ? `; did you mean \`${meant}\`?` : ''}`,
    );
  }
  const text = (key: string): string | undefined => {
    const value = line[key];
    if (value === undefined || typeof value === 'string') return value;
    throw new BaselineError(`${place}: \`${key}\` must be a text`);
  };
  const needed = (key: string): string => {
    const value = text(key);
    if (value !== undefined && value !== '') return value;
    throw new BaselineError(`${place}: \`${key}\` is missing`);
  };
  const { ordinal = 1, expires } = line;
  if (!Number.isSafeInteger(ordinal) || Number(ordinal) < 1)
    throw new BaselineError(`${place}: \`ordinal\` must be 1 or more`);
  return {
    file: needed('file'),
    endpoint: text('todo') ?? endpointOf(needed('endpoint'), place),
    method: text('method') ?? null,
    identity: { symbol: text('symbol') ?? '', call: needed('call'), ordinal: Number(ordinal) },
    line: number,
    owner: text('owner'),
    reason: text('reason'),
    // A number or null is no day, and that is said of it.
    expires: expires === undefined || typeof expires === 'string' ? expires : JSON.stringify(expires),
  };
}

function endpointOf(id: string, place: string): string {
  if (ENDPOINTS.has(id)) return id;
  const meant = nearest(id, [...ENDPOINTS]);
  throw new BaselineError(`${place}: there is no endpoint ${id}${meant ? `; did you mean ${meant}?` : ''}`);
}
