import type { TSESTree } from '@typescript-eslint/types';

import type { Edit } from '../../../src/syntax/edits.js';
import type { Module, Node } from '../../../src/syntax/module.js';
import { lineStart } from '../../../src/syntax/position.js';
import { rangeOf } from '../../../src/syntax/ranges.js';
import { findVariable } from '../../../src/syntax/scope.js';
import { endBeforeGuard } from '../../../src/syntax/semicolons.js';

/** Edits that remove the constants that held the URL and the options of a call, which nothing else reads. */
export function removals(names: readonly Node[], module: Module): Edit[] {
  return names.flatMap((name) => {
    const declaration = onlyFor(name, module);
    return declaration ? [removal(declaration, module.text)] : [];
  });
}

/** The declaration `const url = …;` of which `name` is the only use. */
export function onlyFor(name: Node, module: Module): TSESTree.VariableDeclaration | undefined {
  if (name.type !== 'Identifier') return undefined;
  const variable = findVariable(name.name, name, module);
  const [definition] = variable?.defs ?? [];
  if (definition?.type !== 'Variable' || definition.node.id.type !== 'Identifier') return undefined;
  const uses = variable?.references.filter(({ init }) => !init) ?? [];
  const declaration = definition.node.parent;
  const isAlone = declaration.declarations.length === 1 && declaration.parent.type === 'BlockStatement';
  return uses.length === 1 && isAlone ? declaration : undefined;
}

/** With its line, where nothing else stands there. */
function removal(node: Node, text: string): Edit {
  const [from] = rangeOf(node);
  const to = endBeforeGuard(node, text);
  const start = lineStart(text, from);
  const newline = text.indexOf('\n', to);
  const end = newline === -1 ? text.length : newline + 1;
  const isAlone = text.slice(start, from).trim() === '' && text.slice(to, end).trim() === '';
  return { range: isAlone ? [start, end] : [from, to], text: '' };
}
