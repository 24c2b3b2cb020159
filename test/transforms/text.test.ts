import { describe, expect, test } from 'vitest';

import { migrated } from './run.js';

/** What becomes of the lines of a file that imports axios; its import of `newReference` is left out. */
function init(...lines: readonly string[]): string[] {
  const { text, calls } = migrated([
    "import axios from 'axios';",
    "import { newReference } from './applications.js';",
    ...lines,
  ]);
  expect(calls).toEqual(['kyc-init rewritten']);
  return text.trimEnd().split('\n').slice(2);
}

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

describe('an object on one line', () => {
  const wide = 'customerId: theCustomerThatIsAtTheCounter.id, syncMode: true';

  test.each([
    [80, 1],
    [81, 4],
  ])('that gets %d columns takes %d lines', (columns, expected) => {
    const tail = "axios.post('/akepa/identification', { customerId, reference: newReference() });";
    const name = 'x'.repeat(columns - tail.length - 1);
    const lines = init(`${name};axios.post('/customer/kyc/init', { customerId });`);
    expect(`${name};${tail}`).toHaveLength(columns);
    expect(lines).toHaveLength(expected);
  });

  test('is broken where its line gets too long, in the indentation of the line', () => {
    expect(init('if (a) {', `    await axios.post('/customer/kyc/init', { ${wide} });`, '}')).toEqual([
      'if (a) {',
      "    await axios.post('/akepa/identification', {",
      '        customerId: theCustomerThatIsAtTheCounter.id,',
      '        syncMode: true,',
      '        reference: newReference(),',
      '    });',
      '}',
    ]);
  });

  test('is broken in tabs, that count as two', () => {
    expect(
      init('if (a) {', `\tawait axios.post('/customer/kyc/init', {${wide}});`, '}').slice(1, -1),
    ).toEqual([
      "\tawait axios.post('/akepa/identification', {",
      '\t\tcustomerId: theCustomerThatIsAtTheCounter.id,',
      '\t\tsyncMode: true,',
      '\t\treference: newReference(),',
      '\t});',
    ]);
  });

  test('stays so when a comment stands in it', () => {
    expect(init(`await axios.post('/customer/kyc/init', { /* all */ ${wide} });`)).toEqual([
      `await axios.post('/akepa/identification', { /* all */ ${wide}, reference: newReference() });`,
    ]);
  });

  test('stays so when its line was longer before', () => {
    const config = {
      values: { applicationId: { expression: '{customerId}' }, entityId: { expression: '{customerId}' } },
    };
    const { text } = migrated(
      [
        "import axios from 'axios';",
        "await axios.post('/customer/kyc/document-link', { customerId: c, documentId: theSlotThatWasEmptyBefore.id, separateDocumentId: d });",
      ],
      { config },
    );
    expect(text.split('\n')[1]).toBe(
      "await axios.post('/akepa/update', { customerId: c, applicationId: c, documents: [{ entityId: c, documentId: d }] });",
    );
  });

  test('is broken from the outside in', () => {
    const { text } = migrated([
      "import got from 'got';",
      "import { applicationOf } from './applications.js';",
      'await got.post(`${url}/customer/kyc/document-link`, { json: { customerId: a.customerId, documentId: slot, separateDocumentId: b }, retry: { limit: 0 } });',
    ]);
    expect(text.trimEnd().split('\n').slice(2)).toEqual([
      'await got.post(`${url}/akepa/update`, {',
      '  json: {',
      '    customerId: a.customerId,',
      '    applicationId: await applicationOf(a.customerId),',
      '    documents: [{ entityId: a.customerId, documentId: b }],',
      '  },',
      '  retry: { limit: 0 },',
      '});',
    ]);
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
