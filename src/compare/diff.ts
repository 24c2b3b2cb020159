import { type Difference, DIFFERENCES, type Pair, SHAPES } from './differences.js';
import type { Observable, Observation, PlacedDocument, Row, Verdict } from './types.js';

/** The rows of one scenario, the same observables in every one. */
export function diff(pair: Pair): Row[] {
  const applying = DIFFERENCES.filter((difference) => difference.applies(pair));
  const core = [
    documentsRow(pair, applying),
    sidesRow(pair),
    decisionRow(pair, applying),
    refusalsRow(pair, applying),
  ];
  // Only what shows in the calls or their effect may account for what a program says of it.
  const seen = core.filter(({ verdict }) => verdict === 'documented');
  const ids = [...new Set(seen.flatMap(({ differences }) => differences))].filter(
    (id) => id !== SHAPES.sides.id,
  );
  const { before, after } = pair;
  return [
    ...core,
    textRow('output', [before.output, after.output], [before.plain.output, after.plain.output], ids),
    textRow(
      'errors',
      [before.errors.join('\n'), after.errors.join('\n')],
      [before.plain.errors, after.plain.errors],
      ids,
    ),
    textRow('exit code', [before.exitCode, after.exitCode], [before.exitCode, after.exitCode], ids),
  ];
}

/** The worst of several. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('regression')) return 'regression';
  return verdicts.includes('documented') ? 'documented' : 'same';
}

function documentsRow(pair: Pair, applying: readonly Difference[]): Row {
  const { before, after } = pair;
  const missing = without(before.documents, after.documents);
  const added = without(after.documents, before.documents);
  const causes = [
    ...missing.map((document) => applying.find((difference) => difference.misses?.(document, pair))),
    ...added.map((document) => applying.find((difference) => difference.adds?.(document, pair))),
  ];
  return row('documents', describe(before.documents), describe(after.documents), causes);
}

/** Only where both ended with documents: a missing document has no side to lose. */
function sidesRow({ before, after }: Pair): Row {
  const isLost = before.documents.some(({ side }) => side) && after.documents.some(({ side }) => !side);
  return row('sides', sides(before), sides(after), isLost ? [SHAPES.sides] : []);
}

function decisionRow({ before, after }: Pair, applying: readonly Difference[]): Row {
  const isSame = before.decision === after.decision;
  return row(
    'decision',
    before.decision,
    after.decision,
    isSame ? [] : [applying.find(({ decides }) => decides)],
  );
}

function refusalsRow({ before, after }: Pair, applying: readonly Difference[]): Row {
  const own = refusalsOf(before);
  const others = refusalsOf(after);
  const causes = [
    ...own
      .filter((key) => !others.includes(key))
      .map((key) => applying.find(({ refusals }) => refusals?.before?.includes(key))),
    ...others
      .filter((key) => !own.includes(key))
      .map((key) => applying.find(({ refusals }) => refusals?.after?.includes(key))),
  ];
  return row('refusals', own.join(', '), others.join(', '), causes);
}

function textRow(
  observable: Observable,
  [before, after]: readonly [string, string],
  [plainBefore, plainAfter]: readonly [string, string],
  ids: readonly string[],
): Row {
  if (before === after) return { observable, verdict: 'same', before, after, differences: [] };
  if (plainBefore === plainAfter)
    return { observable, verdict: 'documented', before, after, differences: [SHAPES.words.id] };
  return {
    observable,
    verdict: ids.length > 0 ? 'documented' : 'regression',
    before,
    after,
    differences: ids,
  };
}

/** A row whose parts each have a cause: without parts it is the same, a part without a cause is a regression. */
function row(
  observable: Observable,
  before: string,
  after: string,
  causes: readonly ({ readonly id: string } | undefined)[],
): Row {
  if (causes.length === 0) return { observable, verdict: 'same', before, after, differences: [] };
  const ids = [...new Set(causes.flatMap((cause) => cause?.id ?? []))];
  const isListed = causes.every((cause) => cause !== undefined);
  return {
    observable,
    verdict: isListed ? 'documented' : 'regression',
    before,
    after,
    differences: isListed ? ids : [],
  };
}

/** Distinct: how often a call is tried again is seen in the calls, not here. */
function refusalsOf({ steps }: Observation): string[] {
  return [...new Set(steps.flatMap(({ role, code }) => (code === undefined ? [] : [`${role} ${code}`])))];
}

function describe(documents: readonly PlacedDocument[]): string {
  return documents
    .map(({ content, type, owner }) => `${content} as ${type} of the ${owner}`)
    .sort()
    .join(', ');
}

function sides({ documents }: Observation): string {
  return documents
    .map(({ content, side }) => `${content} ${side ?? 'without side'}`)
    .sort()
    .join(', ');
}

/** Those of `documents` that `others` lacks, each counted once. */
function without(documents: readonly PlacedDocument[], others: readonly PlacedDocument[]): PlacedDocument[] {
  const left = others.map(keyOf);
  return documents.filter((document) => {
    const index = left.indexOf(keyOf(document));
    if (index < 0) return true;
    left.splice(index, 1);
    return false;
  });
}

function keyOf({ owner, type, sha256 }: PlacedDocument): string {
  return `${owner} ${type} ${sha256}`;
}
