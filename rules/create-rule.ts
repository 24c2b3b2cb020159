import type { Rule } from 'eslint';

import { DOCS_URL } from '../src/codes/docs-url.js';
import type { AkepaConfig } from '../src/config/types.js';
import { ConfigError, validateConfig } from '../src/config/validate.js';
import { hasMarker } from '../src/endpoints/markers.js';
import type { Edit } from '../src/syntax/edits.js';
import type { Module, Range } from '../src/syntax/module.js';
import { linkOf } from './link.js';
import { leadToMarker, sourcesIn } from './marked-imports.js';
import { moduleFromSourceCode, pathOf } from './module-from-source-code.js';

/** A rule: what it is called and says, and a function that looks at one file. */
export interface RuleSpec<Id extends string, Options extends object> {
  readonly name: string;
  readonly type: 'problem' | 'suggestion';
  readonly description: string;
  readonly hasSuggestions: boolean;
  /** JSON Schema of the properties of the options object. */
  readonly options: Readonly<Record<keyof Options & string, object>>;
  readonly messages: Readonly<Record<Id, string>>;
  /** `settings.akepa` is checked before the rule runs. */
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
  /** Absolute folder that ESLint runs in. */
  readonly cwd: string;
  readonly options: Options;
  /** `settings.akepa`; empty for a rule that does not read it. */
  readonly config: AkepaConfig;
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

const SETTING = 'settings.akepa';
const CONFIG_MESSAGE = { config: 'akepa-migrate can not check this file: {{problem}}' };

type CheckedConfig = { readonly config: AkepaConfig } | { readonly problem: string };

/** ESLint hands over the same settings object for every file that the same config applies to. */
const checkedConfigs = new WeakMap<object, CheckedConfig>();

/** Makes an ESLint rule; a file without a marker costs two regular expressions and a look at what it imports. */
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
  const { text } = context.sourceCode;
  if (marker) return marker.test(text);
  if (hasMarker(text)) return true;
  const sources = readsConfig ? sourcesIn(text) : [];
  return sources.length > 0 && !isAlone(context) && leadToMarker(sources, pathOf(context), context.cwd);
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
  const checked = readsConfig ? checkConfig(context.settings['akepa']) : { config: {} };
  if ('problem' in checked) {
    const data = { problem: checked.problem };
    context.report({ loc: { line: 1, column: 0 }, messageId: 'config', data });
    return;
  }
  for (const report of check({ module, path, cwd, options, config: checked.config })) {
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

function checkConfig(setting: unknown): CheckedConfig {
  if (setting === undefined) return { config: {} };
  if (typeof setting !== 'object' || setting === null) return validated(setting);
  const checked = checkedConfigs.get(setting) ?? validated(setting);
  checkedConfigs.set(setting, checked);
  return checked;
}

function validated(setting: unknown): CheckedConfig {
  try {
    return { config: validateConfig(setting, SETTING) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { problem: error.message };
  }
}
