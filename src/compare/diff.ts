import { accountOf, type Account } from './account.js';
import { type Difference, DIFFERENCES, type Pair, SHAPES } from './differences.js';
import { isTiedToNobody, type RefusalKey, refusalsOf } from './evidence.js';
import type { Observable, Observation, PlacedDocument, Row, Verdict } from './types.js';

/** What each part of an observable that differs comes from; `undefined` where nothing listed accounts for it. */
type Causes = readonly ({ readonly id: string } | undefined)[];

/** The rows of one scenario, the same observables in every one. */
export function diff(pair: Pair): Row[] {
  const { before, after } = pair;
  const causes = causesOf(pair);
  const account = accountOf(pair, {
    kept: idsOf([...causes.lost, ...causes.refusedAfter]),
    granted: idsOf(causes.refusedBefore),
    decided: idsOf(causes.decision),
  });
  const documents = [...causes.missing, ...causes.added];
  const refusals = [...causes.refusedBefore, ...causes.refusedAfter];
  return [
    row('documents', [describe(before.documents), describe(after.documents)], documents),
    row('sides', [sides(before), sides(after)], sideCauses(pair)),
    row('decision', [before.decision, after.decision], causes.decision),
    row('refusals', [refusalsOf(before).join(', '), refusalsOf(after).join(', ')], refusals),
    textRow('output', [before.output, after.output], [before.plain.output, after.plain.output], account),
    textRow(
      'errors',
      [before.errors.join('\n'), after.errors.join('\n')],
      [before.plain.errors, after.plain.errors],
      account,
    ),
    textRow('exit code', [before.exitCode, after.exitCode], [before.exitCode, after.exitCode], account),
  ];
}

/** The worst of several. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('regression')) return 'regression';
  return verdicts.includes('documented') ? 'documented' : 'same';
}

interface CausesByPart {
  readonly missing: Causes;
  /** Of the missing, those that nobody ended with. */
  readonly lost: Causes;
  readonly added: Causes;
  readonly refusedBefore: Causes;
  readonly refusedAfter: Causes;
  readonly decision: Causes;
}

function causesOf(pair: Pair): CausesByPart {
  const { before, after } = pair;
  const applying = DIFFERENCES.filter((difference) => difference.applies(pair));
  const find = (accounts: (difference: Difference) => boolean | undefined): Difference | undefined =>
    applying.find(accounts);
  const whyMissing = (document: PlacedDocument): Difference | undefined =>
    find((difference) => difference.misses?.(document, pair));
  const missing = without(before.documents, after.documents);
  const lost = missing.filter(({ sha256 }) => !after.documents.some((other) => other.sha256 === sha256));
  const added = without(after.documents, before.documents);
  const own = refusalsOf(before);
  const others = refusalsOf(after);
  const whyRefused = (key: RefusalKey): Difference | undefined =>
    find(({ refusals }) => refusals?.after?.includes(key));
  const whyNotRefused = (key: RefusalKey): Difference | undefined =>
    find(({ refusals }) => refusals?.before?.includes(key)) ?? refusedInstead(key, after, whyRefused);
  return {
    missing: missing.map(whyMissing),
    lost: lost.map(whyMissing),
    added: added.map((document) => find((difference) => difference.adds?.(document, pair))),
    refusedBefore: own.filter((key) => !others.includes(key)).map(whyNotRefused),
    refusedAfter: others.filter((key) => !own.includes(key)).map(whyRefused),
    // Whoever only makes documents decides nothing: the two sides may have begun differently.
    decision:
      before.decision === after.decision || [before, after].every(isTiedToNobody)
        ? []
        : [find((difference) => difference.decides?.(pair))],
  };
}

/** The same step was refused for a listed reason that akepa looks at first, or the program ended with one before it. */
function refusedInstead(
  key: RefusalKey,
  after: Observation,
  whyRefused: (key: RefusalKey) => Difference | undefined,
): Difference | undefined {
  const [role = ''] = key.split(' ');
  const ofRole = refusalsOf(after).filter((other) => other.startsWith(`${role} `));
  const last = after.steps.at(-1);
  const end = last?.code === undefined ? [] : [`${last.role} ${last.code}`];
  return [...ofRole, ...end].map(whyRefused).find((cause) => cause !== undefined);
}

/** Only where both ended with documents: a missing document has no side to lose. */
function sideCauses({ before, after }: Pair): Causes {
  const isWrong = after.documents.some((document) => {
    const side = document.side ?? document.namedSide;
    const was = before.documents.filter(
      ({ sha256, type }) => sha256 === document.sha256 && type === document.type,
    );
    return side && was.length > 0 && was.every((other) => other.side && other.side !== side);
  });
  if (isWrong) return [undefined];
  const isLost = before.documents.some(({ side }) => side) && after.documents.some(({ side }) => !side);
  return isLost ? [SHAPES.sides] : [];
}

/** None as soon as one part has no cause. */
function idsOf(causes: Causes): string[] {
  if (causes.includes(undefined)) return [];
  return [...new Set(causes.flatMap((cause) => cause?.id ?? []))];
}

/** A row whose parts each have a cause: without parts it is the same, a part without a cause is a regression. */
function row(observable: Observable, [before, after]: readonly [string, string], causes: Causes): Row {
  if (causes.length === 0) return { observable, verdict: 'same', before, after, differences: [] };
  const differences = idsOf(causes);
  return {
    observable,
    verdict: differences.length > 0 ? 'documented' : 'regression',
    before,
    after,
    differences,
  };
}

function textRow(
  observable: 'output' | 'errors' | 'exit code',
  [before, after]: readonly [string, string],
  [plainBefore, plainAfter]: readonly [string, string],
  account: Account,
): Row {
  if (before === after) return { observable, verdict: 'same', before, after, differences: [] };
  const differences = plainBefore === plainAfter ? [SHAPES.words.id] : account[observable];
  return {
    observable,
    verdict: differences.length > 0 ? 'documented' : 'regression',
    before,
    after,
    differences,
  };
}

function describe(documents: readonly PlacedDocument[]): string {
  return documents
    .map(
      ({ content, type, owner }) =>
        `${content} as ${type} of ${owner === 'someone else' ? owner : `the ${owner}`}`,
    )
    .sort()
    .join(', ');
}

function sides({ documents }: Observation): string {
  return documents
    .map(({ content, side, namedSide }) => {
      if (side) return `${content} ${side}`;
      return namedSide ? `${content} named ${namedSide}` : `${content} without side`;
    })
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
