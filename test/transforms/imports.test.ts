import { describe, expect, test } from 'vitest';

import { migrated } from './run.js';

const INIT = "await axios.post('/customer/kyc/init', { customerId });";
const MOVED = [
  "await axios.post('/akepa/identification', {",
  '  customerId,',
  '  reference: newReference(),',
  '});',
];
const FETCH = 'await fetch(`${process.env.CONNECTFI_BASE_URL}/customer/kyc/init`, {';
const IMPORT = "import { newReference } from './applications.js';";
const REQUIRE = "const { newReference } = require('./applications.js');";

/** The lines before the call, those that come of them, and the file's name when it is no `.ts`. */
const PLACES: readonly (readonly [string, readonly string[], readonly string[], string?])[] = [
  [
    'after the last import',
    ["import axios from 'axios';", "import b from 'b';"],
    ["import axios from 'axios';", "import b from 'b';", IMPORT],
  ],
  [
    'after the comment behind the last import',
    ["import axios from 'axios'; // http", '', 'a();'],
    ["import axios from 'axios'; // http", IMPORT, '', 'a();'],
  ],
  [
    'before a statement that shares the line of the last import',
    ["import axios from 'axios'; a();"],
    ["import axios from 'axios';", `${IMPORT} a();`],
  ],
  [
    'after an import over several lines',
    ['import axios, {', '  type AxiosError,', "} from 'axios';"],
    ['import axios, {', '  type AxiosError,', "} from 'axios';", IMPORT],
  ],
  [
    'into an import of the same module',
    ["import axios from 'axios';", "import { keep } from './applications.js';"],
    ["import axios from 'axios';", "import { keep, newReference } from './applications.js';"],
  ],
  [
    'into an import of the same module that ends with a comma',
    ["import axios from 'axios';", 'import {', '  keep,', "} from './applications.js';"],
    ["import axios from 'axios';", 'import {', '  keep, newReference,', "} from './applications.js';"],
  ],
  [
    'beside a type import of the same module',
    ["import axios from 'axios';", "import type { Keep } from './applications.js';"],
    ["import axios from 'axios';", "import type { Keep } from './applications.js';", IMPORT],
  ],
  [
    'beside a namespace import of the same module',
    ["import axios from 'axios';", "import * as all from './applications.js';"],
    ["import axios from 'axios';", "import * as all from './applications.js';", IMPORT],
  ],
  [
    'nowhere when it is there',
    ["import axios from 'axios';", IMPORT],
    ["import axios from 'axios';", IMPORT],
  ],
  [
    'nowhere when it is there under an alias path',
    ["import axios from 'axios';", "import { newReference } from '@/applications';"],
    ["import axios from 'axios';", "import { newReference } from '@/applications';"],
  ],
  [
    'in double quotes and without semicolons',
    ['import axios from "axios"', 'import b from "b"'],
    ['import axios from "axios"', 'import b from "b"', 'import { newReference } from "./applications.js"'],
  ],
  [
    'as a require',
    ["const axios = require('axios');", '', 'a();'],
    ["const axios = require('axios');", REQUIRE, '', 'a();'],
    'a.cjs',
  ],
  [
    'after the first requires only',
    ["const axios = require('axios').default;", 'a();', "const b = require('b');"],
    ["const axios = require('axios').default;", REQUIRE, 'a();', "const b = require('b');"],
    'a.cjs',
  ],
  [
    'nowhere when it is required',
    ["const axios = require('axios');", REQUIRE],
    ["const axios = require('axios');", REQUIRE],
    'a.cjs',
  ],
  [
    'after directives',
    ["'use strict';", "const axios = require('axios');"],
    ["'use strict';", "const axios = require('axios');", REQUIRE],
    'a.cjs',
  ],
];

describe('an import goes', () => {
  test.each(PLACES.map(([name, before, after, file = 'a.ts']) => ({ name, before, after, file })))(
    '$name',
    ({ before, after, file }) => {
      // Top-level await would make a module of a CommonJS file.
      const inCall = (lines: readonly string[]): string[] =>
        file.endsWith('cjs') ? ['async function f(customerId) {', ...lines, '}'] : [...lines];
      const isBare = !before.some((line) => line.includes(';'));
      const bare = (line: string): string => (isBare ? line.replace(/;$/, '').replaceAll("'", '"') : line);
      const { text } = migrated([...before, ...inCall([bare(INIT)])], { file });
      expect(text).toBe([...after, ...inCall(MOVED.map(bare)), ''].join('\n'));
      expect(migrated(text, { file }).result.files).toEqual([]);
    },
  );
});

/** What stands above the call in a file without imports, and how many of these lines stay above the import. */
const HEADS: readonly (readonly [string, readonly string[], number])[] = [
  ['nothing', [], 0],
  ['a shebang', ['#!/usr/bin/env node'], 1],
  ['a shebang and a licence', ['#!/usr/bin/env node', '/* Copyright 2024 Acme */'], 2],
  ['a licence', ['/**', ' * @license MIT', ' */'], 3],
  ['a header set apart', ['// This file starts KYC.', ''], 2],
  ["the statement's own comment", ['// starts KYC'], 0],
  ["a header, and the statement's own comment", ['// @ts-check', '', '/** Starts KYC. */'], 2],
  ["a comment for ESLint, and the statement's own", ['/* eslint-disable no-console */', '// starts KYC'], 1],
  ['a directive', ["'use client';"], 1],
  ['a directive, and a comment', ["'use client'; // for the browser", '', '// starts KYC'], 2],
];

describe('without imports, it goes below', () => {
  test.each(HEADS.map(([name, head, above]) => ({ name, head, above })))('$name', ({ head, above }) => {
    const call = [
      FETCH,
      "  method: 'POST',",
      "  headers: { 'Content-Type': 'application/json' },",
      '  body: JSON.stringify({ customerId }),',
      '});',
      'export {};',
    ];
    const { text } = migrated([...head, ...call]);
    const lines = text.split('\n');
    expect(lines.slice(0, above)).toEqual(head.slice(0, above));
    expect(lines.slice(above, above + 2)).toEqual([IMPORT, '']);
    expect(lines.slice(above + 2, above + 2 + head.length - above)).toEqual(head.slice(above));
  });

  test.each([
    ['@Injectable()', 'export class Kyc {'],
    ['@Injectable()', 'export default class Kyc {'],
    ['@Injectable()', 'class Kyc {'],
  ])('nothing, and not between decorators and their class: %s, %s', (...head) => {
    const method = [
      '  async start(customerId) {',
      `    ${FETCH}`,
      "      method: 'POST',",
      "      headers: { 'Content-Type': 'application/json' },",
      '      body: JSON.stringify({ customerId }),',
      '    });',
      '  }',
      '}',
    ];
    const { text } = migrated([...head, ...method]);
    expect(text.split('\n').slice(0, 4)).toEqual([IMPORT, '', ...head]);
  });
});

describe('how a file without imports imports', () => {
  const lines = (extra: string): string[] => [
    'async function start(customerId) {',
    `  ${FETCH} method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ customerId }) });`,
    '}',
    extra,
  ];
  test.each([
    ['a.ts', '', IMPORT],
    ['a.mjs', '', IMPORT],
    ['a.cjs', '', REQUIRE],
    ['a.js', 'export { start };', IMPORT],
    ['a.js', 'module.exports = { start };', REQUIRE],
    ['a.js', 'exports.start = start;', REQUIRE],
  ])('%s with "%s"', (file, extra, statement) => {
    expect(migrated(lines(extra), { file }).text.split('\n')[0]).toBe(statement);
  });

  test('a script that tells neither is left alone', () => {
    const { text, calls } = migrated(lines('start(1);'), { file: 'a.js' });
    expect(calls).toEqual(['kyc-init AK302']);
    expect(text).toContain('uses `newReference`, which is not at hand here');
  });
});
