import type { LegacyCall } from '../../src/analysis/call.js';
import type { Edit } from '../../src/syntax/edits.js';
import type { Range } from '../../src/syntax/module.js';
import { lineStart } from '../../src/syntax/position.js';
import { indentAt, type Style } from '../../src/syntax/style.js';
import { contains } from './sharing.js';

/**
 * Puts each argument on a line of its own where a body that is broken into lines has another argument behind it, as
 * formatters do: only a last argument is broken in place.
 *
 * @param edits the call's own
 */
export function breakArguments(call: LegacyCall, edits: readonly Edit[], style: Style): readonly Edit[] {
  const { payload, method } = call.request;
  const { node, module } = call.call;
  const { text } = module;
  const { arguments: args } = node;
  if (payload.kind !== 'argument') return edits;
  const { index } = payload;
  const isNew = method.value === 'GET' || args.length <= index;
  const [before, present] = [args[index - 1], isNew ? undefined : args[index]];
  const hasMore = args.length > (isNew ? index : index + 1);
  const gaps = hasMore ? gapsOf(call) : undefined;
  if (!gaps || !before || (present && text.slice(...present.range).includes('\n'))) return edits;
  const isOfBody = ({ range }: Edit): boolean =>
    present ? contains(present.range, range) : range[0] === before.range[1] && range[1] === before.range[1];
  if (!edits.some((edit) => isOfBody(edit) && edit.text.includes('\n'))) return edits;
  const indent = indentAt(text, lineStart(text, node.range[0]));
  const inner = style.eol + indent + style.indent;
  return [
    ...edits.map((edit) => (isOfBody(edit) ? deeper(edit, inner, style) : edit)),
    ...gaps.map((range, position): Edit => {
      if (position === 0) return { range, text: `(${inner}` };
      return { range, text: position < gaps.length - 1 ? `,${inner}` : `,${style.eol}${indent})` };
    }),
    ...args
      .flatMap(({ range }) => linesIn(range, text))
      .map((at): Edit => ({ range: [at, at], text: style.indent })),
  ];
}

/** One level; `, { … }` behind an argument begins a line. */
function deeper({ range, text }: Edit, inner: string, { eol, indent }: Style): Edit {
  const moved = text.replaceAll(eol, eol + indent);
  return { range, text: moved.startsWith(', ') ? `,${inner}${moved.slice(2)}` : moved };
}

/** What stands around the arguments, when it is nothing but punctuation on one line. */
function gapsOf({ call: { node, module } }: LegacyCall): Range[] | undefined {
  const { text } = module;
  const { arguments: args, callee, range, typeArguments } = node;
  let from = (typeArguments ?? callee).range[1];
  const gaps: Range[] = [];
  for (const [index, argument] of args.entries()) {
    if (!(index === 0 ? /^\([ \t]*$/ : /^[ \t]*,[ \t]*$/).test(text.slice(from, argument.range[0])))
      return undefined;
    // A template keeps its lines.
    if (text.slice(...argument.range).includes('`') && text.slice(...argument.range).includes('\n'))
      return undefined;
    gaps.push([from, argument.range[0]]);
    from = argument.range[1];
  }
  if (!/^[ \t]*\)$/.test(text.slice(from, range[1]))) return undefined;
  return [...gaps, [from, range[1]]];
}

/** The offsets at which lines begin within a range. */
function linesIn([start, end]: Range, text: string): number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1))
    offsets.push(at + 1);
  return offsets;
}
