import { stripVTControlCharacters } from 'node:util';

/** What an error is followed by when it is printed whole: its stack, and its properties down to the brace. */
const TRACE =
  /(?:\n[ \t]+at [^\n]*(?::\d+:\d+|<anonymous>|\bnative)\)?(?: \{)?)+(?:(?<= \{)\n[\s\S]*?\n\})?/g;
/** Where Node says which line threw, before the error. */
const THROWN_AT = /^(?:file:\/\/|node:|\/|[A-Z]:\\)[^\n]*:\d+\n[^\n]*\n[ \t]*\^+[ \t]*\n/gm;
/** Of Node itself, with a process id or a version in it. */
const OF_NODE = /^(?:Node\.js v\d|\(node:\d+\) |\(Use `node --trace)/;

/** A text without stacks and the inspected properties of errors: paths, headers and bytes, not what a program says. */
export function withoutTraces(text: string): string {
  return stripVTControlCharacters(text).replace(THROWN_AT, '').replace(TRACE, '');
}

/** The lines of standard error that name an error; all of them where none does. */
export function errorLines(stderr: string): string[] {
  const lines = withoutTraces(stderr)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !OF_NODE.test(line));
  const named = lines.filter((line) => /^(?:Uncaught )?\w*(?:Error|Exception)\b/.test(line));
  return named.length > 0 ? named : lines;
}
