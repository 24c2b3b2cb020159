import type { Module } from '../module.js';
import { type Style, styleOf } from '../style.js';
import { scriptText } from './index.js';

type Written = Pick<Module, 'file' | 'text' | 'formatting'>;

/** Each step of a migration asks. */
const known = new WeakMap<Written, Style>();

/** The style of a file's scripts; their indentation is seen in the markup around them, too. */
export function scriptStyle(module: Written): Style {
  const style = known.get(module) ?? readStyle(module);
  known.set(module, style);
  return style;
}

function readStyle(module: Written): Style {
  const script = scriptText(module);
  const told = module.formatting?.();
  const style = styleOf(script, told);
  return script === module.text ? style : { ...style, indent: styleOf(module.text, told).indent };
}
