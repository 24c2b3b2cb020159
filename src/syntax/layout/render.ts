import { type Doc, type Group, isList } from './doc.js';
import type { LayoutStyle } from './style.js';

/** A document, how it stands, and in which indentation. */
interface Command {
  readonly doc: Doc;
  readonly isFlat: boolean;
  readonly indent: string;
}

/** Where the text begins: the indentation of its line, and the columns that are taken there. */
export interface Start {
  readonly indent: string;
  readonly column: number;
}

/** Breaks a document into lines where one would get too long. */
export function render(document: Doc, { indent, column: start }: Start, style: LayoutStyle): string {
  const stack: Command[] = [{ doc: document, isFlat: false, indent }];
  const flat = new Map<Group, boolean>();
  let text = '';
  let column = start;
  let suffix = '';
  const newLine = (space: string): void => {
    text = text.replace(/[ \t]+$/, '') + suffix + style.eol + space;
    suffix = '';
    column = columnsOf(space, style);
  };
  for (let command = stack.pop(); command; command = stack.pop()) {
    const { doc, isFlat, indent: space } = command;
    if (typeof doc === 'string') {
      text += doc;
      column += doc.length;
    } else if (isList(doc)) {
      for (const item of doc.toReversed()) stack.push({ ...command, doc: item });
    } else if (doc.kind === 'line') {
      if (!isFlat || doc.isHard) newLine(space);
      else if (!doc.isSoft) {
        text += ' ';
        column++;
      }
    } else if (doc.kind === 'indent') {
      const isDeeper = !doc.where || flat.get(doc.where) === false;
      stack.push({ doc: doc.doc, isFlat, indent: isDeeper ? space + style.indent : space });
    } else if (doc.kind === 'group') {
      const next = ofGroup(doc, command, stack, style.width - column);
      flat.set(doc, next.isFlat);
      stack.push(next);
    } else if (doc.kind === 'if-break') stack.push({ ...command, doc: isFlat ? doc.flat : doc.broken });
    else if (doc.kind === 'suffix') suffix += doc.text;
    else if (doc.kind === 'source')
      for (const [index, { text: own, isRaw }] of doc.lines.entries()) {
        if (index > 0) newLine(isRaw || own === '' ? '' : space);
        text += own;
        column += own.length;
      }
  }
  return text + suffix;
}

/** The columns that white space takes. */
export function columnsOf(space: string, { tabWidth }: LayoutStyle): number {
  return space.replaceAll('\t', ' '.repeat(tabWidth)).length;
}

function ofGroup(doc: Group, command: Command, rest: readonly Command[], room: number): Command {
  if (command.isFlat) return { ...command, doc: doc.doc, isFlat: !doc.isBroken };
  const tried = doc.isBroken ? [] : (doc.states?.slice(0, -1) ?? [doc.doc]);
  for (const state of tried) {
    const next = { ...command, doc: state, isFlat: true };
    if (fits(next, rest, room)) return next;
  }
  return { ...command, doc: doc.states?.at(-1) ?? doc.doc, isFlat: false };
}

/** Whether the text up to the next line break has room. */
function fits(next: Command, rest: readonly Command[], room: number): boolean {
  let left = room;
  let index = rest.length;
  // A space at the end of a line takes no room.
  let isSpacePending = false;
  const stack = [next];
  while (left >= 0) {
    const command = stack.pop() ?? rest[--index];
    if (!command) return true;
    const { doc, isFlat } = command;
    const text =
      typeof doc === 'string' ? doc : !isList(doc) && doc.kind === 'source' ? doc.lines[0]?.text : '';
    if (text) {
      left -= text.length + (isSpacePending ? 1 : 0);
      isSpacePending = false;
    }
    if (typeof doc === 'string') continue;
    if (isList(doc)) {
      for (const item of doc.toReversed()) stack.push({ ...command, doc: item });
      continue;
    }
    switch (doc.kind) {
      case 'line':
        if (!isFlat || doc.isHard) return true;
        isSpacePending ||= !doc.isSoft;
        break;
      case 'indent':
        stack.push({ ...command, doc: doc.doc });
        break;
      case 'group': {
        const inner = isFlat && !doc.isBroken;
        stack.push({ ...command, doc: (inner ? undefined : doc.states?.at(-1)) ?? doc.doc, isFlat: inner });
        break;
      }
      case 'if-break':
        stack.push({ ...command, doc: isFlat ? doc.flat : doc.broken });
        break;
      case 'source':
        if (doc.lines.length > 1) return left >= 0;
        break;
      default:
    }
  }
  return false;
}
