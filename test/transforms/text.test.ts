import { describe, expect, test } from 'vitest';

import { migratedInit as init, migrated } from './run.js';

function link(...lines: readonly string[]): string[] {
  const { text, calls } = migrated([
    "import axios from 'axios';",
    "import { applicationOf } from './applications.js';",
    ...lines,
  ]);
  expect(calls).toEqual(['kyc-document-link rewritten']);
  return text.trimEnd().split('\n').slice(2);
}

const OPEN = "await axios.post('/customer/kyc/init', {";
const MOVED = "await axios.post('/akepa/identification', {";

describe('what is appended follows the object', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['with a trailing comma', ['  customerId,'], ['  customerId,', '  reference: newReference(),']],
    ['without one', ['  customerId'], ['  customerId,', '  reference: newReference()']],
    [
      'with a comment behind the last property',
      ['  customerId // who'],
      ['  customerId, // who', '  reference: newReference()'],
    ],
    [
      'with a comment behind the comma',
      ['  customerId, // who'],
      ['  customerId, // who', '  reference: newReference(),'],
    ],
    [
      'with a block comment behind it',
      ['  customerId /* who */,'],
      ['  customerId /* who */,', '  reference: newReference(),'],
    ],
    [
      'with a comment below',
      ['  customerId,', '  // no webhook'],
      ['  customerId,', '  reference: newReference(),', '  // no webhook'],
    ],
    ['in tabs', ['\tcustomerId,'], ['\tcustomerId,', '\treference: newReference(),']],
    [
      'with two properties in a line',
      ['  syncMode: true, customerId,'],
      ['  syncMode: true, customerId,', '  reference: newReference(),'],
    ],
    [
      'with a value over several lines',
      ['  customerId: find(', '    a,', '  ),'],
      ['  customerId: find(', '    a,', '  ),', '  reference: newReference(),'],
    ],
  ])('%s', (_, before, after) => {
    expect(init(OPEN, ...before, '});')).toEqual([MOVED, ...after, '});']);
  });

  test.each([
    ['{ customerId }', '{ customerId, reference: newReference() }'],
    ['{customerId}', '{customerId, reference: newReference()}'],
    ['{ customerId, }', '{ customerId, reference: newReference(), }'],
    ['{ customerId /* who */ }', '{ customerId, /* who */ reference: newReference() }'],
    ['{ customerId, /* who */ }', '{ customerId, /* who */ reference: newReference(), }'],
  ])('on one line: %s', (before, after) => {
    expect(init(`axios.post('/customer/kyc/init', ${before});`)).toEqual([
      `axios.post('/akepa/identification', ${after});`,
    ]);
  });
});

describe('what is replaced keeps what stands around it', () => {
  test('comments between keys, values and properties', () => {
    expect(
      link(
        "await axios.post('/customer/kyc/document-link', {",
        '  // the person',
        '  customerId /* key */: /* value */ person.id, // behind',
        "  'documentId': /* slot */ slot, // front",
        '  /* last */ separateDocumentId: (scan.id)',
        '});',
      ),
    ).toEqual([
      "await axios.post('/akepa/update', {",
      '  // the person',
      '  customerId /* key */: /* value */ person.id, // behind',
      '  applicationId: /* slot */ await applicationOf(person.id), // front',
      '  /* last */ documents: ([{ entityId: person.id, documentId: scan.id }])',
      '});',
    ]);
  });

  test('values that need parentheses', () => {
    const { text } = migrated(
      ["import axios from 'axios';", "await axios.post('/customer/kyc/init', { customerId: a ?? b });"],
      { config: { values: { reference: { expression: '{customerId}.slice(0, 8)' } } } },
    );
    expect(text).toContain('reference: (a ?? b).slice(0, 8)');
  });
});

test('a long file stays as it is around the edit', () => {
  const head = [
    '#!/usr/bin/env node',
    "'use strict';",
    '/* Licence: MIT */',
    "const axios = require('axios');",
    '',
    '\t  odd = [1,',
    '   2 ] ;;',
    '@a @b() class C { @d x = 1 satisfies number }'.replace(' satisfies number', ''),
  ];
  const { text } = migrated([...head, "axios.post('/document/generate')", '', '', '// end  '], {
    file: 'a.js',
  });
  expect(text).toBe(
    [
      ...head,
      "axios.post('/akepa/document/generate', {",
      "\tworkflow: 'PERSONAL',",
      "\tname: 'licence',",
      "\textension: 'jpg',",
      "\ttype: 'license',",
      '})',
      '',
      '',
      '// end  ',
      '',
    ].join('\n'),
  );
});

test('an argument on lines of its own is followed by one in its indentation', () => {
  const { text } = migrated([
    "import axios from 'axios';",
    "import { applicationOf } from './applications.js';",
    'await axios.get(',
    '  process.env.CONNECTFI_BASE_URL',
    "    + '/customer/kyc/status/'",
    '    + customerId,',
    ');',
  ]);
  expect(text.trimEnd().split('\n').slice(2)).toEqual([
    'await axios.post(',
    '  process.env.CONNECTFI_BASE_URL',
    "    + '/akepa/status',",
    '  { customerId, applicationId: await applicationOf(customerId) },',
    ');',
  ]);
});

test('line ends that are mixed stay so', () => {
  const source =
    "import axios from 'axios';\r\nconst t = `a\nb\r\n`;\nawait axios.post('/document/upload/1', form);\r\n";
  const { text } = migrated(source);
  expect(text).toBe(source.replace("'/document", "'/akepa/document"));
});
