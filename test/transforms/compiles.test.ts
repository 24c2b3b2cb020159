import { fileURLToPath } from 'node:url';

import ts from 'typescript';
import { expect, test } from 'vitest';

import { readSamples } from './samples.js';

const SAMPLES = readSamples(new URL('../samples/readers.md', import.meta.url));
const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  skipLibCheck: true,
  types: ['node'],
};

test('readers and their types compile after the rewrite', () => {
  const typed = SAMPLES.filter(({ file, isLeft }) => file.endsWith('.ts') && !isLeft);
  expect(typed.length).toBeGreaterThan(10);
  const files = new Map(typed.map(({ after }, index) => [`${FOLDER}sample-${index}.ts`, after]));
  files.set(
    `${FOLDER}applications.ts`,
    'export declare function applicationOf(id: string): Promise<string>;\nexport declare function newReference(): string;\n',
  );
  const program = ts.createProgram([...files.keys()], OPTIONS, hostOf(files));
  const said = [...files.keys()].flatMap((name) =>
    program.getSemanticDiagnostics(program.getSourceFile(name)),
  );
  expect(said.map(({ file, messageText }) => `${file?.text ?? ''}\n${JSON.stringify(messageText)}`)).toEqual(
    [],
  );
});

/** The compiler's own host, and files that are in memory only. */
function hostOf(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  return {
    ...host,
    fileExists: (name) => files.has(name) || host.fileExists(name),
    readFile: (name) => files.get(name) ?? host.readFile(name),
    getSourceFile(name, language) {
      const text = files.get(name);
      return text === undefined
        ? host.getSourceFile(name, language)
        : ts.createSourceFile(name, text, language, true);
    },
  };
}
