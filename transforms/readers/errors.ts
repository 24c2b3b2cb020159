import type { AnswerUse, TracedAnswer } from '../../src/analysis/answer.js';
import { isTestFile } from '../../src/analysis/call-index.js';
import { errorUses } from '../../src/analysis/failures.js';
import { NOTES } from '../../src/codes/notes.js';
import type { LegacyId } from '../../src/endpoints/types.js';
import type { Edit, PlacedEdit } from '../../src/syntax/edits.js';
import { rangeOf, startOf } from '../../src/syntax/ranges.js';
import { keyName } from '../../src/syntax/scope.js';
import { symbolAround } from '../../src/syntax/symbols.js';
import { quoted } from '../../src/syntax/style.js';
import type { Problem } from '../problem.js';
import { quoteSource } from './quote-source.js';
import { placed, type ReaderContext, type Reading } from './reading.js';
import { questionAt, type Question } from './words.js';

/** Answered to a link of a document without a file, by the two sides; that they are counterparts is inferred. */
const NOT_UPLOADED = 'documentNotUploaded';
const NO_FILE = 'fileNotFound';
/** Methods of a text that tell something by its words. */
const DECIDING =
  /^(?:includes|indexOf|search|match|matchAll|startsWith|endsWith|test|exec|split|slice|substring|replace|replaceAll)$/;

/** Who reads the answer of a request that failed: codes and messages. */
export function readErrors(
  endpoint: LegacyId,
  traced: TracedAnswer,
  context: ReaderContext,
): Omit<Reading, 'uses'> {
  const failed = [...traced.uses.filter(({ onError }) => onError), ...errorUses(traced, context.mentions)];
  const edits: PlacedEdit[] = [];
  const problems: Problem[] = [];
  const notes = new Set<string>();
  for (const use of failed) {
    const { node, part, module } = use;
    const name = use.path.join('.');
    const question = questionAt(node, module);
    if (/(?:^|\.)status(?:Code)?$/.test(name) && question?.words.includes('404')) notes.add(NOTES.notFound);
    if (part !== 'json') continue;
    if (name === 'code' && question && endpoint === 'kyc-document-link') {
      const renamed = renamedCode(question, context.in(module));
      if ('id' in renamed) problems.push({ ...renamed, at: use });
      else edits.push(...placed(renamed, module));
    }
    if (name !== 'message') continue;
    if (isTakenApart(use) || question)
      problems.push({ id: 'AK327', args: { successor: context.successor }, at: use });
    else notes.add(NOTES.messages);
  }
  // Where the legacy code is listed it was said already.
  if (endpoint === 'kyc-document-link' && problems.every(({ id }) => id !== 'AK326'))
    problems.push(...handedOn(failed, edits, context));
  if (traced.uses.some(asksForNumber)) notes.add(NOTES.numericCode);
  return { edits, problems, notes: [...notes] };
}

/** `throw new KycError(error.response.data.code)`, where other code asks an error of its own for the legacy code. */
function handedOn(
  uses: readonly AnswerUse[],
  renamed: readonly PlacedEdit[],
  { literalsOf, successor }: ReaderContext,
): Problem[] {
  const asking = literalsOf(NOT_UPLOADED).find(
    ({ node, module }) =>
      !isTestFile(module.file) &&
      !renamed.some((edit) => edit.module === module && edit.range[0] === startOf(node)),
  );
  if (!asking) return [];
  const symbol = symbolAround(asking.node);
  const place = symbol === undefined ? asking.module.file : `\`${symbol}\` (${asking.module.file})`;
  return uses.filter(leavesAsError).map((at): Problem => ({ id: 'AK337', args: { place, successor }, at }));
}

/** The code, or what holds it, goes into another error or object, or is thrown on. */
function leavesAsError({ node, part, path, how }: AnswerUse): boolean {
  if (part !== 'json' || (path.length > 0 && path.join('.') !== 'code')) return false;
  if (how === 'passed') return node.parent?.type !== 'CallExpression';
  return how !== 'read' || node.parent?.type === 'ThrowStatement';
}

/** `code === 'documentNotUploaded'` asks for `fileNotFound`. */
function renamedCode(question: Question, { module, style }: ReaderContext): readonly Edit[] | Problem {
  if (!question.words.includes(NOT_UPLOADED) || question.words.includes(NO_FILE)) return [];
  const text = quoted(NO_FILE, style);
  switch (question.kind) {
    case 'comparison': {
      const { left, right } = question.node;
      return [{ range: rangeOf(question.isYoda ? left : right), text }];
    }
    case 'switch': {
      const tests = question.node.cases.flatMap(({ test }) => (test ? [test] : []));
      const found = tests[question.words.indexOf(NOT_UPLOADED)];
      return found ? [{ range: rangeOf(found), text }] : [];
    }
    case 'list': {
      const { callee } = question.node;
      const list = callee.type === 'MemberExpression' ? callee.object : undefined;
      const item =
        list?.type === 'ArrayExpression' ? list.elements[question.words.indexOf(NOT_UPLOADED)] : undefined;
      const how = `listed in \`${quoteSource(list ?? callee, module)}\``;
      return item ? [{ range: rangeOf(item), text }] : { id: 'AK326', args: { how } };
    }
  }
}

/** `message.includes(…)`, `/…/.test(message)` */
function isTakenApart({ node }: AnswerUse): boolean {
  const { parent } = node;
  const callee = parent?.type === 'CallExpression' ? parent.callee : undefined;
  if (callee?.type !== 'MemberExpression') return false;
  return DECIDING.test(keyName({ key: callee.property, computed: callee.computed }) ?? '');
}

/** `code === 0`, where the code is the text `"0"`. */
function asksForNumber({ node, module, part, path }: AnswerUse): boolean {
  const question = part === 'json' && path.join('.') === 'code' ? questionAt(node, module) : undefined;
  if (question?.kind !== 'comparison' || !question.isStrict) return false;
  const { left, right } = question.node;
  const other = question.isYoda ? left : right;
  return other.type === 'Literal' && typeof other.value === 'number';
}
