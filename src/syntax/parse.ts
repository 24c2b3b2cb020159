import { analyze, type ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { type ParseResult, type ParserOptions, parseSync } from 'oxc-parser';

import type { Module } from './module.js';
import { lineAt } from './position.js';
import { attachParents } from './walk.js';

type SourceType = NonNullable<ParserOptions['sourceType']>;

/** The native parser's stack ends at about 3,000 nested functions. */
const MAX_DEPTH = 2500;

/** The file is not valid JavaScript or TypeScript. */
export class ParseError extends Error {
  override readonly name = 'ParseError';
}

/**
 * Parses a file for the analysis.
 *
 * @param file its path; the extension decides the language (`.js` may hold JSX)
 * @param text its text without a byte order mark
 * @throws {ParseError} with the parser's first message and its line
 */
export function parseModule(file: string, text: string): Module {
  // The native parser has no guard of its own: it would take the process with it.
  if (depthOf(text) > MAX_DEPTH) throw new ParseError('It is nested too deeply (line 1)');
  const { program, comments } = parse(file, text);
  // oxc's TS tree is TSESTree by its own conformance tests; only `loc` and tokens are missing.
  const ast = program as unknown as TSESTree.Program;
  attachParents(ast, visitorKeys);
  return {
    file,
    text,
    ast,
    comments: comments.map(({ value, start, end }) => ({ value, range: [start, end] })),
    scopes: scopesOf(ast),
    visitorKeys,
  };
}

function parse(file: string, text: string): ParseResult {
  const as = (sourceType: SourceType): ParseResult =>
    parseSync(file, text, {
      astType: 'ts',
      lang: languageOf(file),
      preserveParens: false,
      range: true,
      sourceType,
    });
  const result = as(sourceTypeOf(file));
  const [error] = result.errors;
  if (!error) return result;
  // Node takes a `.js` for CommonJS too, which may return at the top level.
  const other = /\.[jt]sx?$/.test(file) ? as('commonjs') : result;
  if (other.errors.length === 0) return other;
  throw new ParseError(`${error.message} (line ${lineAt(text, error.labels[0]?.start ?? 0)})`);
}

function sourceTypeOf(file: string): SourceType {
  if (/\.m[jt]s$/.test(file)) return 'module';
  // A script may use names that modules reserve.
  return /\.c[jt]s$/.test(file) ? 'commonjs' : 'unambiguous';
}

function scopesOf(ast: TSESTree.Program): ScopeManager {
  try {
    return analyze(ast, {
      globalReturn: ast.sourceType === 'script',
      lib: [],
      sourceType: ast.sourceType,
    });
  } catch (error) {
    // It descends recursively; a sum of some thousand terms is too deep for it.
    if (error instanceof RangeError) throw new ParseError('It is nested too deeply (line 1)');
    throw error;
  }
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

function languageOf(file: string): 'jsx' | 'ts' | 'tsx' | 'dts' {
  if (/\.d\.[cm]?ts$/.test(file)) return 'dts';
  if (/\.[cm]?ts$/.test(file)) return 'ts';
  return file.endsWith('.tsx') ? 'tsx' : 'jsx';
}
