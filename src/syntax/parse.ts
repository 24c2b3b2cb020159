import { analyze } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { parseSync } from 'oxc-parser';

import type { Module } from './module.js';
import { lineAt } from './position.js';
import { attachParents } from './walk.js';

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
  const { program, comments, errors } = parseSync(file, text, {
    astType: 'ts',
    lang: languageOf(file),
    preserveParens: false,
    range: true,
    // `.cjs` may return at the top level, and a script may use names that modules reserve.
    sourceType: /\.c[jt]s$/.test(file) ? 'commonjs' : 'unambiguous',
  });
  const [error] = errors;
  if (error) throw new ParseError(`${error.message} (line ${lineAt(text, error.labels[0]?.start ?? 0)})`);
  // oxc's TS tree is TSESTree by its own conformance tests; only `loc` and tokens are missing.
  const ast = program as unknown as TSESTree.Program;
  attachParents(ast, visitorKeys);
  return {
    file,
    text,
    ast,
    comments: comments.map(({ value, start, end }) => ({ value, range: [start, end] })),
    scopes: analyze(ast, {
      globalReturn: ast.sourceType === 'script',
      lib: [],
      sourceType: ast.sourceType,
    }),
    visitorKeys,
  };
}

function languageOf(file: string): 'jsx' | 'ts' | 'tsx' | 'dts' {
  if (/\.d\.[cm]?ts$/.test(file)) return 'dts';
  if (/\.[cm]?ts$/.test(file)) return 'ts';
  return file.endsWith('.tsx') ? 'tsx' : 'jsx';
}
