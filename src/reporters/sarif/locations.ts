import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { ArtifactLocation, Location, Region } from 'sarif';

import { hostedName, type ReportContext } from '../context.js';

/** What relative URIs are relative to. */
export const ROOT_ID = 'SRCROOT';

/** Where a file lies: below the root by a relative URI, elsewhere by an absolute one. */
export function artifactOf(file: string, context: ReportContext): ArtifactLocation {
  const name = hostedName(file, context);
  const { href } = pathToFileURL(resolve(context.cwd, file));
  const root = rootUri(context);
  // Above the root, or on another drive.
  if (name === '' || !href.startsWith(root)) return { uri: href };
  return { uri: name.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT_ID };
}

/** A place in a file. */
export function locationOf(file: string, region: Region, context: ReportContext): Location {
  return { physicalLocation: { artifactLocation: artifactOf(file, context), region } };
}

/** With a slash at its end, as the standard wants it. */
export function rootUri({ root }: ReportContext): string {
  const { href } = pathToFileURL(root);
  return href.endsWith('/') ? href : `${href}/`;
}
