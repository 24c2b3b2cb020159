import type { Range } from '../module.js';
import { type Tag, readTag } from './tag.js';
import { bracesEnd } from './braces.js';

/** An element whose content is no markup of the file. */
export interface RawElement extends Tag {
  readonly content: Range;
  /** Without a closing tag, the content goes on to the end. */
  readonly isClosed: boolean;
}

export interface ElementOptions {
  readonly from?: number;
  /** `<script />` is whole; to HTML it is an opening tag. */
  readonly selfCloses?: boolean;
  /** `{…}` is an expression: in attributes only, or it is skipped in text too. */
  readonly braces?: 'in attributes' | 'skipped';
  /** `raw` ends with the first closing tag of the name, `nested` with the one that belongs to it. */
  readonly contentOf: (tag: Tag) => 'raw' | 'nested' | 'markup';
}

/** The elements of a file whose content is raw or nested; what is in comments is none. */
export function elements(text: string, options: ElementOptions): RawElement[] {
  const { selfCloses = false, braces, contentOf } = options;
  const hasBraces = braces !== undefined;
  const found: RawElement[] = [];
  const begin = /<!--|<\/?[a-z]|\{/gi;
  let skipsBraces = braces === 'skipped';
  begin.lastIndex = options.from ?? 0;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    if (match[0] === '{') {
      if (!skipsBraces) continue;
      const end = bracesEnd(text, match.index);
      // To try each of many that are not closed would take forever.
      if (end === -1) skipsBraces = false;
      else begin.lastIndex = end;
      continue;
    }
    if (match[0] === '<!--') {
      begin.lastIndex = commentEnd(text, match.index);
      continue;
    }
    const tag = readTag(text, match.index, hasBraces);
    if (!tag) break;
    begin.lastIndex = tag.end;
    if (tag.isClosing || (selfCloses && tag.isSelfClosing)) continue;
    const kind = contentOf(tag);
    if (kind === 'markup') continue;
    const close = kind === 'raw' ? rawClose(text, tag) : nestedClose(text, tag);
    found.push({ ...tag, content: [tag.end, close ?? text.length], isClosed: close !== undefined });
    begin.lastIndex = close ?? text.length;
  }
  return found;
}

/** Where `</name` begins, be it in a string. */
function rawClose(text: string, { name, end }: Tag): number | undefined {
  const close = closingTag(name);
  close.lastIndex = end;
  return close.exec(text)?.index;
}

/** Where the closing tag begins that belongs to a tag; elements of the same name may lie between. */
function nestedClose(text: string, { name, end }: Tag): number | undefined {
  const begin = /<!--|<\/?[a-z]/gi;
  begin.lastIndex = end;
  let depth = 1;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    if (match[0] === '<!--') {
      begin.lastIndex = commentEnd(text, match.index);
      continue;
    }
    const tag = readTag(text, match.index, false);
    if (!tag) break;
    begin.lastIndex = tag.end;
    if (tag.name !== name || (tag.isSelfClosing && !tag.isClosing)) continue;
    depth += tag.isClosing ? -1 : 1;
    if (depth === 0) return tag.start;
  }
  return undefined;
}

function closingTag(name: string): RegExp {
  return new RegExp(`</${name.replaceAll(/[^\w-]/g, '\\$&')}(?=[\\s/>])`, 'gi');
}

function commentEnd(text: string, start: number): number {
  // `<!-->` is a whole comment.
  const close = /--!?>/g;
  close.lastIndex = start + 2;
  return close.exec(text) ? close.lastIndex : text.length;
}
