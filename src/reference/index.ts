/** `akepa-migrate/reference`: connectFi's KYC, legacy and akepa, as far as it is documented. */
export { createApp, type ReferenceApp, type ReferenceOptions } from './app.js';
export { BEHAVIOURS, UNKNOWNS } from './behaviours/index.js';
export type { Behaviour, Place, Unknown } from './behaviours/types.js';
export type { Exchange } from './exchange.js';
export type { Fault } from './faults.js';
export { serveApp, type Served, type ServeOptions } from './serve.js';
