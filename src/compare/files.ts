import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Scenario } from '../reference/scenarios.js';
import { earlierFile } from '../reference/subjects.js';

/** The files of a scenario, on disk. */
export interface Files {
  readonly paths: readonly string[];
  /** sha256 → what the comparison calls it. */
  readonly names: ReadonlyMap<string, string>;
  remove(): Promise<void>;
}

const SIDES = ['front', 'back'] as const;
const EARLIER = SIDES.map((side) => `earlier ${side}`);
/** A whole JPEG image of one pixel. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
);

/** Writes the scenario's files into a new temporary folder. */
export async function writeFiles({ files }: Scenario): Promise<Files> {
  const folder = await mkdtemp(join(tmpdir(), 'akepa-compare-'));
  const names = new Map(EARLIER.map((label) => [earlierFile(label).sha256, label]));
  const paths = await Promise.all(
    files.map(async (kind, index) => {
      const name = `${SIDES[index] ?? `page-${index}`}.${kind}`;
      const bytes = kind === 'jpg' ? jpeg(name) : pdf(name);
      names.set(createHash('sha256').update(bytes).digest('hex'), name);
      const path = join(folder, name);
      await writeFile(path, bytes);
      return path;
    }),
  );
  return { paths, names, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The pixel with a comment of its own, so that no two files have the same bytes. */
function jpeg(label: string): Buffer {
  const comment = Buffer.from(label);
  const segment = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
  return Buffer.concat([JPEG.subarray(0, 2), segment, comment, JPEG.subarray(2)]);
}

function pdf(label: string): Buffer {
  return Buffer.from(
    `%PDF-1.4\n% ${label}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
}
