import { describe, expect, test } from 'vitest';

import { migrated } from './run.js';

const LINK =
  "await axios.post('/customer/kyc/document-link', { customerId, documentId: slot, separateDocumentId: id });";

function codes(...lines: readonly string[]): string {
  const { calls } = migrated([
    "import axios from 'axios';",
    "import { applicationOf } from './applications.js';",
    ...lines,
  ]);
  return calls.join();
}

/** A link in a function with a status in scope. */
function inFunction(...lines: readonly string[]): string {
  return codes(
    'export async function f(customerId: string, slot: string, id: string, kyc: { status: string }, x: boolean) {',
    ...lines,
    '}',
  );
}

describe('a link after approval', () => {
  test.each([
    ['below an if', "if (kyc.status === 'APPROVED') {", LINK, '}'],
    ['in an else', "if (kyc.status !== 'APPROVED') { x; } else {", LINK, '}'],
    ['below an early return', "if (kyc.status !== 'APPROVED') return;", LINK],
    [
      'below an early throw in a block',
      "if (!kyc || 'APPROVED' != kyc.status) { x; throw new Error(); }",
      LINK,
    ],
    ['below an else that returns', "if (kyc.status === 'APPROVED') { x; } else return;", LINK],
    ['in a ternary', `kyc.status === 'APPROVED' ? ${LINK.slice(0, -1)} : undefined;`],
    ['behind &&', `kyc.status === 'APPROVED' && (${LINK.slice(0, -1)});`],
    ['behind ||', `kyc.status !== 'APPROVED' || (${LINK.slice(0, -1)});`],
    ['in a switch', "switch (kyc.status) { case 'APPROVED':", LINK, '}'],
    ['in a case that falls through', "switch (kyc.status) { case 'APPROVED': case 'DENIED':", LINK, '}'],
    ['with another condition', "if (x && kyc.status === 'APPROVED') {", LINK, '}'],
    ['with a negation', "if (!(kyc.status === 'APPROVED')) return;", LINK],
    ['with a name for the test', "const approved = kyc.status === 'APPROVED';", 'if (approved) {', LINK, '}'],
    ['with a list', "if (['APPROVED', 'DENIED'].includes(kyc.status)) {", LINK, '}'],
    ['after a loop that waits', "while (kyc.status !== 'APPROVED') await poll(kyc);", LINK],
    ['in a callback', "if (kyc.status === 'APPROVED') await Promise.all([1].map(async () => {", LINK, '}));'],
  ])('%s', (_, ...lines) => {
    expect(inFunction(...lines)).toBe('kyc-document-link AK312');
  });

  test.each([
    ['below an if of another status', "if (kyc.status === 'WAITING_DATA') {", LINK, '}'],
    ['below an if that it is not approved', "if (kyc.status !== 'APPROVED') {", LINK, '}'],
    ['in the else of approval', "if (kyc.status === 'APPROVED') { x; } else {", LINK, '}'],
    ['below an early return on approval', "if (kyc.status === 'APPROVED') return;", LINK],
    ['below an if that goes on', "if (kyc.status !== 'APPROVED') { x; }", LINK],
    ['above the test', LINK, "if (kyc.status !== 'APPROVED') return;"],
    ['below an early return that needs more', "if (x && kyc.status !== 'APPROVED') return;", LINK],
    ['in another case', "switch (kyc.status) { case 'APPROVED': break; case 'WAITING_DATA':", LINK, '}'],
    ['below a test of something else', 'if (kyc.status) {', LINK, '}'],
  ])('is none %s', (_, ...lines) => {
    expect(inFunction(...lines)).toBe('kyc-document-link rewritten');
  });
});

describe('a function that is called after approval', () => {
  const fn = ['async function link(customerId: string, slot: string, id: string) {', LINK, '}'];
  const guarded =
    "async function g(status: string) { if (status === Status.Approved) await link('a', 'b', 'c'); }";
  const status = "enum Status { Approved = 'APPROVED' }";

  test.each([
    ['by its name', ...fn, guarded, status],
    ['and exported', `export ${fn.join('\n')}`, guarded, status],
    [
      'as an arrow',
      'export const link = async (customerId: string, slot: string, id: string) => {',
      LINK,
      '};',
      guarded,
      status,
    ],
    [
      'as a method',
      'class A {',
      fn.join('\n').replace('async function', 'async'),
      guarded.replace('async function', 'async').replace('await link', 'await this.link'),
      '}',
      status,
    ],
    [
      'from a function that is',
      ...fn,
      'const h = async () => link(1, 2, 3);',
      guarded.replace("link('a', 'b', 'c')", 'h()'),
      status,
    ],
    ['beside calls that are not', ...fn, "await link('d', 'e', 'f');", guarded, status],
  ])('%s', (_, ...lines) => {
    expect(codes(...lines)).toBe('kyc-document-link AK312');
  });

  test('and one that is not', () => {
    expect(codes(...fn, guarded.replace('===', '!=='), status)).toBe('kyc-document-link rewritten');
  });
});
