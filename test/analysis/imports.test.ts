import { expect, test } from 'vitest';

import { importSources } from '../../src/analysis/imports.js';
import { parseModule } from '../../src/syntax/parse.js';

test('every way to name another module, each once', () => {
  const lines = [
    'import a from "./a"; import type { B } from "./b"; import "./c"; import "./a";',
    'export { d } from "./d"; export * from "./e"; export * as f from "./f";',
    'const g = require("./g"); const h = await import("./h"); import i = require("./i");',
    'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    'const name = "./x"; require(name); import(name); export const x = "./x"; jest.mock("./x");',
  ];
  expect(importSources(parseModule('src/a.ts', lines.join('\n')))).toEqual([
    ...['./a', './b', './c', './d', './e', './f', './g', './h', './i'],
    'node:module',
  ]);
});
