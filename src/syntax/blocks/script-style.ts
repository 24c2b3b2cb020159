import type { Module } from '../module.js';
import { type Style, styleOf } from '../style.js';
import { scriptText } from './index.js';

/** The style of a file's scripts; their indentation is seen in the markup around them, too. */
export function scriptStyle(module: Pick<Module, 'file' | 'text' | 'formatting'>): Style {
  const script = scriptText(module);
  const told = module.formatting?.();
  const style = styleOf(script, told);
  return script === module.text ? style : { ...style, indent: styleOf(module.text, told).indent };
}
