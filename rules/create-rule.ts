import type { Rule } from 'eslint';

import { DOCS_URL } from '../src/codes/docs-url.js';
import { isExcluded } from '../src/config/globs.js';
import type { AkepaConfig } from '../src/config/types.js';
import type { Edit } from '../src/syntax/edits.js';
import type { Module, Range } from '../src/syntax/module.js';
import { configOf } from './config-of.js';
import { linkOf } from './link.js';
import { leadToMarker } from './marked-imports.js';
import { moduleFromSourceCode, pathOf } from './module-from-source-code.js';
import { searched } from './search.js';

/** A rule: what it is called and says, and a function that looks at one file. */
export interface RuleSpec<Id extends string, Options extends object> {
  readonly name: string;
  readonly type: 'problem' | 'suggestion';
  readonly description: string;
  readonly hasSuggestions: boolean;
  /** JSON Schema of the properties of the options object. */
  readonly options: Readonly<Record<keyof Options & string, object>>;
  readonly messages: Readonly<Record<Id, string>>;
  /** The config is checked before the rule runs. */
  readonly readsConfig: boolean;
  /** What a file's text must hold for the rule to look at it; a legacy path or an annotation by default. */
  readonly marker?: RegExp;
  readonly check: (file: RuleFile<Options>) => Iterable<Report<Id>>;
}

/** One file that has a marker, or imports one that has. */
export interface RuleFile<Options> {
  readonly module: Module;
  /** Absolute. */
  readonly path: string;
  readonly options: Options;
  /** Of `settings.akepa` or akepa.config; empty for a rule that does not read it. */
  readonly config: AkepaConfig;
  /** Absolute folder that the config's globs and imports start from. */
  readonly root: string;
}

/** A message and its arguments. */
export interface Message<Id extends string> {
  readonly messageId: Id;
  readonly data: Readonly<Record<string, string>>;
}

/** A finding at a range of the text. */
export interface Report<Id extends string> extends Message<Id> {
  readonly range: Range;
  readonly suggestions: readonly Suggestion<Id>[];
}

export interface Suggestion<Id extends string> extends Message<Id> {
  readonly edits: readonly Edit[];
}

const CONFIG_MESSAGE = { config: 'akepa-migrate can not check this file: {{problem}}' };

/** Makes an ESLint rule; a file without a marker costs a search of its text and a look at what it imports. */
export function createRule<Id extends string, Options extends object>(
  spec: RuleSpec<Id, Options>,
): Rule.RuleModule {
  const { name, type, description, hasSuggestions, options, messages, readsConfig } = spec;
  return {
    meta: {
      type,
      docs: { description, url: `${DOCS_URL}/rules/${name}.md` },
      hasSuggestions,
      schema: [{ type: 'object', properties: options, additionalProperties: false }],
      messages: readsConfig ? { ...messages, ...CONFIG_MESSAGE } : messages,
    },
    create(context) {
      if (!isCandidate(spec, context)) return {};
      // Not before the exit: by then every node has its parent.
      return { 'Program:exit': () => run(spec, context) };
    },
  };
}

/** The text has a marker, or a module that it imports has, from which the path may come. */
function isCandidate<Id extends string, Options extends object>(
  { readsConfig, marker }: RuleSpec<Id, Options>,
  context: Rule.RuleContext,
): boolean {
  const { sourceCode } = context;
  if (marker) return marker.test(sourceCode.text);
  const { hasMarker, sources } = searched(sourceCode);
  if (hasMarker) return true;
  if (!readsConfig || sources.length === 0 || isAlone(context)) return false;
  return leadToMarker(sources, pathOf(context), context.cwd);
}

function isAlone({ options: [options] }: Rule.RuleContext): boolean {
  // ESLint has checked the options against the schema that the spec gives for them.
  return (options as { readonly crossFile?: boolean } | undefined)?.crossFile === false;
}

function run<Id extends string, Options extends object>(
  { readsConfig, check }: RuleSpec<Id, Options>,
  context: Rule.RuleContext,
): void {
  const { cwd, sourceCode } = context;
  const path = pathOf(context);
  // ESLint has checked the options against the schema that the spec gives for them.
  const options = { ...(context.options[0] as Options | undefined) } as Options;
  const link = readsConfig && !isAlone(context) ? linkOf(path, cwd) : undefined;
  const module = moduleFromSourceCode(sourceCode, path, cwd, link);
  if (!module) return;
  const checked = readsConfig ? configOf(context, path, isAlone(context)) : { config: {}, root: cwd };
  if ('problem' in checked) {
    const data = { problem: checked.problem };
    context.report({ loc: { line: 1, column: 0 }, messageId: 'config', data });
    return;
  }
  const { config, root } = checked;
  if (isExcluded(path, config, root)) return;
  for (const report of check({ module, path, options, config, root })) {
    const { messageId, data, range, suggestions } = report;
    const [start, end] = range;
    context.report({
      loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
      messageId,
      data,
      suggest: suggestions.map((suggestion) => ({
        messageId: suggestion.messageId,
        data: suggestion.data,
        fix: (fixer) =>
          suggestion.edits.map(({ range: [from, to], text }) => fixer.replaceTextRange([from, to], text)),
      })),
    });
  }
}
