import type { ValueSupply } from '../values.js';
import { answerNotes, answerProblems, ID_KEPT } from './checks.js';
import { blocked, changed, type Entry, type Recipe } from './recipe.js';

/** No body becomes a body of four required fields; the id stays at `data.id`. */
export const documentGenerate: Recipe = {
  endpoint: 'document-generate',
  plan(facts) {
    const { values } = facts;
    const entries = documentEntries(values);
    const problems = [...values.problems('akepa-document-generate'), ...answerProblems(facts, ID_KEPT)];
    if (problems.length > 0) return blocked(problems);
    return changed(
      { successor: 'akepa-document-generate', body: { kind: 'add', entries } },
      answerNotes(facts),
    );
  },
};

/** The body of POST /akepa/document/generate. */
export function documentEntries(values: ValueSupply): Entry[] {
  return [
    { key: 'workflow', value: values.need('workflow') },
    { key: 'name', value: values.need('documentName') },
    { key: 'extension', value: values.need('extension') },
    { key: 'type', value: values.need('documentType') },
  ];
}
