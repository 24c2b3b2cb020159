import type { TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { parseSync } from 'oxc-parser';

import { scriptBlocks } from './blocks/index.js';
import { joinBlocks, type ParsedBlock } from './blocks/join.js';
import type { Language, ScriptBlock, SourceType } from './blocks/script-block.js';
import { withoutTemplateTags } from './blocks/template-tags.js';
import type { Comment, Module } from './module.js';
import { lineAt } from './position.js';
import { FileScopes } from './scopes/file-scopes.js';
import { attachParents } from './walk.js';

/** The native parser's stack ends at about 3,000 nested functions. */
const MAX_DEPTH = 2500;
/** Whoever asks for what is around a node climbs: a sum of some ten thousand terms is no hand-written code. */
const MAX_LEVELS = 15_000;
/** The parser goes on behind it. */
const RETURNS = /^A 'return' statement can only be used within a function body/;

/** The file is not valid JavaScript or TypeScript. */
export class ParseError extends Error {
  override readonly name = 'ParseError';
}

/**
 * Parses a file for the analysis.
 *
 * @param file its path; the ending decides the language (`.js` may hold JSX) and where its scripts are
 * @param text its text without a byte order mark
 * @throws {ParseError} with the parser's first message and its line
 */
export function parseModule(file: string, text: string): Module {
  const blocks = scriptBlocks(file, text);
  const { ast, comments } = blocks
    ? joinBlocks(
        blocks.map((block) => parseBlock(block, file, text)),
        text,
        visitorKeys,
      )
    : parsedFile(file, text);
  if (attachParents(ast, visitorKeys) > MAX_LEVELS) throw new ParseError('It is nested too deeply (line 1)');
  return { file, text, ast, comments, scopes: new FileScopes({ ast, visitorKeys }), visitorKeys };
}

function parsedFile(file: string, text: string): Pick<Module, 'ast' | 'comments'> {
  const { program, comments } = parseBlock(wholeFile(file, text), file, text);
  return { ast: program, comments };
}

function wholeFile(file: string, text: string): ScriptBlock {
  return {
    range: [0, text.length],
    language: languageOf(file),
    sourceTypes: sourceTypesOf(file),
    isOwnScope: false,
    isClosed: true,
  };
}

function parseBlock(block: ScriptBlock, file: string, text: string): ParsedBlock {
  const { range, isClosed } = block;
  const failed = (message: string, offset: number): ParseError =>
    new ParseError(`${message} (line ${lineAt(text, range[0] + offset)})`);
  if (!isClosed) throw failed('A script is not closed', 0);
  const code = text.slice(...range);
  // The native parser has no guard of its own: it would take the process with it.
  if (depthOf(code) > MAX_DEPTH) throw failed('It is nested too deeply', 0);
  let problem: ParseError | undefined;
  for (const [attempt, sourceType] of attempts(code, block)) {
    const { program, comments, errors } = parseSync(file, attempt, {
      astType: 'ts',
      lang: block.language,
      preserveParens: false,
      sourceType,
    });
    const error = errors.find(({ message }) => !(block.mayReturn && RETURNS.test(message)));
    // oxc's TS tree is TSESTree by its own conformance tests; only `loc` and tokens are missing.
    if (!error)
      return {
        block,
        program: program as unknown as TSESTree.Program,
        comments: comments.map(({ value, start, end }): Comment => ({ value, range: [start, end] })),
      };
    problem ??= failed(error.message, error.labels[0]?.start ?? 0);
  }
  throw problem ?? failed('It is in no known language', 0);
}

/** What to parse, and as what, until it has no errors. */
function* attempts(code: string, block: ScriptBlock): Generator<[code: string, as: SourceType]> {
  for (const sourceType of block.sourceTypes) yield [code, sourceType];
  if (!block.isTemplate) return;
  const text = withoutTemplateTags(code);
  if (text !== code) for (const sourceType of block.sourceTypes) yield [text, sourceType];
}

function sourceTypesOf(file: string): readonly SourceType[] {
  if (/\.m[jt]s$/.test(file)) return ['module'];
  // A script may use names that modules reserve.
  if (/\.c[jt]s$/.test(file)) return ['commonjs'];
  // Node takes a `.js` for CommonJS too, which may return at the top level.
  return /\.[jt]sx?$/.test(file) ? ['unambiguous', 'commonjs'] : ['unambiguous'];
}

/** How many brackets are open at most; those in strings and comments count too. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x28 || code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (depth > 0 && (code === 0x29 || code === 0x5d || code === 0x7d)) depth--;
  }
  return deepest;
}

function languageOf(file: string): Language {
  if (/\.d\.[cm]?ts$/.test(file)) return 'dts';
  if (/\.[cm]?ts$/.test(file)) return 'ts';
  return file.endsWith('.tsx') ? 'tsx' : 'jsx';
}
