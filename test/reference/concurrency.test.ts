import { afterEach, beforeEach, expect, test } from 'vitest';

import { createApp } from '../../src/reference/app.js';
import { type Served, serveApp } from '../../src/reference/serve.js';

interface Answer {
  readonly code: string;
  readonly message?: string;
  readonly context?: unknown;
  readonly data?: {
    readonly id?: string;
    readonly customerId?: string;
    readonly applicationId?: string;
    readonly status?: string;
    readonly kycDocumentList?: readonly { readonly id: string; readonly uploadStatus: boolean }[];
  };
}

const AT_ONCE = 50;
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

let served: Served;
let token: string;

beforeEach(async () => {
  const app = createApp();
  token = app.issueToken();
  served = await serveApp(app);
});

afterEach(() => served.close());

test(`${AT_ONCE} links of one separate document into one slot: one gets through`, async () => {
  const customerId = await newCustomer();
  const [front] = await slotsOf(customerId);
  const separateDocumentId = await uploadedSeparate();
  const answers = await atOnce(() =>
    post('/customer/kyc/document-link', { customerId, documentId: front?.id, separateDocumentId }),
  );
  expectOne(answers, `Document ${separateDocumentId} not found`);
  const filled = (await slotsOf(customerId)).map(({ uploadStatus }) => uploadStatus);
  expect(filled).toEqual([true, false]);
});

test(`${AT_ONCE} links of one separate document into two slots: one slot gets it`, async () => {
  const customerId = await newCustomer();
  const slots = await slotsOf(customerId);
  const separateDocumentId = await uploadedSeparate();
  const answers = await atOnce((index) =>
    post('/customer/kyc/document-link', { customerId, documentId: slots[index % 2]?.id, separateDocumentId }),
  );
  expectOne(answers, `Document ${separateDocumentId} not found`);
  const filled = (await slotsOf(customerId)).map(({ uploadStatus }) => uploadStatus);
  expect(filled.toSorted()).toEqual([false, true]);
});

test(`${AT_ONCE} identifications with one reference: one application is made`, async () => {
  const customerId = await newCustomer();
  const answers = await atOnce(() => post('/akepa/identification', { customerId, reference: 'run1' }));
  const [made, ...refused] = byOutcome(answers);
  expect(made).toMatchObject({ code: '0', data: { status: 'pending_step_up' } });
  expect(refused).toHaveLength(AT_ONCE - 1);
  for (const answer of refused)
    expect(answer).toMatchObject({
      code: 'referenceExists',
      context: { reference: 'run1', entityId: made?.data?.applicationId },
    });
});

test(`${AT_ONCE} updates with one document attach it once`, async () => {
  const customerId = await newCustomer();
  const { data } = await post('/akepa/identification', { customerId, reference: 'run1' });
  const applicationId = data?.applicationId;
  const documents = [{ entityId: customerId, documentId: await uploadedAkepa() }];
  const answers = await atOnce(() => post('/akepa/update', { customerId, applicationId, documents }));
  const [attached, ...refused] = byOutcome(answers);
  // Counted twice, it would have been the front and the back.
  expect(attached).toMatchObject({ code: '0', data: { status: 'pending_step_up' } });
  expect(refused).toHaveLength(AT_ONCE - 1);
  for (const answer of refused)
    expect(answer).toMatchObject({ code: 'notDocumented', context: { unknown: 'update.reused-document' } });
  const { data: now } = await post('/akepa/status', { customerId, applicationId });
  expect(now?.status).toBe('pending_step_up');
});

test(`${AT_ONCE} documents generated at once have ids of their own`, async () => {
  const answers = await atOnce(() => post('/document/generate'));
  expect(new Set(answers.map(({ data }) => data?.id)).size).toBe(AT_ONCE);
});

/** Exactly one went through, the others were refused with `documentNotFound`. */
function expectOne(answers: readonly Answer[], message: string): void {
  const [linked, ...refused] = byOutcome(answers);
  expect(linked?.code).toBe('0');
  expect(refused.map(({ code, message: text }) => [code, text])).toEqual(
    Array.from({ length: AT_ONCE - 1 }, () => ['documentNotFound', message]),
  );
}

/** What went through first. */
function byOutcome(answers: readonly Answer[]): Answer[] {
  return answers.toSorted((a, b) => Number(b.code === '0') - Number(a.code === '0'));
}

function atOnce(call: (index: number) => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: AT_ONCE }, (_, index) => call(index)));
}

async function newCustomer(): Promise<string> {
  const body = { customerReference: 'jane', customerType: 'individual', customer: { lastName: 'Doe' } };
  return textOf((await post('/customer/init', body)).data?.customerId);
}

async function slotsOf(customerId: string): Promise<readonly { id: string; uploadStatus: boolean }[]> {
  // Starting KYC again answers with the KYC that there is.
  return (await post('/customer/kyc/init', { customerId })).data?.kycDocumentList ?? [];
}

async function uploadedSeparate(): Promise<string> {
  const id = textOf((await post('/document/generate')).data?.id);
  expect((await upload(`/document/upload/${id}`)).code).toBe('0');
  return id;
}

async function uploadedAkepa(): Promise<string> {
  const body = { workflow: 'PERSONAL', name: 'license', extension: 'jpg', type: 'license' };
  const id = textOf((await post('/akepa/document/generate', body)).data?.id);
  expect((await upload(`/akepa/document/upload/${id}`)).code).toBe('0');
  return id;
}

function upload(path: string): Promise<Answer> {
  const form = new FormData();
  form.append('file', new File([JPEG], 'front.jpg'));
  return send(path, { method: 'POST', body: form, headers: { 'x-connectfi-token': token } });
}

function post(path: string, body?: unknown): Promise<Answer> {
  return send(path, {
    method: 'POST',
    headers: { 'x-connectfi-token': token, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function send(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(served.url + path, init);
  // The reference's own envelope; the contract test checks it.
  return (await response.json()) as Answer;
}

function textOf(value: string | undefined): string {
  if (value === undefined) throw new Error('The answer holds no id');
  return value;
}
