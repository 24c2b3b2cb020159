import type { TodoTable } from '../types.js';

/** What the doubles of the examples stand in for. */
const IS_APPROVED = [
  '// src/kyc.ts',
  'export async function isApproved(id: string) {',
  '  const { data } = await client.get(`/customer/kyc/status/${id}`);',
  "  return data.data.kyc.status === 'APPROVED';",
  '}',
];

/** Test doubles. */
export const DOUBLE_CODES = {
  AK329: {
    code: 'AK329',
    title: 'A spy answers in the legacy form',
    missing:
      'Calls that this answer is for move to akepa, and it is an answer of the legacy endpoints: it has `{sign}`',
    advice: 'Let it be {answer}',
    args: {
      sign: 'kycDocumentList',
      answer: '`{ code, data: { applicationId, customerId, status, outcome, entityApplications } }`',
    },
    why: 'A spy of Jest or Vitest is asked in place of the client, so that its test never sees the endpoint: with an answer of the old form it stays green, or goes red, for code that reads another one. What it has to say of a person is for the test to decide.',
    example: [
      ...IS_APPROVED,
      '',
      '// test/kyc.test.ts',
      "vi.mocked(client.get).mockResolvedValue({ data: { data: { kycDocumentList: [], kyc: { status: 'APPROVED' } } } });",
    ],
  },
  AK347: {
    code: 'AK347',
    title: 'A snapshot of the legacy side',
    missing: 'Calls that this snapshot is of move to akepa, and it holds `{sign}`',
    advice: 'Let the test answer as akepa does, then update the snapshot (`-u`) and look at what changes',
    args: { sign: 'kycDocumentList' },
    why: 'A snapshot is what the code did once. Nobody can say what it does with another answer before the test gives one, so that a snapshot is updated by its test runner, and not edited.',
    example: [
      ...IS_APPROVED,
      '',
      '// test/kyc.test.ts',
      'expect(recorded.answers).toMatchInlineSnapshot(`{ "kycDocumentList": [] }`);',
    ],
  },
  AK330: {
    code: 'AK330',
    title: 'A test double answers in the legacy form',
    missing:
      'The calls that this double answers move to {successor}, and it answers as the legacy endpoint does',
    advice: 'Let it answer {successor} with {answer}',
    args: {
      successor: 'POST /akepa/status',
      answer: '`{ code, data: { applicationId, customerId, status, outcome, entityApplications } }`',
    },
    why: 'A double that still answers in the legacy form keeps a test green for code that reads another answer, or red for code that is right. What it has to say of a person is for the test to decide.',
    example: [
      ...IS_APPROVED,
      '',
      '// test/kyc.test.ts',
      "import nock from 'nock';",
      'nock(BASE)',
      "  .get('/customer/kyc/status/cst_1')",
      "  .reply(200, { code: '0', data: { kyc: { status: 'APPROVED' } } });",
    ],
  },
  AK331: {
    code: 'AK331',
    title: 'A test double of calls that stay and of calls that move',
    missing: 'Some calls of {endpoint} move to {successor} and others stay, and this double answers them all',
    advice: 'Resolve what keeps the others, or add a double for {successor}',
    args: { endpoint: 'POST /customer/kyc/init', successor: 'POST /akepa/identification' },
    why: 'A double answers one path. When only some of its callers move, one of them has no answer in the tests.',
    example: [
      '// src/start.ts',
      "await client.post('/customer/kyc/init', { customerId });",
      '',
      '// src/again.ts',
      "await client.post('/customer/kyc/init', body); // stays, with AK306",
      '',
      '// test/kyc.test.ts',
      "import nock from 'nock';",
      "nock(BASE).post('/customer/kyc/init').times(2).reply(200, { code: '0' });",
    ],
  },
  AK332: {
    code: 'AK332',
    title: 'A test double that is not rewritten',
    missing: 'The calls that this double answers move to {successor}, and {why}',
    advice: 'Move it by hand to {successor}',
    args: { successor: 'POST /akepa/identification', why: 'it expects a body of the legacy form' },
    why: 'A double is edited only where it is certain which requests it answers afterwards. One that answers a dead endpoint would leave its test without an answer, or green for the wrong reason.',
    example: [
      '// src/kyc.ts',
      'export async function start(customerId: string) {',
      "  await client.post('/customer/kyc/init', { customerId });",
      '}',
      '',
      '// test/kyc.test.ts',
      "import nock from 'nock';",
      "nock(BASE).post('/customer/kyc/init', { customerId: 'cst_1' }).reply(200, { code: '0' });",
    ],
  },
} satisfies TodoTable;
