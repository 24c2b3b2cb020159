import { NOTES } from '../../src/codes/notes.js';
import { cacheProblems, keyProblems } from './caches.js';
import { answerProblems, errorNotes, idProblems, NOTHING_KEPT, pathProblem } from './checks.js';
import { blocked, changed, type Recipe } from './recipe.js';
import { retryProblems } from './retries.js';

/** GET becomes POST; the customer's id moves from the path to the body, beside the application's. */
export const kycStatus: Recipe = {
  endpoint: 'kyc-status',
  plan(facts) {
    const { call, values } = facts;
    const keyed = keyProblems(call);
    if (keyed.length > 0) return blocked(keyed);
    const customer = facts.pathParameter('customerId');
    const applicationId = values.need('applicationId');
    const problems = [
      ...(customer ? idProblems([customer]) : [pathProblem(call, 'customerId')]),
      // What lacks the id besides is the same cause.
      ...values.problems('akepa-status').filter(({ id }) => customer !== undefined || id === 'AK301'),
      ...cacheProblems(call),
      ...retryProblems(call),
      ...answerProblems(facts, NOTHING_KEPT),
    ];
    if (problems.length > 0 || !customer) return blocked(problems);
    const entries = [
      { key: 'customerId', value: customer.source },
      { key: 'applicationId', value: applicationId },
    ];
    return changed({ successor: 'akepa-status', body: { kind: 'add', entries } }, [
      NOTES.getBecomesPost,
      ...errorNotes(facts),
    ]);
  },
};
