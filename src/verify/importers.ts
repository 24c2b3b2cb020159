import type { ts } from 'ts-morph';

/** The files of a program that import each other, their own ones only. */
export interface ImportGraph {
  /** The files that import one of `files`, directly or through others, and these. */
  importersOf(files: readonly ts.SourceFile[]): Set<ts.SourceFile>;
  /** The first of `goals` that are met on the way along the imports of `start`, or `start` itself. */
  nearest(start: ts.SourceFile, goals: ReadonlySet<ts.SourceFile>): ts.SourceFile[];
}

export function importGraph(api: typeof ts, program: ts.Program): ImportGraph {
  const checker = program.getTypeChecker();
  const own = program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file));
  const imports = new Map(own.map((file) => [file, importedBy(file)]));
  const importers = new Map<ts.SourceFile, ts.SourceFile[]>();
  for (const [file, targets] of imports)
    for (const target of targets) importers.set(target, [...(importers.get(target) ?? []), file]);
  return {
    importersOf(files) {
      const found = new Set(files);
      // A set takes what is added while it is walked.
      for (const file of found) for (const importer of importers.get(file) ?? []) found.add(importer);
      return found;
    },
    nearest(start, goals) {
      const seen = new Set([start]);
      let round = [start];
      while (round.length > 0) {
        const met = round.filter((file) => goals.has(file));
        if (met.length > 0) return met;
        round = round.flatMap((file) => imports.get(file) ?? []).filter((file) => !seen.has(file));
        for (const file of round) seen.add(file);
      }
      return [];
    },
  };

  function importedBy(file: ts.SourceFile): ts.SourceFile[] {
    const targets: ts.SourceFile[] = [];
    for (const specifier of specifiersIn(file)) {
      const target = checker.getSymbolAtLocation(specifier)?.declarations?.[0]?.getSourceFile();
      if (target) targets.push(target);
    }
    return targets;
  }

  /** Of imports, exports, `import()` and `require`. */
  function specifiersIn(file: ts.SourceFile): ts.Node[] {
    const found: ts.Node[] = [];
    const visit = (node: ts.Node): void => {
      if (api.isImportDeclaration(node)) found.push(node.moduleSpecifier);
      else if (api.isExportDeclaration(node) && node.moduleSpecifier) found.push(node.moduleSpecifier);
      else if (api.isExternalModuleReference(node)) found.push(node.expression);
      else if (api.isCallExpression(node) && isImporting(node)) found.push(...node.arguments.slice(0, 1));
      api.forEachChild(node, visit);
    };
    visit(file);
    return found;
  }

  function isImporting({ expression }: ts.CallExpression): boolean {
    return (
      expression.kind === api.SyntaxKind.ImportKeyword ||
      (api.isIdentifier(expression) && expression.text === 'require')
    );
  }
}
