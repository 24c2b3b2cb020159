import type { Module, Node } from '../module.js';
import { endOf, startOf } from '../ranges.js';
import type { Formatting, Style } from '../style.js';
import { nodesOf, walk } from '../walk.js';
import { layOut, laidOutRange } from './index.js';
import { isLaidOut } from './roots.js';
import type { LayoutStyle } from './style.js';

/** The widths that projects choose, the default first. */
const WIDTHS = [80, 100, 120, 90, 110, 140];
/** Statements that are looked at: more of them say the same. */
const MOST = 200;

/**
 * How a file breaks its lines: as its formatter is told, and else as its own lines tell.
 *
 * @param told by the project
 */
export function layoutStyleOf(
  module: Module,
  { eol, indent, semicolons }: Style,
  { width: most, tabWidth = 2, commas = 'all' }: Formatting,
): LayoutStyle {
  const style = { eol, indent, semicolons, width: most ?? 80, tabWidth, commas: commasOf(module) ?? commas };
  if (most !== undefined) return style;
  const statements: Node[] = [];
  walk(module.ast, module.visitorKeys, (node) => {
    if (statements.length >= MOST) return false;
    // A short line is the same at each width.
    if (isLaidOut(node) && endOf(node) - startOf(node) > 40) statements.push(node);
    return true;
  });
  let best = { width: 80, count: -1 };
  for (const width of WIDTHS) {
    const own = { ...style, width };
    const count = statements.filter(
      (node) => layOut(node, module, own) === module.text.slice(...laidOutRange(node, module)),
    ).length;
    if (count > best.count) best = { width, count };
  }
  return { ...style, width: best.width };
}

/** By what stands behind the last of several lines. */
function commasOf(module: Module): LayoutStyle['commas'] | undefined {
  const { text } = module;
  const endsIn = (last: Node | null | undefined): 'comma' | 'none' | undefined => {
    const behind = last ? /^(,?)[ \t]*\r?\n\s*[)\]}]/.exec(text.slice(endOf(last))) : undefined;
    return behind ? (behind[1] === ',' ? 'comma' : 'none') : undefined;
  };
  const ofCalls = nodesOf(module, 'CallExpression').map((node) => endsIn(node.arguments.at(-1)));
  const ofLists = [
    ...nodesOf(module, 'ObjectExpression').map((node) => endsIn(node.properties.at(-1))),
    ...nodesOf(module, 'ArrayExpression').map((node) => endsIn(node.elements.at(-1))),
  ];
  const count = (found: readonly (string | undefined)[], what: string): number =>
    found.filter((item) => item === what).length;
  if (count(ofLists, 'none') > count(ofLists, 'comma')) return 'none';
  if (count(ofCalls, 'none') > count(ofCalls, 'comma')) return count(ofLists, 'comma') > 0 ? 'es5' : 'none';
  // Objects alone do not tell whether arguments have one, too.
  return count(ofCalls, 'comma') > 0 ? 'all' : undefined;
}
