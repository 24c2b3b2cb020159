import type { AnswerUse } from '../../src/analysis/answer.js';
import { jointsTo } from '../../src/analysis/way.js';
import type { PlacedEdit } from '../../src/syntax/edits.js';
import { rangeOf } from '../../src/syntax/ranges.js';
import type { Problem } from '../problem.js';
import { foreignEdits } from './other-sources.js';
import { originOf } from './origin.js';
import { quoteSource } from './quote-source.js';
import { placed, type ReaderContext, type Reading } from './reading.js';

const ID = 'customerId';

/**
 * The customer's id lies beside the status in akepa, with the same value. `reference` has a namesake there that means
 * something else.
 */
export function readCustomer(all: readonly AnswerUse[], context: ReaderContext): Reading {
  const uses = all.filter(({ part, path, onError }) => part === 'json' && !onError && fieldIn(path));
  const problems: Problem[] = [];
  const edits: PlacedEdit[] = [];
  for (const use of uses) {
    const result = fieldIn(use.path) === ID ? idEdits(use, context) : meansAnother(use, context);
    if ('id' in result) problems.push(result);
    else edits.push(...result);
  }
  return { uses, edits, problems, notes: [] };
}

function fieldIn(path: readonly string[]): string | undefined {
  const [data, customer, field] = path;
  const isField = data === 'data' && customer === 'customer';
  return isField && (field === ID || field === 'reference') ? field : undefined;
}

function idEdits(use: AnswerUse, context: ReaderContext): readonly PlacedEdit[] | Problem {
  const { way } = use;
  const at = way.steps.findIndex(({ name }) => name === ID);
  const [outer, inner] = way.steps.slice(at - 1, at + 1);
  const origin = outer && inner && originOf(outer, inner);
  if (!origin) return notApart(use);
  // What comes in behind it is as good as it was.
  const before = jointsTo(way, [outer, inner]).filter(({ path }) => !path.includes(ID));
  const others = foreignEdits(before, undefined, context);
  if ('problem' in others) return { ...others.problem, at: use };
  if (origin.drops.length > 0) return origin.drops;
  const { inner: read, access, place, module } = origin;
  const text = read.type === 'MemberExpression' ? `${access}${ID}` : module.text.slice(...rangeOf(read));
  return placed([{ range: place, text }], module);
}

function notApart(use: AnswerUse): Problem {
  return { id: 'AK322', args: { source: quoteSource(use.node, use.module) }, at: use };
}

function meansAnother(use: AnswerUse, { successor }: ReaderContext): Problem {
  return { id: 'AK328', args: { successor }, at: use };
}
