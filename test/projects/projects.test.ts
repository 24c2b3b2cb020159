import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

import ts from 'typescript';
import { describe, expect, test } from 'vitest';

import { check } from '../../src/check.js';
import type { LoadedConfig } from '../../src/config/types.js';
import { LEGACY_ENDPOINTS } from '../../src/endpoints/table.js';
import { migrateFiles, type MigrateReport } from '../../src/migrate.js';
import { writePending } from '../../src/write-pending.js';
import { parseModule } from '../../src/syntax/parse.js';
import { folder, put } from '../support/folder.js';
import { violations } from '../transforms/emitted.js';
import { readProjects, type SampleProject } from './projects.js';
import { sentToAkepa } from './sent.js';

const FOLDER = new URL('./', import.meta.url);
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .sort();
const PROJECTS = FILES.flatMap((name) =>
  readProjects(new URL(name, FOLDER)).map((project) => ({ ...project, name })),
);

test('there are enough of them, with titles of their own', () => {
  expect(PROJECTS.length).toBeGreaterThanOrEqual(40);
  expect(new Set(PROJECTS.map(({ title }) => title)).size).toBe(PROJECTS.length);
});

describe.each(FILES)('%s', (name) => {
  test.each(PROJECTS.filter((project) => project.name === name))('$title', async (project) => {
    const cwd = folder(project.before);
    const { report, texts } = await migrated(project, cwd);
    expect(outcomesOf(report)).toEqual(project.outcomes);
    expect(texts).toEqual(project.after);
    expect(report.errors).toEqual([]);
    for (const [file, text] of Object.entries(texts))
      if (/\.[cm]?[jt]sx?$/.test(file)) expect(() => parseModule(file, text)).not.toThrow();

    // What was rewritten is no finding any more, and a second run changes nothing.
    const { findings } = await check([], { cwd, loaded: loadedFor(project, cwd), confidence: 'possible' });
    const left = outcomesOf(report).filter((outcome) => !outcome.endsWith(' rewritten'));
    expect(findings.map(({ file, endpoint }) => `${file} ${endpoint}`).sort()).toEqual(
      left.map((outcome) => outcome.split(' ').slice(0, 2).join(' ')).sort(),
    );
    const again = await migrated(project, cwd);
    expect(again.report.files).toEqual([]);
    expect(again.texts).toEqual(texts);
  });
});

test.each(PROJECTS)('sends to akepa what it accepts: $title', ({ after, outcomes, config }) => {
  const root = folder(after);
  const sent = sentToAkepa(root, Object.keys(after));
  expect(sent.flatMap((request) => violations(request, config.akepa?.update))).toEqual([]);
  // The doubles of tests send nothing.
  const moved = outcomes.filter(
    (outcome) => !/^(?:test|e2e|cypress)|\.spec\./.test(outcome) && outcome.endsWith(' rewritten'),
  );
  const ids = LEGACY_ENDPOINTS.flatMap(({ id, successors }) =>
    moved.flatMap((outcome) => (outcome.split(' ')[1] === id ? successors : [])),
  );
  expect(sent.map(({ endpoint }) => endpoint.id).sort()).toEqual([...ids].sort());
});

test('type-checks where it did before', () => {
  expect(errorsIn('after')).toEqual(errorsIn('before'));
}, 120_000);

function loadedFor({ config }: SampleProject, root: string): LoadedConfig {
  return { config, root, file: undefined };
}

/** As `migrate --write` does it. */
async function migrated(
  project: SampleProject,
  cwd: string,
): Promise<{ report: MigrateReport; texts: Readonly<Record<string, string>> }> {
  const { report, pending } = await migrateFiles([], { cwd, loaded: loadedFor(project, cwd) });
  const done = writePending(report, pending, cwd);
  const texts = Object.keys(project.before).map((name) => [name, readFileSync(join(cwd, name), 'utf8')]);
  return { report: done, texts: Object.fromEntries(texts) as Record<string, string> };
}

function outcomesOf({ calls }: MigrateReport): string[] {
  return calls
    .map(({ file, endpoint, outcome, todos }) =>
      [file, endpoint, ...(outcome === 'todo' ? todos.map(({ code }) => code) : [outcome])].join(' '),
    )
    .sort((left, right) => left.split(' ')[0]?.localeCompare(right.split(' ')[0] ?? '') ?? 0);
}

/** What TypeScript says of the TypeScript files of all projects: code, file and message. */
function errorsIn(side: 'before' | 'after'): string[] {
  const root = folder();
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const names = PROJECTS.flatMap((project, index) => {
    const place = join(root, String(index));
    put(place, project[side]);
    return Object.keys(project[side])
      .filter((file) => /\.[cm]?tsx?$/.test(file))
      .map((file) => join(place, file));
  });
  const program = ts.createProgram(names, {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    resolveJsonModule: true,
    jsx: ts.JsxEmit.Preserve,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ code, file, messageText }) => {
      const place = file?.fileName.slice(root.length) ?? '';
      const text = ts.flattenDiagnosticMessageText(messageText, ' ').replaceAll(root, '');
      return `${place} TS${code} ${text}`;
    })
    .sort();
}
