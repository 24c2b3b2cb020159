/** Code with the places where it may be broken into lines, in the terms of Wadler's "A prettier printer". */
export type Doc = string | readonly Doc[] | Line | Indent | Group | IfBreak | Source | Suffix | BreakParent;

/** A space, or nothing where it is soft, or a new line where the group around it is broken. */
interface Line {
  readonly kind: 'line';
  readonly isSoft: boolean;
  readonly isHard: boolean;
}

interface Indent {
  readonly kind: 'indent';
  readonly doc: Doc;
  /** Only where this group is broken. */
  readonly where?: Group;
}

export interface Group {
  readonly kind: 'group';
  readonly doc: Doc;
  /** It can't stand on one line. */
  readonly isBroken: boolean;
  /** Forms that are tried one after the other; `doc` is the first. */
  readonly states?: readonly Doc[];
}

interface IfBreak {
  readonly kind: 'if-break';
  readonly broken: Doc;
  readonly flat: Doc;
}

/** Text of the file that keeps its lines. */
interface Source {
  readonly kind: 'source';
  readonly lines: readonly SourceLine[];
}

export interface SourceLine {
  /** Without the indentation of the line that the text begins in. */
  readonly text: string;
  /** A template's own line, which has no indentation of the code. */
  readonly isRaw: boolean;
}

/** A comment at the end of the line. */
interface Suffix {
  readonly kind: 'suffix';
  readonly text: string;
}

interface BreakParent {
  readonly kind: 'break-parent';
}

export const line: Doc = { kind: 'line', isSoft: false, isHard: false };
export const softline: Doc = { kind: 'line', isSoft: true, isHard: false };
export const hardline: Doc = { kind: 'line', isSoft: true, isHard: true };
export const breakParent: Doc = { kind: 'break-parent' };

export function indent(doc: Doc, where?: Group): Doc {
  return where ? { kind: 'indent', doc, where } : { kind: 'indent', doc };
}

/** What is inside of it stands on one line where it fits, and else is broken at all of its own lines. */
export function group(doc: Doc, shouldBreak = false): Group {
  return { kind: 'group', doc, isBroken: shouldBreak || breaksParent(doc) };
}

/** The first of several forms that fits, or else the last one. */
export function firstThatFits(states: readonly [Doc, ...Doc[]]): Group {
  return { kind: 'group', doc: states[0], isBroken: false, states };
}

export function ifBreak(broken: Doc, flat: Doc = ''): Doc {
  return { kind: 'if-break', broken, flat };
}

export function join(separator: Doc, docs: readonly Doc[]): Doc {
  return docs.flatMap((doc, index) => (index === 0 ? [doc] : [separator, doc]));
}

/** A group around it has to be broken. */
function breaksParent(doc: Doc): boolean {
  return has(doc, (group) => (group.states ? false : group.isBroken));
}

/** It takes several lines, whatever the room. */
export function willBreak(doc: Doc): boolean {
  return has(doc, (group) => group.isBroken || willBreak(group.doc));
}

/** There is a place where it may be broken. */
export function canBreak(doc: Doc): boolean {
  if (typeof doc === 'string') return false;
  if (isList(doc)) return doc.some(canBreak);
  if (doc.kind === 'indent' || doc.kind === 'group') return canBreak(doc.doc);
  return doc.kind === 'line';
}

export function isList(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc);
}

function has(doc: Doc, ofGroup: (group: Group) => boolean): boolean {
  if (typeof doc === 'string') return false;
  if (isList(doc)) return doc.some((item) => has(item, ofGroup));
  switch (doc.kind) {
    case 'line':
      return doc.isHard;
    case 'indent':
      return has(doc.doc, ofGroup);
    case 'group':
      return ofGroup(doc);
    case 'if-break':
      return has(doc.broken, ofGroup) || has(doc.flat, ofGroup);
    case 'source':
      return doc.lines.length > 1;
    case 'suffix':
      return true;
    case 'break-parent':
      return true;
  }
}
