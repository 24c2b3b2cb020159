import { LEGACY_ENDPOINTS } from './table.js';

/** The mark of the annotations that a migration leaves. */
const TODO = 'akepa-migrate';
/** What a comment that suppresses a finding begins with. */
const SUPPRESSION = 'akepa-ignore';

/** One word per family of paths; `customer` is left out, since live endpoints begin with it too. */
const WORDS = new Set(
  LEGACY_ENDPOINTS.map(({ path }) =>
    path.split('/').find((segment) => segment !== '' && segment !== 'customer'),
  ),
);

const MARKER = new RegExp([...WORDS, TODO, SUPPRESSION].join('|'));

/** Whether a file's text can hold a legacy path, an annotation or a suppression; without a marker there is nothing to look for. */
export function hasMarker(text: string): boolean {
  return MARKER.test(text);
}
