import type { TSESTree } from '@typescript-eslint/types';

import type { Match } from '../endpoints/match.js';
import type { Term } from '../syntax/module.js';
import type { HolePart, PlacedPart } from '../syntax/text.js';
import { otherNames } from './evidence.js';
import { otherIds } from './other-ids.js';
import { isOfVendor } from './vendors.js';

/** What is known of a call that nothing says to go to connectFi. */
interface Unnamed {
  /** Where ids of connectFi belong. */
  readonly params: Match['params'];
  /** Hardly any other service has such a path: only a vendor's name says that one does. */
  readonly isOnly: boolean;
  readonly call: Term<TSESTree.CallExpression>;
  /** What the clients on the way are called. */
  readonly names: readonly string[];
  readonly hosts: readonly string[];
  /** The values in the base. */
  readonly holes: readonly HolePart[];
  readonly parts: readonly PlacedPart[];
}

/** Hosts that say nothing about whose service it is: loopback, reserved names, in-house names. */
const NEUTRAL_HOST =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[|0\.0\.0\.0|[\w-]+$)|(?:^|\.)(?:example(?:\.\w+)?|test|local|localhost|internal|invalid)$/i;

/** What says, in words for people, that a call goes to another service: its host, its names, what it calls an id. */
export function signsOfOthers({ params, isOnly, call, names, hosts, holes, parts }: Unnamed): string[] {
  const isOthers = (name: string): boolean => !isOnly || isOfVendor(name);
  // Every host that the base can have.
  const isForeign = hosts.length > 0 && hosts.every((host) => isKnownHost(host) && isOthers(host));
  return [
    ...(isForeign ? hosts.map((host) => `host ${host} is not known to be connectFi`) : []),
    ...otherNames(holes, call.node)
      .filter(isOthers)
      .map((name) => `base ${name} names another service`),
    ...names.filter(isOfVendor).map((name) => `client ${name} names another service`),
    ...(isOnly ? [] : otherIds(params, parts)).map((name) => `${name} is no id of connectFi`),
  ];
}

/** A host of somebody, as far as it is known: `${stage}.acme.io`. */
function isKnownHost(host: string): boolean {
  const [, value, rest = ''] = /^(.*\uE000)?(.*)$/s.exec(host) ?? [];
  return value !== undefined && !/\w\.\w/.test(rest) ? false : !NEUTRAL_HOST.test(rest);
}
