import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Linter, Rule } from 'eslint';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';

import { moduleFromSourceCode, pathOf } from '../../rules/module-from-source-code.js';
import { analyse } from '../../src/analysis/analyse.js';
import type { AkepaConfig } from '../../src/config/types.js';
import { validateConfig } from '../../src/config/validate.js';
import type { Module } from '../../src/syntax/module.js';
import { parseModule } from '../../src/syntax/parse.js';
import { rangeOf } from '../../src/syntax/ranges.js';
import { planFlows } from '../../transforms/plan.js';
import { findingOf } from '../../transforms/result.js';
import { todosIn } from '../../transforms/todo.js';
import { type Host, HOSTS } from './hosts.js';
import { INVALID, TYPESCRIPT_INVALID, VALID } from './no-legacy-endpoint.cases.js';

/** A file, and what it is parsed as. */
interface Source {
  readonly file: string;
  readonly text: string;
}

const ROOT = 'examples/onboarding';
const CONFIG = validateConfig(JSON.parse(readFileSync(`${ROOT}/akepa.config.json`, 'utf8')), 'the example');

const EXAMPLES = globSync(`${ROOT}/src/**/*.ts`).map((file): Source => ({
  file,
  text: readFileSync(file, 'utf8'),
}));
const SNIPPETS = [...VALID, ...INVALID]
  .filter(({ languageOptions }) => !languageOptions)
  .map(({ code }): Source => ({ file: 'src/kyc.mjs', text: code }));
const TYPESCRIPT_SNIPPETS = TYPESCRIPT_INVALID.map(({ code }): Source => ({
  file: 'src/kyc.ts',
  text: code,
}));
const CORPUS = [...EXAMPLES, ...SNIPPETS, ...TYPESCRIPT_SNIPPETS];

/** All that the faces show of a file: findings, edits, blind spots, annotations. */
function seen(module: Module, config: AkepaConfig): unknown {
  const analysis = analyse(module, config);
  const path = resolve(module.file);
  return {
    httpCalls: analysis.httpCalls,
    blindSpots: analysis.blindSpots.map(({ call, client, why }) => [rangeOf(call.node), client, why]),
    calls: planFlows([{ analysis, path }], { config, root: resolve(ROOT) })
      .flat()
      .map((planned) => [
        findingOf(planned),
        // Each host parses a module of its own.
        planned.edits.map((edit) => [edit.module.file, edit.range, edit.text]),
        planned.imports,
      ]),
    todos: todosIn(module),
  };
}

/** What the analysis sees through ESLint. */
function seenIn(host: Host, { file, text }: Source): unknown {
  const { languageOptions } = host;
  let result: unknown = 'nothing ran';
  const rule: Rule.RuleModule = {
    create: (context) => ({
      'Program:exit'() {
        const module = moduleFromSourceCode(context.sourceCode, pathOf(context), context.cwd);
        result = module && seen(module, CONFIG);
      },
    }),
  };
  const config: Linter.Config = {
    files: ['**/*.{mjs,ts}'],
    plugins: { test: { rules: { rule } } },
    rules: { 'test/rule': 2 },
    languageOptions,
  };
  const messages = new host.Linter().verify(text, [config], { filename: resolve(file) });
  expect(messages).toEqual([]);
  return result;
}

describe.each(HOSTS)('$name sees what the command line sees', (host) => {
  const sources = CORPUS.filter(({ file }) => host.typescript || !file.endsWith('.ts'));

  test.each(sources)('$file: $text', (source) => {
    expect(seenIn(host, source)).toEqual(seen(parseModule(source.file, source.text), CONFIG));
  });
});
