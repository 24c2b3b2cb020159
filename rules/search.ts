import type { SourceCode } from 'eslint';

import { hasMarker, isMarkerWord, NEAR_MARKER } from '../src/endpoints/markers.js';

/** What the text of a file holds. */
export interface Searched {
  readonly hasMarker: boolean;
  /** What it imports or requires, as it writes it, where it has no marker; a comment like an import counts, too. */
  readonly sources: readonly string[];
}

/** `from './urls'`, `import './urls'`, `import('./urls')`, `require('./urls')` */
const SOURCE = /\b(?:from|import|import\s*\(|require\s*\()\s*(?:'([^'\n]+)'|"([^"\n]+)")/;
/** Each search of a long text costs; most have nothing but imports. */
const EITHER = new RegExp(`${SOURCE.source}|${NEAR_MARKER.source}`, 'g');

const known = new WeakMap<SourceCode, Searched>();

/** Searches a file's text, once for all of our rules. */
export function searched(sourceCode: SourceCode): Searched {
  const found = known.get(sourceCode) ?? search(sourceCode.text);
  known.set(sourceCode, found);
  return found;
}

/** Searches a text. */
export function search(text: string): Searched {
  const sources = new Set<string>();
  let isNear = false;
  EITHER.lastIndex = 0;
  // `matchAll` makes another expression of it, which takes a fifth of the time again.
  for (let match = EITHER.exec(text); match; match = EITHER.exec(text)) {
    const source = match[1] ?? match[2];
    // Then nobody asks what it imports.
    if (source === undefined && isMarkerWord(match[0])) return { hasMarker: true, sources: [] };
    if (source !== undefined) sources.add(source);
    // The path of a module may be a marker, too.
    isNear ||= source === undefined || NEAR_MARKER.test(source);
  }
  return { hasMarker: isNear && hasMarker(text), sources: [...sources] };
}
