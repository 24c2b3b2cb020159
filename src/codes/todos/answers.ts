import type { TodoTable } from '../types.js';

/** Where an answer goes, and what is read of it. */
export const ANSWER_CODES = {
  AK307: {
    code: 'AK307',
    title: 'The answer is read in a legacy form',
    missing: 'The code reads {paths} of the answer, which {successor} does not have',
    advice: 'Rewrite what reads it, then run migrate again',
    args: { paths: '`data.kyc.mode`', successor: 'POST /akepa/status' },
    why: 'The request could move, but the line that reads its answer would then fail or decide wrongly.',
    example: [
      'const { data } = await client.get(`/customer/kyc/status/${id}`);',
      "if (data.data.kyc.mode === 'licenseUSACondor') approve(id);",
    ],
  },
  AK308: {
    code: 'AK308',
    title: 'The answer leaves what can be followed',
    missing: 'The answer is {how}, and its shape changes with {successor}',
    advice: 'Look at who reads it, then move the call by hand',
    args: { how: 'returned from `status` to callers that are not in reach', successor: 'POST /akepa/status' },
    why: 'Whoever gets the answer reads it in the legacy form. The tool follows it through the files of the run: to the calls of the function that answers it, as long as these are all in the project, and not what a package exports to others or a framework calls.',
    example: ['export const status = async (id: string) => client.get(`/customer/kyc/status/${id}`);'],
  },
  AK318: {
    code: 'AK318',
    title: 'The slots of a customer are read',
    missing: 'This reads `data.kycDocumentList`, and {successor} tells of no slots',
    advice:
      'Decide here which documents to send while the status is `pending_step_up`, then run migrate again',
    args: { successor: 'POST /akepa/status' },
    why: 'The legacy API lists the slots that it wants filled, with label, type and side. akepa says only that documents are wanted; which ones they are is for your code to know.',
    example: [
      'const { data } = await client.get(`/customer/kyc/status/${id}`);',
      "const slot = data.data.kycDocumentList.find(({ type }) => type === 'LICENSE');",
    ],
  },
  AK322: {
    code: 'AK322',
    title: 'The answer is taken apart in a form that is not rewritten',
    missing: '`{source}` can not be rewritten where it stands',
    advice:
      'Put the answer in a const and read each member by its whole path, as in `answer.data.kyc.status`, then run migrate again',
    args: { source: "(await client.get('/customer/kyc/status/' + id)).data.data.…" },
    why: 'One member becomes two, a status and an outcome. Where the answer has no name, that would send the request twice; where one pattern takes several legacy members, they do not all move to one place.',
    example: [
      "if ((await client.get('/customer/kyc/status/' + id)).data.data.kyc.status === 'APPROVED') approve();",
    ],
  },
  AK324: {
    code: 'AK324',
    title: 'A type describes the legacy answer',
    missing:
      'The answer is declared as `{type}`, which says nothing of the `status` and the `outcome` of {successor}',
    advice:
      'Declare `status: string; outcome?: string` where the legacy members lay, then rewrite what reads them',
    args: { type: 'KycState', successor: 'POST /akepa/status' },
    why: 'Where other code uses a type, too, a change of it would reach more than this call; without one the compiler rejects the new reads.',
    example: [
      '// src/types.ts',
      'export interface KycState {',
      '  data: { kyc: { status: string } };',
      '}',
      '',
      '// src/kyc.ts',
      "import type { KycState } from './types';",
      'const { data } = await client.get<KycState>(`/customer/kyc/status/${id}`);',
      "if (data.data.kyc.status === 'APPROVED') approve(id);",
      '',
      '// src/archive.ts',
      "import type { KycState } from './types';",
      'export const archived: KycState[] = [];',
    ],
  },
  AK325: {
    code: 'AK325',
    title: 'A reader that gets other values, too',
    missing: 'What is read here comes from {place}, too, which does not move to {successor}',
    advice: 'Give the answer of this call a reader of its own',
    args: { place: '`cached`', successor: 'POST /akepa/status' },
    why: 'The reader would be rewritten for the answers of akepa, and the other values would still have the legacy form.',
    example: [
      'let answer = cached;',
      'if (isOld(cached)) answer = await client.get(`/customer/kyc/status/${id}`);',
      "if (answer.data.data.kyc.status === 'APPROVED') approve(id);",
    ],
  },
  AK328: {
    code: 'AK328',
    title: 'A member of the customer that akepa has not',
    missing:
      "This reads the customer's `reference`, and the `reference` of {successor} is that of the application",
    advice: 'Take the reference from where the customer is kept, then run migrate again',
    args: { successor: 'POST /akepa/status' },
    why: 'Both answers have a member `reference`. The legacy one is what the customer was registered with, the one of akepa what the run of KYC was started with.',
    example: [
      'const { data } = await client.get(`/customer/kyc/status/${id}`);',
      'use(data.data.customer.reference);',
    ],
  },
  AK335: {
    code: 'AK335',
    title: 'The answer is read in a file that is not part of the run',
    missing:
      'The answer is read in {file}, which this run does not change, and its shape changes with {successor}',
    advice: 'Run migrate over the whole project, or move that reader by hand with this call',
    args: { file: 'src/lib/unwrap.ts', successor: 'POST /akepa/status' },
    why: 'A reader and the call whose answer it reads have to move together. migrate changes the files that it was given, those with a legacy path in them, what imports them, and what these import.',
    example: [
      '// src/lib/unwrap.ts',
      "export const isApproved = (answer) => answer.data.kyc.status === 'APPROVED';",
      '',
      '// npx akepa-migrate migrate src/kyc.ts',
      '// src/kyc.ts',
      "import { isApproved } from './lib/unwrap';",
      'const { data } = await client.get(`/customer/kyc/status/${id}`);',
      'if (isApproved(data)) approve(id);',
    ],
  },
  AK336: {
    code: 'AK336',
    title: 'A webhook handler reads a legacy body',
    missing:
      'This serves the webhook of POST /customer/kyc/init and asks for `{source}`, which the webhook of akepa does not send',
    advice:
      'Read `data.status` and `data.outcome` (`completed` and `Approved`) and `data.applicationId` here, then run migrate again',
    args: { source: 'request.body.data.kyc' },
    why: 'akepa sends another body, which is documented; what the legacy API sends is not, so that the handler can not be rewritten for certain. An init that moved before its handler would be told of, and nobody would listen.',
    example: [
      "app.post('/hooks/kyc', (request, response) => {",
      "  if (request.body.data.kyc.status === 'APPROVED') approve(request.body.data.customer.customerId);",
      '  response.end();',
      '});',
      "await client.post('/customer/kyc/init', { customerId, webhookURL: 'https://app.example.com/hooks/kyc' });",
    ],
  },
  AK342: {
    code: 'AK342',
    title: 'A cache that keeps no POST',
    missing: 'The answer is kept by {cache}, which keeps answers of GET, and {successor} takes its place',
    advice: 'Take the cache off, or keep the answer in one of your own, then run migrate again',
    args: { cache: '`next`', successor: 'POST /akepa/status' },
    why: 'A status that came out of a cache would be asked for each time after the rewrite: what the program shows, how often it asks and what the service is billed for would change.',
    example: ['await fetch(`${BASE}/customer/kyc/status/${id}`, { next: { revalidate: 60 } });'],
  },
  AK344: {
    code: 'AK344',
    title: 'A retry that is made for GET only',
    missing:
      '{client} makes the `retry` that is asked for here for GET and not for POST, and {successor} takes its place',
    advice:
      "Name the methods, such as `methods: ['GET', 'POST']`, or take the retry off, then run migrate again",
    args: { client: 'got', successor: 'POST /akepa/status' },
    why: 'After the rewrite a server error would reach the program at once, where it is tried again today. Whether a POST may be sent twice is for the program to say.',
    example: [
      "import got from 'got';",
      'await got(`${BASE}/customer/kyc/status/${id}`, { retry: { limit: 2 } });',
    ],
  },
  AK345: {
    code: 'AK345',
    title: 'A URL that is the key of a cache',
    missing:
      'The URL is the key under which SWR keeps the answer, and {fetcher} sends nothing but it; {successor} takes a body',
    advice:
      "Give this read a fetcher of its own that posts `customerId` and `applicationId`, under a key such as `['kyc-status', customerId]`",
    args: { fetcher: '`fetcher`', successor: 'POST /akepa/status' },
    why: 'What SWR keeps is known by its key: the key has to tell one customer from another, which the path of akepa does not, and the fetcher that gets it has to send the body. Others may share the fetcher, and `mutate` may name the same key elsewhere.',
    example: [
      "import useSWR from 'swr';",
      'const fetcher = (url: string) => fetch(url).then((response) => response.json());',
      'export const useKyc = (id: string) => useSWR(`${BASE}/customer/kyc/status/${id}`, fetcher);',
    ],
  },
} satisfies TodoTable;
