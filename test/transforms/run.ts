import { Project } from 'ts-morph';
import { expect } from 'vitest';

import type { AkepaConfig } from '../../src/config/types.js';
import { migrateProject, migrateSourceFile, type MigrateResult } from '../../transforms/ts-morph.js';

/** The folder that the configs of the tests lie in. */
export const ROOT = '/app';

/** Values for every field, two of them with an import from `src/applications.js`. */
export const CONFIG: AkepaConfig = {
  values: {
    workflow: 'PERSONAL',
    documentType: 'license',
    documentName: 'licence',
    extension: 'jpg',
    reference: {
      expression: 'newReference()',
      import: { name: 'newReference', from: './src/applications.js' },
    },
    applicationId: {
      expression: 'await applicationOf({customerId})',
      import: { name: 'applicationOf', from: './src/applications.js' },
    },
    entityId: { expression: '{customerId}' },
  },
};

/** A migrated file: its text, what became of its calls, and what was reported. */
export interface Migrated {
  readonly text: string;
  /** `document-generate rewritten`, `kyc-status AK307 AK308`, `card-list left`. */
  readonly calls: readonly string[];
  readonly result: MigrateResult;
}

/** Migrates one file of `/app/src`. */
export function migrated(
  source: string | readonly string[],
  { config = CONFIG, file = 'kyc.ts' }: { config?: AkepaConfig; file?: string } = {},
): Migrated {
  const text = typeof source === 'string' ? source : [...source, ''].join('\n');
  const sourceFile = newProject().createSourceFile(`${ROOT}/src/${file}`, text);
  const result = migrateSourceFile(sourceFile, { config, root: ROOT });
  return { text: sourceFile.getFullText(), calls: outcomes(result), result };
}

/** Migrates several files at once; names are relative to `/app`. */
export function migratedProject(
  files: Readonly<Record<string, readonly string[]>>,
  config: AkepaConfig = CONFIG,
): {
  readonly texts: Readonly<Record<string, string>>;
  readonly calls: readonly string[];
  readonly result: MigrateResult;
} {
  const project = newProject();
  for (const [name, lines] of Object.entries(files))
    project.createSourceFile(`${ROOT}/${name}`, [...lines, ''].join('\n'));
  const result = migrateProject(project, { config, root: ROOT, cwd: ROOT });
  const texts = Object.keys(files).map((name) => [
    name,
    project.getSourceFileOrThrow(`${ROOT}/${name}`).getFullText(),
  ]);
  return { texts: Object.fromEntries(texts) as Record<string, string>, calls: outcomes(result), result };
}

/** Codes of the annotations in a text, in order. */
export function todoCodes(text: string): string[] {
  return [...text.matchAll(/TODO\(akepa-migrate (AK\d+)\)/g)].map(([, code = '']) => code);
}

function newProject(): Project {
  return new Project({ useInMemoryFileSystem: true, compilerOptions: { allowJs: true } });
}

function outcomes({ calls }: MigrateResult): string[] {
  return calls.map(({ endpoint, outcome, todos }) =>
    [endpoint, ...(outcome === 'todo' ? todos.map(({ code }) => code) : [outcome])].join(' '),
  );
}

/** Code as it is where there is room for it in one line, for a test that asks for its words only. */
export function onOneLine(text: string): string {
  return text
    .replaceAll(/([([])\n\s*/g, '$1')
    .replaceAll(/,?\n\s*([)\]])/g, '$1')
    .replaceAll(/,?\n\s*\}/g, ' }')
    .replaceAll(/(=|&&|\|\||,|\{)\n\s*/g, '$1 ')
    .replaceAll(/\n\s*(?=[?:] )/g, ' ')
    .replaceAll(/^(\s*if \(.*\))\n\s*/gm, '$1 ');
}

/** The lines of a file in which axios inits KYC, after the rewrite of its one call; the file's imports are left out. */
export function migratedInit(...lines: readonly string[]): string[] {
  const { text, calls } = migrated([
    "import axios from 'axios';",
    "import { newReference } from './applications.js';",
    ...lines,
  ]);
  expect(calls).toEqual(['kyc-init rewritten']);
  return text.trimEnd().split('\n').slice(2);
}
