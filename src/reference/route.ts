import type { BodySchema, HttpMethod } from '../endpoints/types.js';
import type { BehaviourId } from './behaviours/index.js';
import type { Place } from './behaviours/types.js';
import type { FilePart } from './body.js';
import type { BodyError } from './validate.js';
import type { World } from './world.js';

/** A request whose token and body were checked. */
export interface Call<Body = unknown> {
  /** Path parameters by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly body: Body;
  /**
   * The one uploaded file.
   *
   * @throws {Refusal} for none, several, or one in a part of another name
   */
  readonly file: () => FilePart;
}

/** Which form refusals have. */
export type Dialect = 'legacy' | 'akepa';

/** An endpoint of the reference. */
export interface Route<Body = unknown> {
  readonly id: Place;
  readonly method: HttpMethod;
  /** Template; `:name` is a parameter. */
  readonly path: string;
  readonly dialect: Dialect;
  /** Only getting a token needs none. */
  readonly isOpen?: boolean;
  readonly body: 'none' | 'json' | 'file';
  /** Of a JSON body. */
  readonly schema?: BodySchema;
  /** What the schema itself rests on, where it is not documented. */
  readonly shape?: BehaviourId;
  /** What the refusal of a body rests on, by its first fault. */
  readonly invalid?: (error: BodyError) => BehaviourId;
  /** Answers `data` of the envelope. */
  handle(call: Call<Body>, world: World): unknown;
}

/** A route whose handler gets the body that its schema describes. */
export function defineRoute<Body>(route: Route<Body>): Route {
  // The schema is what makes the body a `Body`; the router only knows `unknown`.
  return route;
}
