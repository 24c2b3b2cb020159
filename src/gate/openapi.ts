import { ConfigError } from '../config/validate.js';
import { HOLE, matchUrl } from '../endpoints/match.js';
import type { LegacyId } from '../endpoints/types.js';
import { isDay } from './dates.js';
import type { Sunsets } from './sunset.js';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
const DAY_AND_TIME = /^(\d{4}-\d{2}-\d{2})T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/i;

/**
 * The `x-sunset` of each operation of a deprecated endpoint in an OpenAPI document; that of a path holds for the
 * operations that have none.
 *
 * @param origin the file, for messages
 * @throws {ConfigError} for what is no OpenAPI document, or no day
 */
export function describedSunsets(document: unknown, origin: string): Sunsets {
  const paths = member(document, 'paths');
  if (!isRecord(paths)) throw new ConfigError(`${origin}: it has no \`paths\`, so it is no OpenAPI document`);
  const found = new Map<LegacyId, string>();
  for (const [path, item] of Object.entries(paths))
    for (const method of METHODS) {
      const operation = member(item, method);
      const match = matchUrl(path.replaceAll(/\{[^}]*\}/g, HOLE), method.toUpperCase());
      if (!isRecord(operation) || !match?.methodMatches) continue;
      const said = member(operation, 'x-sunset') ?? member(item, 'x-sunset');
      if (said === undefined) continue;
      const day = dayIn(said);
      if (day === undefined)
        throw new ConfigError(
          `${origin}: \`x-sunset\` of ${method.toUpperCase()} ${path} must be a day such as 2027-03-01, not ${JSON.stringify(said)}`,
        );
      found.set(match.endpoint.id, day);
    }
  return found;
}

function dayIn(said: unknown): string | undefined {
  if (typeof said !== 'string') return undefined;
  const day = DAY_AND_TIME.exec(said)?.[1] ?? said;
  return isDay(day) ? day : undefined;
}

function member(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
