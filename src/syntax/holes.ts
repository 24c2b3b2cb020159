import { at, sourceOf, type Term } from './module.js';
import { rangeOf } from './ranges.js';
import { deref } from './resolve.js';
import { bindingOf, findVariable } from './scope.js';
import type { HolePart } from './text.js';

/** What is longer is no name; a call at the end of a long chain is the whole chain. */
const LONGEST = 2000;

/** `process.env.X`, `import.meta.env.X` and plain expressions, named as they are written. */
export function holeFor(term: Term): HolePart {
  return {
    kind: 'hole',
    term,
    written: asWritten(term),
    name: nameOf(term).replaceAll(/\s+/g, ' '),
    pseudo: false,
  };
}

/** As written, but for `const { X } = process.env` and `const env = process.env`. */
function nameOf(term: Term): string {
  const { node } = term;
  if (node.type === 'MemberExpression' && !node.computed && node.object.type === 'Identifier') {
    const object = deref(at(term, node.object));
    if (object.node.type === 'MemberExpression')
      return `${sourceOf(object)}.${sourceOf(at(term, node.property))}`;
  }
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, term.module) : undefined;
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'value' && binding.path.length > 0
    ? [sourceOf(at(term, binding.node)), ...binding.path].join('.')
    : beginningOf(term);
}

function beginningOf({ node, module }: Term): string {
  const [start, end] = rangeOf(node);
  return module.text.slice(start, Math.min(end, start + LONGEST));
}

/** A builder's parameter is written by the caller. */
export function asWritten(term: Term): Term {
  if (term.node.type !== 'Identifier') return term;
  const variable = findVariable(term.node.name, term.node, term.module);
  const bound = variable && term.bindings.get(variable);
  return bound?.path.length === 0 && bound.rest === undefined ? asWritten(bound.term) : term;
}
