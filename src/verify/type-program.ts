import type { ts } from 'ts-morph';

import type { TsConfig } from './tsconfig.js';

/** New texts by absolute path, without byte order marks. */
export type Texts = ReadonlyMap<string, string>;

/** Makes the programs of one config: as the files are on disk, and with new texts in place of some. */
export interface TypePrograms {
  readonly before: ts.Program;
  after(texts: Texts): ts.Program;
}

export function typePrograms(api: typeof ts, { parsed }: TsConfig): TypePrograms {
  const { options, fileNames, projectReferences } = parsed;
  const cache = new Map<string, ts.SourceFile | undefined>();
  const before = programOf(new Map());
  return { before, after: (texts) => programOf(texts, before) };

  function programOf(texts: Texts, oldProgram?: ts.Program): ts.Program {
    return api.createProgram({
      rootNames: fileNames,
      options,
      host: hostOf(texts),
      ...(projectReferences && { projectReferences }),
      ...(oldProgram && { oldProgram }),
    });
  }

  function hostOf(texts: Texts): ts.CompilerHost {
    const host = api.createCompilerHost(options);
    const readOld = host.getSourceFile.bind(host);
    host.getSourceFile = (name, language, ...rest) => {
      const text = texts.get(name) ?? (texts.size > 0 ? texts.get(host.realpath?.(name) ?? name) : undefined);
      if (text !== undefined) return api.createSourceFile(name, text, language);
      // What did not change is parsed once for all programs.
      if (!cache.has(name)) cache.set(name, readOld(name, language, ...rest));
      return cache.get(name);
    };
    // Sources of referenced projects, which may not have been built.
    return Object.assign(host, { useSourceOfProjectReferenceRedirect: () => true });
  }
}

/** What TypeScript has to say about a file, without the places, which move: `TS2339: Property …`. */
export function diagnosticsOf(api: typeof ts, program: ts.Program, file: ts.SourceFile): string[] {
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
    ({ code, messageText }) => `TS${code}: ${api.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
}
