import type { Entity } from './entity.js';

const HTTPS = /^https$/;

/** What all of them denote, if that is one thing of a package; `http` and `https` are the same but for the port. */
export function sameOfAll([first, ...others]: readonly (Entity | undefined)[]): Entity | undefined {
  if (first?.kind !== 'module') return undefined;
  const isSame = (other: Entity | undefined): boolean =>
    other?.kind === 'module' &&
    other.source.replace(HTTPS, 'http') === first.source.replace(HTTPS, 'http') &&
    other.path.join('.') === first.path.join('.');
  return others.every(isSame) ? first : undefined;
}
