import type { LegacyCall } from '../../../src/analysis/call.js';
import { type Link, linksOf } from '../../../src/clients/superagent.js';
import { deref } from '../../../src/syntax/resolve.js';
import { at } from '../../../src/syntax/module.js';
import { Unsafe } from '../unsafe.js';

/**
 * Whether supertest throws what fails: `.expect(200)`.
 *
 * @throws {Unsafe} where something is expected that does not hold for each of three requests
 */
export function throwsOnStatus({ call, client }: LegacyCall): boolean {
  if (client !== 'supertest') return false;
  const expected = linksOf(call).filter(({ name }) => name === 'expect');
  const values = expected.flatMap(valuesOf);
  const strange = values.find(
    (value) => value !== 200 && typeof value !== 'string' && !(value instanceof RegExp),
  );
  if (strange !== undefined) throw new Unsafe('request', '`.expect` speaks of one answer only');
  return values.includes(200);
}

/** What is expected; null for what is no literal. */
function valuesOf({ call }: Link): unknown[] {
  return call.node.arguments.map((node) => {
    const value = deref(at(call, node)).node;
    return value.type === 'Literal' ? value.value : null;
  });
}
