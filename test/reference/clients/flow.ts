import { expect } from 'vitest';

import { ApiError, type Client, type Connect } from './client.js';

/** Paths of a licence's two sides. */
export interface Licence {
  readonly front: string;
  readonly back: string;
}

/** Links a licence on the legacy side until KYC is approved, then once more. */
export async function legacyFlow(connect: Connect, baseUrl: string, licence: Licence): Promise<void> {
  const { api, customerId } = await registered(connect, baseUrl);
  const { data } = await api.post('/customer/kyc/init', { customerId });
  const [front, back] = data.kycDocumentList ?? [];
  await linked(api, customerId, front?.id, licence.front);
  const waiting = await api.get(`/customer/kyc/status/${customerId}`);
  expect(waiting.data.kyc?.status).toBe('WAITING_DATA');
  const separateDocumentId = await linked(api, customerId, back?.id, licence.back);
  const { data: approved } = await api.get(`/customer/kyc/status/${customerId}`);
  expect(approved.kyc?.status).toBe('APPROVED');
  expect(approved.kycDocumentList).toMatchObject([
    { documentSide: 'FRONT', uploadStatus: true, extension: 'jpg' },
    { documentSide: 'BACK', uploadStatus: true, extension: 'png' },
  ]);
  const again = api.post('/customer/kyc/document-link', {
    customerId,
    documentId: back?.id,
    separateDocumentId,
  });
  expect(await refusalOf(again)).toMatchObject({
    status: 400,
    answer: { code: 'documentNotFound', message: `Document ${separateDocumentId} not found` },
  });
}

/** Attaches a licence on the akepa side until the application is completed, then asks for one that isn't there. */
export async function akepaFlow(connect: Connect, baseUrl: string, licence: Licence): Promise<void> {
  const { api, customerId } = await registered(connect, baseUrl);
  const { data } = await api.post('/akepa/identification', { reference: 'run1', customerId });
  expect(data.status).toBe('pending_step_up');
  const { applicationId } = data;
  const documents = [
    { entityId: customerId, documentId: await uploaded(api, 'jpg', licence.front) },
    { entityId: customerId, documentId: await uploaded(api, 'png', licence.back) },
  ];
  await api.post('/akepa/update', { customerId, applicationId, documents });
  const { data: completed } = await api.post('/akepa/status', { customerId, applicationId });
  expect(completed).toMatchObject({ status: 'completed', outcome: 'Approved' });
  const unknown = api.post('/akepa/status', { customerId, applicationId: 'iapp_unknown' });
  expect(await refusalOf(unknown)).toMatchObject({
    status: 404,
    answer: { code: 'applicationNotFound', context: { applicationId: 'iapp_unknown' } },
  });
}

async function registered(connect: Connect, baseUrl: string): Promise<{ api: Client; customerId: string }> {
  const user = { login: 'demo', password: 'demo' };
  const { data } = await connect(baseUrl).post('/auth/get-token', { user });
  const api = connect(baseUrl, textOf(data.token));
  const customer = { firstName: 'Jane', lastName: 'Doe' };
  const body = { customerReference: 'jane', customerType: 'individual', customer };
  return { api, customerId: textOf((await api.post('/customer/init', body)).data.customerId) };
}

/** @returns the separate document's id */
async function linked(
  api: Client,
  customerId: string,
  documentId: string | undefined,
  file: string,
): Promise<string> {
  const separateDocumentId = textOf((await api.post('/document/generate')).data.id);
  await api.upload(`/document/upload/${separateDocumentId}`, file);
  await api.post('/customer/kyc/document-link', { customerId, documentId, separateDocumentId });
  return separateDocumentId;
}

async function uploaded(api: Client, extension: string, file: string): Promise<string> {
  const body = { workflow: 'PERSONAL', name: 'license', extension, type: 'license' };
  const id = textOf((await api.post('/akepa/document/generate', body)).data.id);
  await api.upload(`/akepa/document/upload/${id}`, file);
  return id;
}

/** What a call was refused with; one that wasn't refused fails the test. */
async function refusalOf(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.then(
    (answer) => new Error(`Not refused: ${JSON.stringify(answer)}`),
    (reason: unknown) => reason,
  );
  if (error instanceof ApiError) return error;
  throw error;
}

function textOf(value: string | undefined): string {
  if (value === undefined) throw new Error('The answer lacks an id');
  return value;
}
