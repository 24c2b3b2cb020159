import { createReadStream } from 'node:fs';
import path from 'node:path';
import axios from 'axios';
import FormData from 'form-data';
import type { Answer, DocumentSide, KycSlot, KycState } from './connectfi.js';

export type Scans = Partial<Record<DocumentSide, string>>;

const token = process.env.CONNECTFI_TOKEN ?? '';
const connectfi = axios.create({
  baseURL: process.env.CONNECTFI_BASE_URL,
  headers: { 'x-connectfi-token': token },
});

/** Starts KYC at the branch, where the scans are at hand, and answers the slots still empty. */
export async function startWithScans(
  customerId: string,
  webhookURL: string,
  scans: Scans,
): Promise<KycSlot[]> {
  const slots = await openSlots(customerId, webhookURL);
  const left: KycSlot[] = [];
  // One at a time: the branch lines are slow, and a failed scan is then the last one sent.
  for (const slot of slots) {
    const scan = scans[slot.documentSide];
    if (scan) await fillSlot(customerId, slot.id, scan);
    else left.push(slot);
  }
  return left;
}

async function openSlots(customerId: string, webhookURL: string): Promise<KycSlot[]> {
  const body = { customerId, syncMode: false, webhookURL };
  const { data: answer } = await connectfi.post<Answer<KycState>>('/customer/kyc/init', body);
  return answer.data.kycDocumentList.filter((slot) => !slot.uploadStatus);
}

async function fillSlot(customerId: string, documentId: string, scan: string): Promise<void> {
  const form = new FormData();
  form.append('file', createReadStream(scan), path.basename(scan));
  const answer = await connectfi.post<Answer<KycState>>(
    `/customer/kyc/upload/${customerId}/${documentId}`,
    form,
    { headers: form.getHeaders() },
  );
  const slot = answer.data.data.kycDocumentList.find(({ id }) => id === documentId);
  if (!slot?.uploadStatus) throw new Error(`Slot ${documentId} is still empty after the upload`);
}
