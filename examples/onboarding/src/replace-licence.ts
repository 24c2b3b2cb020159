import { createReadStream } from 'node:fs';
import axios from 'axios';
import FormData from 'form-data';
import type { Answer, DocumentSide, KycState, SeparateDocument } from './connectfi.js';

const BASE = process.env.CONNECTFI_BASE_URL;
const TOKEN = process.env.CONNECTFI_TOKEN ?? '';

/** Swaps one side of an approved customer's licence; false when the customer is not approved. */
export async function replaceApprovedLicence(
  customerId: string,
  side: DocumentSide,
  scan: string,
): Promise<boolean> {
  const state = await readKyc(customerId);
  if (state.kyc.status !== 'APPROVED') return false;

  const slot = state.kycDocumentList.find(
    ({ type, documentSide }) => type === 'LICENSE' && documentSide === side,
  );
  if (!slot) throw new Error(`Customer ${customerId} has no slot for the licence's ${side}`);

  const separateDocumentId = await generate();
  await upload(separateDocumentId, scan);
  // Linking overwrites the slot's file even after approval; uploading into the slot does not.
  await link(customerId, slot.id, separateDocumentId);
  return true;
}

async function readKyc(customerId: string): Promise<KycState> {
  const config = {
    method: 'GET',
    url: `${BASE}/customer/kyc/status/${customerId}`,
    headers: { 'x-connectfi-token': TOKEN },
  };
  const answer = await axios.request<Answer<KycState>>(config);
  return answer.data.data;
}

async function generate(): Promise<string> {
  const config = {
    method: 'POST',
    url: `${BASE}/document/generate`,
    headers: { 'x-connectfi-token': TOKEN },
  };
  const answer = await axios.request<Answer<SeparateDocument>>(config);
  return answer.data.data.id;
}

async function upload(separateDocumentId: string, scan: string): Promise<void> {
  const data = new FormData();
  data.append('file', createReadStream(scan), 'licence.jpg');
  const config = {
    method: 'POST',
    url: `${BASE}/document/upload/${separateDocumentId}`,
    headers: { ...data.getHeaders(), 'x-connectfi-token': TOKEN },
    data,
  };
  await axios.request(config);
}

async function link(customerId: string, slotId: string, separateDocumentId: string): Promise<void> {
  const data = { customerId, documentId: slotId, separateDocumentId };
  const config = {
    method: 'POST',
    url: `${BASE}/customer/kyc/document-link`,
    headers: { 'Content-Type': 'application/json', 'x-connectfi-token': TOKEN },
    data,
  };
  await axios.request(config);
}
