import type { Match, Span } from '../endpoints/match.js';
import { newBudget } from '../syntax/budget.js';
import { sourceOf } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import type { HolePart, PlacedPart } from '../syntax/text.js';
import { declaredType } from '../syntax/types.js';
import { wordsOf } from './generic-names.js';

/** What has ids of its own, and is no document: `patientId`, `claim.id`. */
const OTHERS = wordSet(
  'user patient tenant employee staff student teacher prisoner driver agent contact member candidate owner',
  'vendor supplier merchant company organization organisation org team group department branch workspace folder',
  'directory collection dataset knowledge library category class course lesson subject school project task case',
  'claim application order shipment booking reservation trip vehicle car property building unit loan lead deal',
  'policy idea parser service chat conversation room meeting product store shop brand board deck list column table',
  'space game',
);
/** Somebody whose accounts are listed may be a user of the product. */
const CUSTOMERS = wordSet('user member agent owner patient');
const DOCUMENTS = wordSet('document doc docs sdoc file upload attachment separate kyc slot');
const IDS = wordSet('id uuid guid');
/** `folderName`, `page` */
const NO_IDS = wordSet(
  'name title slug type category folder path kind page scroll offset cursor limit filter',
);
/** The last segment of what is no upload of one document: `/document/upload/batch`, `/account/list/all`. */
const PLACES =
  /^(?:all|batch|bulk|chunks?|complete|files?|images?|index|multiple|page|progress|search|single|status|url)$/i;
/** `id.toString()`, `id!` */
const BEHIND = /(?:\.(?:toString|trim)\(\)|!)+$/;

/** What stands in the path where an id of connectFi belongs, and by its name is none: `patientId`, `folderName`, `batch`. */
export function otherIds(params: Match['params'], parts: readonly PlacedPart[]): string[] {
  return Object.entries(params).flatMap(([param, span]) => {
    const inside = parts.filter(({ start, end }) => start < span.end && span.start < end);
    const holes = inside.flatMap(({ part }) => (part.kind === 'hole' ? [part] : []));
    if (holes.length === 0) return [textOf(inside, span)].filter((text) => PLACES.test(text));
    return holes.flatMap((hole) => {
      const name = nameOf(hole);
      return isNumber(hole) || isOther(name, param === 'customerId') ? [name] : [];
    });
  });
}

function textOf(parts: readonly PlacedPart[], span: Span): string {
  const texts = parts.map(({ part, start }) =>
    part.kind === 'text' ? part.text.slice(Math.max(0, span.start - start), span.end - start) : '',
  );
  return texts.join('');
}

/** `claim: number`; the ids of connectFi have letters in them. */
function isNumber({ written }: HolePart): boolean {
  return declaredType(written, deref, newBudget())?.node.type === 'TSNumberKeyword';
}

/** As it is written there, unless that says nothing: `const id = user.id` */
function nameOf(hole: HolePart): string {
  const written = sourceOf(hole.written).replace(BEHIND, '');
  return wordsOf(written).every((word) => IDS.has(word)) ? hole.name.replace(BEHIND, '') : written;
}

function isOther(name: string, isOfCustomer: boolean): boolean {
  const chain = name.split(/\??\.|\[|\]/).map((part) => wordsOf(part).filter(Boolean));
  const words = chain.at(-1) ?? [];
  const last = words.at(-1) ?? '';
  if (NO_IDS.has(last)) return true;
  if (!IDS.has(last)) return false;
  const owner = words.length > 1 ? words.slice(0, -1) : (chain.at(-2) ?? []);
  if (owner.some((word) => DOCUMENTS.has(word))) return false;
  return owner.some((word) => OTHERS.has(word) && !(isOfCustomer && CUSTOMERS.has(word)));
}

function wordSet(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}
