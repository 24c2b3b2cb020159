import { posix } from 'node:path';

import type { ts } from 'ts-morph';

import type { TsConfig } from './tsconfig.js';
import type { TypeScript } from './typescript.js';

/** New texts by absolute path, without byte order marks. */
export type Texts = ReadonlyMap<string, string>;

/** Makes the programs of one config: as the files are on disk, and with new texts in place of some. */
export interface TypePrograms {
  readonly before: ts.Program;
  after(texts: Texts): ts.Program;
}

export function typePrograms({ ts: api, libs: libsFor }: TypeScript, { parsed }: TsConfig): TypePrograms {
  const { options, fileNames, projectReferences } = parsed;
  const libs = libsFor?.(options);
  const [lib] = libs?.keys() ?? [];
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
    if (lib !== undefined) {
      const file = api.getDefaultLibFileName(options);
      host.getDefaultLibLocation = () => posix.dirname(lib);
      host.getDefaultLibFileName = () => posix.join(posix.dirname(lib), file);
    }
    host.getSourceFile = (name, language, ...rest) => {
      const text = texts.get(name) ?? (texts.size > 0 ? texts.get(host.realpath?.(name) ?? name) : undefined);
      if (text !== undefined) return api.createSourceFile(name, text, language);
      // What did not change is parsed once for all programs.
      const known = libs?.get(name);
      if (!cache.has(name))
        cache.set(
          name,
          known === undefined
            ? readOld(name, language, ...rest)
            : api.createSourceFile(name, known, language),
        );
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
