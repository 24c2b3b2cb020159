import type { TodoTable } from '../types.js';

/** What is made of the status. */
export const STATUS_CODES = {
  AK319: {
    code: 'AK319',
    title: 'WAITING_DATA has several counterparts',
    missing:
      'The status is compared with WAITING_DATA, which is `pending_step_up` or `pending_documents` while documents are wanted, and perhaps `data_request` while other data is',
    advice:
      'List the statuses that are meant in `akepa.waitingData` of akepa.config, or rewrite the comparison',
    args: { successor: 'POST /akepa/status' },
    why: 'A legacy customer waits for documents or for card attributes under one name. akepa has several names, and which of them your code means can not be seen from the comparison. `akepa.waitingData` says it once for all.',
    example: [
      'const { data } = await client.get(`/customer/kyc/status/${id}`);',
      "if (data.data.kyc.status === 'WAITING_DATA') remind(id);",
    ],
  },
  AK320: {
    code: 'AK320',
    title: 'A status that the legacy documentation does not name',
    missing:
      'The status is compared with `{word}`, which the legacy documentation does not name, so that its counterpart is not known',
    advice: 'Rewrite the comparison with the status and the outcome of {successor}',
    args: { word: 'DENIED', successor: 'POST /akepa/status' },
    why: 'Only WAITING_DATA and APPROVED are documented. What akepa has in place of another word is for you to say.',
    example: [
      'const { data } = await client.get(`/customer/kyc/status/${id}`);',
      "if (data.data.kyc.status === 'DENIED') reject(id);",
    ],
  },
  AK321: {
    code: 'AK321',
    title: 'A status is more than compared',
    missing: 'The legacy status is {how}, and {successor} has a status and an outcome with other words',
    advice: 'Say here what the program is to get instead, then run migrate again',
    args: { how: 'handed on to `save`', successor: 'POST /akepa/status' },
    why: 'A comparison can be written in the words of akepa. A status that is stored, shown, returned or handed on ends where the tool does not see what is made of the word.',
    example: [
      'const { data } = await client.get(`/customer/kyc/status/${id}`);',
      'await save(data.data.kyc.status);',
    ],
  },
  AK323: {
    code: 'AK323',
    title: 'A switch over statuses without a default branch',
    missing: 'This switch has no default branch, and akepa has statuses that the legacy API has not',
    advice: 'Add a default branch that says what happens then, then run migrate again',
    args: {},
    why: 'The statuses that akepa may answer are not all documented. A switch that does nothing for an unknown one goes wrong silently.',
    example: [
      'const { data } = await client.get(`/customer/kyc/status/${id}`);',
      'switch (data.data.kyc.status) {',
      "  case 'APPROVED':",
      '    approve(id);',
      '}',
    ],
  },
} satisfies TodoTable;
