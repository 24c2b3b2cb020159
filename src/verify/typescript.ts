import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { ts } from 'ts-morph';

/** TypeScript's API, and whose it is. */
export interface TypeScript {
  readonly ts: typeof ts;
  readonly origin: 'project' | 'bundled';
  /** Texts of `lib.*.d.ts`, where they are no files beside the API; by path. */
  readonly libs?: (options: ts.CompilerOptions) => ReadonlyMap<string, string>;
}

/** The TypeScript that the project has, so that it says what `tsc` there says; else the one that came with us. */
export async function loadTypeScript(cwd: string): Promise<TypeScript> {
  const own = await projectTypeScript(cwd);
  if (own) return { ts: own, origin: 'project' };
  const { Project, ts } = await import('ts-morph');
  return {
    ts,
    origin: 'bundled',
    libs(compilerOptions) {
      // ts-morph has them in its code, and puts those that the options ask for into its programs.
      const project = new Project({ compilerOptions, useInMemoryFileSystem: true });
      project.createSourceFile('/empty.ts', '');
      const files = project.getProgram().compilerObject.getSourceFiles();
      return new Map(
        files.filter((file) => file.isDeclarationFile).map(({ fileName, text }) => [fileName, text]),
      );
    },
  };
}

/** Undefined for version 7 too, which has no such API. */
async function projectTypeScript(cwd: string): Promise<typeof ts | undefined> {
  let path: string;
  try {
    path = createRequire(join(cwd, 'package.json')).resolve('typescript');
  } catch {
    return undefined;
  }
  const loaded: unknown = await import(pathToFileURL(path).href);
  const api = isObject(loaded) && 'default' in loaded ? loaded.default : loaded;
  // The parts of the API that are used have been the same since version 4.
  return isObject(api) && 'createProgram' in api && 'sys' in api ? (api as typeof ts) : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
