/** The programmatic face: the same functions that the CLI runs. */
export type { Finding } from '../transforms/result.js';
export { check, type CheckResult } from './check.js';
export { loadConfig } from './config/load.js';
export {
  type AkepaConfig,
  defineConfig,
  type LoadedConfig,
  type Values,
  type ValueSource,
} from './config/types.js';
export { ConfigError } from './config/validate.js';
export type { CheckOptions } from './look.js';
export { AKEPA_ENDPOINTS, LEGACY_ENDPOINTS } from './endpoints/table.js';
export type { AkepaEndpoint, LegacyEndpoint } from './endpoints/types.js';
