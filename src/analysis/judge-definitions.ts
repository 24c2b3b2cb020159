import { legacyEndpoint } from '../endpoints/lookup.js';
import { HOLE, matchUrl } from '../endpoints/match.js';
import type { LegacyEndpoint } from '../endpoints/types.js';
import { evaluate } from '../syntax/evaluate.js';
import { type Module, termOf } from '../syntax/module.js';
import { endOf, startOf } from '../syntax/ranges.js';
import { flatten, type TextPart } from '../syntax/text.js';
import type { Analysis, Confidence, TrailEntry } from './call.js';
import { isOnlyConnectFis } from './confidence.js';
import { isConstant, isExported } from './constants.js';
import type { Definition } from './definitions.js';
import { connectFiNames } from './evidence.js';
import { otherUses } from './other-uses.js';
import { trailOf } from './trail.js';

/** A legacy path that no call was seen to use, and how sure it is that somebody sends it to connectFi. */
export interface JudgedDefinition extends Definition {
  readonly module: Module;
  readonly legacy: LegacyEndpoint;
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
  readonly trail: readonly TrailEntry[];
}

export interface JudgeOptions {
  /** The files that import these are among them; otherwise nobody knows who sends what they export. */
  readonly isWhole: boolean;
}

const TESTS =
  /(?:^|\/)(?:__\w+__|tests?|specs?|e2e|cypress|mocks?|fixtures?)\/|[.\-_](?:test|spec|stories|mock|e2e|cy)\.\w+$/i;

/**
 * Judges the legacy paths that no call was seen to use. One is likely when it is a constant that can be nothing but a
 * path of connectFi, and nothing that is seen to use it does anything but send it.
 */
export function judgeDefinitions(
  analyses: readonly Analysis[],
  { isWhole }: JudgeOptions,
): JudgedDefinition[] {
  const written = analyses.flatMap(({ module, definitions }) =>
    definitions.map((definition) => ({ module, definition })),
  );
  // `${BASE}${INIT}` is the path of INIT, which is told where it is written.
  const found = written
    .filter(
      ({ definition }) =>
        !definition.texts.some((part) =>
          written.some(
            (other) => other.definition !== definition && isIn(part, other.module, other.definition),
          ),
        ),
    )
    .map(({ module, definition }) => judge(definition, module, isWhole));
  if (!found.some(({ confidence }) => confidence === 'likely')) return found;
  const used = analyses.flatMap(({ module }) => otherUses(module));
  return found.map((definition) => {
    const isOther = used.some((part) => isIn(part, definition.module, definition));
    return isOther ? { ...definition, confidence: 'possible' } : definition;
  });
}

/** Whether a piece of text is written in the definition. */
function isIn({ module, range }: TextPart, home: Module, { node }: Definition): boolean {
  return module === home && startOf(node) <= range[0] && range[1] <= endOf(node);
}

function judge(definition: Definition, module: Module, isWhole: boolean): JudgedDefinition {
  const { node, endpoint } = definition;
  const term = termOf(node, module);
  const { flat, parts } = flatten(evaluate(term), HOLE);
  const match = matchUrl(flat, undefined);
  const holes = parts.flatMap(({ part }) => (part.kind === 'hole' ? [part] : []));
  const names = match ? connectFiNames(match.prefix, holes) : [];
  const isConnectFis = names.length > 0 || (match !== undefined && isOnlyConnectFis(match));
  const isAlone = isConstant(node) && !TESTS.test(module.file) && (isWhole || !isExported(node, module));
  const legacy = legacyEndpoint(endpoint);
  return {
    ...definition,
    module,
    legacy,
    confidence: isConnectFis && isAlone ? 'likely' : 'possible',
    evidence: [...names, `path ${legacy.path}`, 'no call was seen to use it'],
    trail: trailOf(term, parts, []),
  };
}
