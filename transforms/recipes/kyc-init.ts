import {
  answerProblems,
  errorNotes,
  idProblems,
  initProblems,
  knownBody,
  NOTHING_KEPT,
  referenceProblems,
} from './checks.js';
import { blocked, changed, type PropertyChange, type Recipe } from './recipe.js';

/** A `reference` is added, unless there is one, and `webhookURL` becomes `webhookUrl`. */
export const kycInit: Recipe = {
  endpoint: 'kyc-init',
  plan(facts) {
    const known = knownBody(facts, ['customerId'], ['syncMode', 'webhookURL', 'reference']);
    if ('problems' in known) return blocked([...known.problems, ...answerProblems(facts, NOTHING_KEPT)]);
    const { properties } = known;
    const present = properties.get('reference');
    const reference = present ? '' : facts.values.need('reference');
    const problems = [
      ...facts.values.problems('akepa-identification'),
      ...idProblems([properties.get('customerId')]),
      ...referenceProblems(present),
      ...initProblems(properties.get('syncMode'), properties.get('webhookURL')),
      ...answerProblems(facts, NOTHING_KEPT),
    ];
    if (problems.length > 0) return blocked(problems);
    const webhook = properties.get('webhookURL');
    const changes: PropertyChange[] = [
      ...(webhook
        ? [{ kind: 'replace', name: 'webhookURL', by: { key: 'webhookUrl', value: webhook.source } } as const]
        : []),
      ...(present ? [] : [{ kind: 'append', entry: { key: 'reference', value: reference } } as const]),
    ];
    return changed(
      { successor: 'akepa-identification', body: { kind: 'properties', changes } },
      errorNotes(facts),
    );
  },
};
