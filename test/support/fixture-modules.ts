import { readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

import { createProgram } from '../../src/analysis/modules.js';
import type { Module } from '../../src/syntax/module.js';

const FIXTURES = resolve(import.meta.dirname, '../fixtures');
const SOURCE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html)$/;

/** Every module of the fixtures: of each shape and each look-alike, linked by what it imports. */
export function fixtureModules(): Module[] {
  return ['shapes', 'look-alikes'].flatMap((kind) => modulesIn(resolve(FIXTURES, kind)));
}

function modulesIn(folder: string): Module[] {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => SOURCE.test(name))
    .map((name) => resolve(folder, name))
    .map((path) => ({ path, file: relative(folder, path), text: readFileSync(path, 'utf8') }));
  const program = createProgram(texts, { cwd: folder });
  return texts.map((text) => program.moduleOf(text));
}
