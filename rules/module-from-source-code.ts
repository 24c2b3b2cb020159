import { relative, resolve, sep } from 'node:path';

import type { TSESTree } from '@typescript-eslint/types';
import type { SourceCode } from 'eslint';

import { formattingOf } from '../src/analysis/formatting.js';
import { readText } from '../src/analysis/read-text.js';
import type { Comment, Module, Node } from '../src/syntax/module.js';
import { ParseError, parseModule } from '../src/syntax/parse.js';
import { noteNodes } from '../src/syntax/walk.js';
import { hostScopes } from './host-scopes.js';
import { leadToMarker } from './marked-imports.js';
import { textsByType } from './texts-by-type.js';

/** Parsers of Svelte and Astro put markup into the program, and its scripts below that. */
const MARKUP = /^(?:Svelte|Astro)/;

/**
 * The host's tree as the analysis takes it; nothing is parsed again but a program that is markup. ESLint sets
 * `parent` while it traverses, so this is for `Program:exit`.
 *
 * @param path absolute path of the file
 * @param cwd absolute folder that messages name files from
 * @param link the modules that it imports; not given: only this file is looked at
 * @returns undefined for a language whose parser makes no scopes
 */
export function moduleFromSourceCode(
  sourceCode: SourceCode,
  path: string,
  cwd: string,
  link?: Module['link'],
): Module | undefined {
  const { ast, scopeManager, text, visitorKeys } = sourceCode;
  // The types say that there always is one; a parser for templates may leave it out.
  if (!(scopeManager as unknown)) return undefined;
  const file = relative(cwd, path).split(sep).join('/');
  const around = link && {
    link,
    mayHoldPaths: (source: string) => leadToMarker([source], path, cwd),
    formatting: () => formattingOf(path, readText),
  };
  if (ast.body.some(({ type }) => MARKUP.test(type))) return parsedScripts(file, text, around);
  const textsOf = textsByType(sourceCode);
  // ESLint types its trees as ESTree without TypeScript. The analysis reads only what espree, typescript-eslint,
  // Babel and oxlint have in common.
  const program = ast as unknown as TSESTree.Program;
  // Other hosts, and older versions, have no such method.
  if ('traverse' in sourceCode)
    noteNodes({ ast: program, visitorKeys }, (visit) => visitAll(sourceCode, visit));
  return {
    file,
    text,
    ast: program,
    scopes: hostScopes(scopeManager),
    comments: commentsOf(sourceCode),
    visitorKeys,
    ...around,
    ...(textsOf && { textsOf }),
  };
}

/** The nodes that ESLint went through; it keeps the steps. */
function visitAll(sourceCode: SourceCode, visit: (node: Node) => void): void {
  for (const step of sourceCode.traverse())
    // Steps name their targets as the language does.
    if (step.kind === 1 && step.phase === 1) visit(step.target as Node);
}

/** What the command line makes of the file. */
function parsedScripts(
  file: string,
  text: string,
  around: Pick<Module, 'link' | 'mayHoldPaths' | 'formatting'> | undefined,
): Module | undefined {
  try {
    return { ...parseModule(file, text), ...around };
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

/** Absolute path of the file on disk: for a block of a Markdown or Vue file that of the whole file. */
export function pathOf(context: { readonly physicalFilename: string; readonly cwd: string }): string {
  return resolve(context.cwd, context.physicalFilename);
}

/** ESLint lists a hashbang among the comments, as `Shebang`. */
function commentsOf(sourceCode: SourceCode): Comment[] {
  return sourceCode.getAllComments().flatMap(({ type, value, range }): Comment[] => {
    if (type !== 'Line' && type !== 'Block') return [];
    return range ? [{ value, range }] : [];
  });
}
