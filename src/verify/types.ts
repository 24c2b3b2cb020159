import type { ts } from 'ts-morph';

import { VerifyError } from './error.js';
import { importGraph } from './importers.js';
import { type TsConfig, tsConfigs } from './tsconfig.js';
import { diagnosticsOf, type Texts, typePrograms, type TypePrograms } from './type-program.js';
import { loadTypeScript, type TypeScript } from './typescript.js';
import { isTypeScript } from '../syntax/is-typescript.js';

/** A diagnostic that new texts bring. */
export interface Gained {
  /** Absolute, of the file that it is in. */
  readonly path: string;
  /** `TS2339: Property …` */
  readonly text: string;
  /** Absolute paths of the new texts that it may come from. */
  readonly causes: readonly string[];
}

export interface TypeComparison {
  readonly gained: readonly Gained[];
  /** The files among the new texts that TypeScript could check. */
  readonly checked: ReadonlySet<string>;
}

export interface TypeChecker {
  readonly version: string;
  readonly origin: TypeScript['origin'];
  /** Compares the diagnostics of the files with new texts, and of those that import them, before and after. */
  compare(texts: Texts): TypeComparison;
}

/** Imports that were not found make everything `any`, to which TypeScript has nothing to say. */
const UNRESOLVED = /^TS(?:2307|2792|7016): /;

/**
 * Makes a checker that uses the project's tsconfig files; it reads nothing before it compares.
 *
 * @param cwd absolute folder that the project's TypeScript is looked for from
 */
export async function typeChecker(cwd: string): Promise<TypeChecker> {
  const typescript = await loadTypeScript(cwd);
  const { ts: api, origin } = typescript;
  const configsFor = tsConfigs(api);
  const programs = new Map<TsConfig, TypePrograms>();
  return {
    version: api.version,
    origin,
    compare(texts) {
      const groups = new Map<TypePrograms, string[]>();
      for (const path of texts.keys()) {
        const home = programsWith(path);
        if (home) groups.set(home, [...(groups.get(home) ?? []), path]);
      }
      if (texts.size > 0 && groups.size === 0)
        throw new VerifyError(
          '--verify types: no tsconfig.json has one of the files that change, so nothing was written',
        );
      const parts = [...groups].map(([home, paths]) => comparePrograms(api, home, paths, texts));
      return {
        gained: parts.flatMap(({ gained }) => gained),
        checked: new Set(parts.flatMap(({ checked }) => [...checked])),
      };
    },
  };

  function programsWith(path: string): TypePrograms | undefined {
    for (const config of configsFor(path)) {
      const pair = programs.get(config) ?? typePrograms(typescript, config);
      programs.set(config, pair);
      if (pair.before.getSourceFile(path)) return pair;
    }
    return undefined;
  }
}

function comparePrograms(
  api: typeof ts,
  programs: TypePrograms,
  paths: readonly string[],
  texts: Texts,
): TypeComparison {
  const { before } = programs;
  const after = programs.after(texts);
  const graph = importGraph(api, after);
  const changed = new Map(
    paths.flatMap((path) => {
      const file = after.getSourceFile(path);
      return file ? [[file, path] as const] : [];
    }),
  );
  const gained: Gained[] = [];
  const checked = new Set<string>();
  for (const file of graph.importersOf([...changed.keys()])) {
    const now = diagnosticsOf(api, after, file);
    const own = changed.get(file);
    if (own !== undefined && isChecked(file, after) && !now.some((text) => UNRESOLVED.test(text)))
      checked.add(own);
    // What has nothing to be said about has gained nothing: the old text need not be looked at.
    const old = now.length > 0 ? before.getSourceFile(file.fileName) : undefined;
    const added = without(now, old ? diagnosticsOf(api, before, old) : []);
    if (added.length === 0) continue;
    const causes = graph.nearest(file, new Set(changed.keys())).flatMap((cause) => changed.get(cause) ?? []);
    gained.push(...added.map((text) => ({ path: own ?? file.fileName, text, causes })));
  }
  return { gained, checked };
}

function isChecked({ fileName, text }: ts.SourceFile, program: ts.Program): boolean {
  if (/^\s*\/\/\s*@ts-nocheck\b/m.test(text)) return false;
  const isTyped = isTypeScript(fileName) || program.getCompilerOptions().checkJs === true;
  return isTyped || /^\s*\/\/\s*@ts-check\b/m.test(text);
}

/** The items that are in `now` more often than in `old`. */
function without(now: readonly string[], old: readonly string[]): string[] {
  const rest = [...old];
  return now.filter((text) => {
    const index = rest.indexOf(text);
    if (index !== -1) rest.splice(index, 1);
    return index === -1;
  });
}
