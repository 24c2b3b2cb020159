/** A package.json, as far as `init` reads it. */
export interface Manifest {
  readonly type?: unknown;
  readonly packageManager?: unknown;
  readonly workspaces?: unknown;
  readonly eslintConfig?: unknown;
  readonly 'lint-staged'?: unknown;
}

/** What a package.json says; nothing for one that is missing or no JSON. */
export function manifestOf(text: string | undefined): Manifest {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** The ranges of every package that it depends on, in whatever way. */
export function dependenciesOf(manifest: Manifest): ReadonlyMap<string, string> {
  const lists = Object.entries(manifest).filter(([key]) => /^(?:dev|optional|peer)?dependencies$/i.test(key));
  return new Map(
    lists
      .flatMap(([, list]) => Object.entries((list ?? {}) as object))
      .map(([name, range]) => [name, String(range)]),
  );
}
