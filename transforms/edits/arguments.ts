import type { LegacyCall } from '../../src/analysis/call.js';
import type { Edit } from '../../src/syntax/edits.js';
import type { Range } from '../../src/syntax/module.js';
import { lineStart } from '../../src/syntax/position.js';
import { contains, endOf, rangeOf, startOf } from '../../src/syntax/ranges.js';
import { indentAt, type Style } from '../../src/syntax/style.js';

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
  if (!gaps || !before || (present && text.slice(...rangeOf(present)).includes('\n'))) return edits;
  const isOfBody = ({ range }: Edit): boolean =>
    present ? contains(rangeOf(present), range) : range[0] === endOf(before) && range[1] === endOf(before);
  if (!edits.some((edit) => isOfBody(edit) && edit.text.includes('\n'))) return edits;
  const indent = indentAt(text, lineStart(text, startOf(node)));
  const inner = style.eol + indent + style.indent;
  return [
    ...edits.map((edit) => (isOfBody(edit) ? deeper(edit, inner, style) : edit)),
    ...gaps.map((range, position): Edit => {
      if (position === 0) return { range, text: `(${inner}` };
      return { range, text: position < gaps.length - 1 ? `,${inner}` : `,${style.eol}${indent})` };
    }),
    ...args
      .flatMap((argument) => linesIn(rangeOf(argument), text))
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
  const { arguments: args, callee, typeArguments } = node;
  let from = endOf(typeArguments ?? callee);
  const gaps: Range[] = [];
  for (const [index, argument] of args.entries()) {
    if (!(index === 0 ? /^\([ \t]*$/ : /^[ \t]*,[ \t]*$/).test(text.slice(from, startOf(argument))))
      return undefined;
    // A template keeps its lines.
    if (text.slice(...rangeOf(argument)).includes('`') && text.slice(...rangeOf(argument)).includes('\n'))
      return undefined;
    gaps.push([from, startOf(argument)]);
    from = endOf(argument);
  }
  if (!/^[ \t]*\)$/.test(text.slice(from, endOf(node)))) return undefined;
  return [...gaps, [from, endOf(node)]];
}

/** The offsets at which lines begin within a range. */
function linesIn([start, end]: Range, text: string): number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1))
    offsets.push(at + 1);
  return offsets;
}
