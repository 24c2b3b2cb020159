import { manifestOf } from './manifest.js';

/** The globs of a workspace's packages; none for a repository of one package. */
export function workspaceGlobs(manifest: string | undefined, pnpm: string | undefined): string[] {
  const { workspaces } = manifestOf(manifest);
  const listed: unknown = Array.isArray(workspaces) ? workspaces : packagesOf(workspaces);
  const globs = Array.isArray(listed)
    ? listed.filter((glob): glob is string => typeof glob === 'string')
    : [];
  return [...globs, ...(pnpm === undefined ? [] : pnpmGlobs(pnpm))].filter((glob) => !glob.startsWith('!'));
}

/** Yarn's `{ "packages": […], "nohoist": […] }`. */
function packagesOf(workspaces: unknown): unknown {
  return typeof workspaces === 'object' && workspaces !== null && 'packages' in workspaces
    ? workspaces.packages
    : undefined;
}

/** The list `packages` of a pnpm-workspace.yaml, as everybody writes it. */
function pnpmGlobs(text: string): string[] {
  const [, block = ''] = /^packages:[ \t]*\r?\n((?:[ \t]*(?:-.*|#.*)?\r?(?:\n|$))*)/m.exec(text) ?? [];
  return [...block.matchAll(/^[ \t]*-[ \t]*(?:'([^']*)'|"([^"]*)"|([^\s#]+))/gm)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
}
