import type { MockCall } from '../../src/analysis/mocks.js';
import { fixtureNote } from '../../src/codes/notes.js';
import { bindingOf, findVariable, keyName } from '../../src/syntax/scope.js';
import { walk } from '../../src/syntax/walk.js';
import { answering } from './answer.js';

/** Notes on the files that hold what a double answers. */
export function fixtureNotes(mock: MockCall): string[] {
  const files = new Set<string>();
  for (const { node, module } of answering(mock))
    walk(node, module.visitorKeys, (item) => {
      if (item.type === 'Identifier') {
        const variable = findVariable(item.name, item, module);
        const binding = variable && bindingOf(variable);
        if (binding?.kind === 'import' && binding.source.endsWith('.json')) files.add(binding.source);
      }
      // Cypress: `{ fixture: 'kyc/status.json' }`
      if (item.type === 'Property' && keyName(item) === 'fixture' && item.value.type === 'Literal')
        files.add(String(item.value.value));
      if (item.type === 'Literal' && typeof item.value === 'string' && /\.json$/.test(item.value))
        files.add(item.value);
    });
  return [...files].map(fixtureNote);
}
