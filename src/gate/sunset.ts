import type { AkepaConfig } from '../config/types.js';
import { ConfigError } from '../config/validate.js';
import { LEGACY_ENDPOINTS } from '../endpoints/table.js';
import type { LegacyId } from '../endpoints/types.js';
import { isDay } from './dates.js';

/** The day from which an endpoint is gone. */
export type Sunsets = ReadonlyMap<LegacyId, string>;

/**
 * The sunset of each endpoint that has one: its own in the config, else that of the OpenAPI file, else that of `*`.
 *
 * @param described what the OpenAPI file says
 * @param origin the config, for messages
 * @throws {ConfigError} for what is no day
 */
export function sunsetsOf({ sunset = {} }: AkepaConfig, described: Sunsets, origin: string): Sunsets {
  const { openapi: _, ...days } = sunset;
  for (const [id, day] of Object.entries(days))
    if (!isDay(day))
      throw new ConfigError(`${origin}: \`sunset.${id}\` must be a day such as 2027-03-01, not ${day}`);
  const found = LEGACY_ENDPOINTS.flatMap(({ id }): [LegacyId, string][] => {
    const day = days[id] ?? described.get(id) ?? days['*'];
    return day === undefined ? [] : [[id, day]];
  });
  return new Map(found);
}

/** Whether a sunset has come; on its day the endpoint is gone. */
export function isPast(sunset: string | undefined, asOf: string): boolean {
  return sunset !== undefined && sunset <= asOf;
}
