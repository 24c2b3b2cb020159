import { readFileSync } from 'node:fs';

import { hashOf } from '../project/journal.js';
import { writeReport } from '../project/write-report.js';

/** What a cache file holds: JSON by name, in the order in which it was written. A run takes apart what it needs. */
export type Sections = ReadonlyMap<string, Uint8Array>;

/** The first line of a cache file, behind a hash of all that follows. */
interface Head {
  /** Of what the file can be used by. */
  readonly tool: string;
  readonly sections: readonly (readonly [name: string, length: number])[];
}

const HASH_LENGTH = 64;

/**
 * Reads a cache file; nothing is in one that is missing or damaged, or that another version wrote.
 *
 * @param path absolute
 */
export function readSections(path: string, tool: string): Sections {
  const sections = new Map<string, Uint8Array>();
  try {
    const bytes = readFileSync(path);
    if (bytes.toString('latin1', 0, HASH_LENGTH) !== hashOf(bytes.subarray(HASH_LENGTH))) return sections;
    let at = bytes.indexOf('\n') + 1;
    // What has the hash was written below.
    const head = JSON.parse(bytes.toString('utf8', HASH_LENGTH, at)) as Head;
    if (head.tool !== tool) return sections;
    for (const [name, length] of head.sections) sections.set(name, bytes.subarray(at, (at += length)));
  } catch {
    // Without one, all is new.
  }
  return sections;
}

/** What a section holds; undefined without one. */
export function valueOf(section: Uint8Array | undefined): unknown {
  return section && JSON.parse(Buffer.from(section.buffer, section.byteOffset, section.length).toString());
}

export function sectionOf(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

/**
 * @param path absolute
 * @throws the file system's error
 */
export function writeSections(path: string, tool: string, sections: Sections): void {
  const lengths = Array.from(sections, ([name, { length }]) => [name, length] as const);
  const head: Head = { tool, sections: lengths };
  const content = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...sections.values()]);
  writeReport(path, Buffer.concat([Buffer.from(hashOf(content)), content]));
}
