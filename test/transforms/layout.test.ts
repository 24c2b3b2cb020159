import { describe, expect, test } from 'vitest';

import { migratedInit as init, migrated } from './run.js';

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

describe('a statement in a form of its own keeps it', () => {
  test.each([
    [
      'arguments that a formatter would join',
      ['await axios.post(', "  '/customer/kyc/init',", '  { customerId });'],
    ],
    ['no spaces in braces', ["axios.post('/customer/kyc/init', {customerId});"]],
    ['a dot that begins a line', ['axios', "    .post('/customer/kyc/init', { customerId });"]],
  ])('%s', (_, lines) => {
    const moved = lines.map((line) =>
      line
        .replace('/customer/kyc/init', '/akepa/identification')
        .replace(/customerId ?\}/, (end) =>
          end.replace('customerId', 'customerId, reference: newReference()'),
        ),
    );
    expect(init(...lines)).toEqual(moved);
  });
});
