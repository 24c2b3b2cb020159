import type { TracedAnswer } from '../../src/analysis/answer.js';
import { answerOf } from '../../src/analysis/call-answer.js';
import type { LegacyCall } from '../../src/analysis/call.js';
import { successorText } from '../../src/endpoints/lookup.js';
import type { Module, Node } from '../../src/syntax/module.js';
import type { Problem } from '../problem.js';
import { readerContext } from './context.js';
import { type AnswerReading, readAnswer } from './index.js';
import type { ReaderContext } from './reading.js';
import { readTypes } from './types.js';

/** What the readers of a run have to know. */
export interface ReadersOptions extends Pick<
  ReaderContext,
  'mentions' | 'typeMentions' | 'literalsOf' | 'waiting'
> {
  /** The files that can be edited. */
  readonly has: (module: Module) => boolean;
}

/** What reads a call's answer, with the types that describe it. */
export interface CallReading extends AnswerReading {
  readonly answer: TracedAnswer;
  /** What is edited for it: other calls whose answers come there move with it. */
  readonly edited: ReadonlySet<Node>;
}

/** The readers of all answers of a run: they may share a function or a type, in whichever file. */
export function readingsOf(
  calls: readonly LegacyCall[],
  options: ReadersOptions,
): ReadonlyMap<LegacyCall, CallReading> {
  const answers = calls.map((call) => ({ call, answer: answerOf(call, options.mentions) }));
  const contextFor = readerContext(
    answers.map(({ answer }) => answer),
    options,
  );
  const readings = answers.map(({ call, answer }) => {
    const context = contextFor(call);
    return { call, answer, context, reading: readAnswer(call, answer, context) };
  });
  const [first] = readings;
  if (!first) return new Map();
  const moved = readings.flatMap(({ reading }) => reading.moved);
  const types = readTypes(moved, first.context);
  return new Map(
    readings.map(({ call, answer, context, reading }) => {
      const { edits, problems } = types.of(reading.moved, context.successor);
      const whole = {
        ...reading,
        answer,
        edits: [...reading.edits, ...edits],
        problems: [...reading.problems, ...problems],
        edited: new Set([
          ...reading.moved.flatMap(({ node, way }) => [node, ...way.steps.map((step) => step.node)]),
          ...types.changedFor(reading.moved),
        ]),
      };
      return [call, inReach(whole, call, options)] as const;
    }),
  );
}

/** Nothing can be edited, and no annotation can stand, in a file that is no part of the run. */
function inReach(reading: CallReading, { match }: LegacyCall, { has }: ReadersOptions): CallReading {
  const places = [...reading.edits, ...reading.problems.flatMap(({ at }) => (at ? [at] : []))];
  const files = new Set(places.flatMap(({ module }) => (has(module) ? [] : [module.file])));
  if (files.size === 0) return reading;
  const successor = successorText(match.endpoint);
  const unreached = [...files].map((file): Problem => ({ id: 'AK335', args: { file, successor } }));
  const problems = reading.problems.filter(({ at }) => !at || has(at.module));
  return { ...reading, problems: [...problems, ...unreached] };
}
