import { expect, test } from 'vitest';

import { NOTES } from '../../src/codes/notes.js';
import { migrated, migratedProject } from './run.js';

const HEAD = ["import axios from 'axios';", "import { applicationOf } from './applications.js';"];

/** The notes on the only call of a file. */
function notes(...lines: readonly string[]): readonly string[] | undefined {
  const { calls } = migrated([...HEAD, ...lines]).result;
  expect(calls).toHaveLength(1);
  return calls[0]?.notes;
}

test('what is worth knowing of a rewrite', () => {
  expect(notes("await axios.post('/customer/kyc/init', { customerId });")).toEqual([]);
  expect(notes('await axios.get(`/customer/kyc/status/${id}`);')).toEqual([NOTES.getBecomesPost]);
  expect(notes("axios.post('/document/upload/1', form);")).toEqual([NOTES.foreignId]);
  expect(notes("export const f = () => axios.post('/document/upload/1', form);")).toEqual([
    NOTES.answerLeaves,
    NOTES.foreignId,
  ]);
  expect(notes("await axios.post('${CONNECTFI_BASE_URL}/document/generate');")).toEqual([
    NOTES.pseudoTemplate,
    NOTES.idLeaves,
  ]);
  expect(
    notes(
      "await axios.post('/customer/kyc/document-link', { customerId, documentId: s, separateDocumentId: d });",
    ),
  ).toEqual([NOTES.updateShape, NOTES.foreignId]);
});

test('a run of KYC that comes apart is said of the part that moves', () => {
  const { result } = migratedProject({
    'src/init.ts': [...HEAD, "await axios.post('/customer/kyc/init', { customerId });"],
    'src/upload.ts': [
      "import needle from 'needle';",
      'await needle.post(`/customer/kyc/upload/${c}/${d}`, form);',
    ],
    'src/document.ts': [...HEAD, "await axios.post('/document/generate');"],
  });
  const said = result.calls.map((call) => [call.endpoint, call.outcome, call.notes]);
  expect(said).toEqual([
    ['document-generate', 'rewritten', [NOTES.idLeaves]],
    ['kyc-init', 'rewritten', [NOTES.splitRun]],
    ['kyc-upload', 'todo', []],
  ]);
});
