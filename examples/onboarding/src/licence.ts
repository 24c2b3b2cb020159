import { createReadStream } from 'node:fs';
import axios from 'axios';
import FormData from 'form-data';
import { explain, type Answer, type SeparateDocument } from './connectfi.js';

const BASE = process.env.CONNECTFI_BASE_URL;
const TOKEN = process.env.CONNECTFI_TOKEN ?? '';

/** Puts the scan of a driving licence into one of the customer's document slots. */
export async function addLicence(customerId: string, slotId: string, scan: string): Promise<void> {
  try {
    await handOver(customerId, slotId, scan);
  } catch (err) {
    throw explain(err);
  }
}

async function handOver(customerId: string, slotId: string, scan: string): Promise<void> {
  const generateConfig = {
    method: 'POST',
    url: `${BASE}/document/generate`,
    headers: { 'x-connectfi-token': TOKEN },
  };
  const generated = await axios.request<Answer<SeparateDocument>>(generateConfig);
  const separateDocumentId = generated.data.data.id;

  const form = new FormData();
  form.append('file', createReadStream(scan), 'licence.jpg');
  const uploadConfig = {
    method: 'POST',
    url: `${BASE}/document/upload/${separateDocumentId}`,
    headers: { ...form.getHeaders(), 'x-connectfi-token': TOKEN },
    data: form,
  };
  await axios.request(uploadConfig);

  const data = { customerId, documentId: slotId, separateDocumentId };
  const linkConfig = {
    method: 'POST',
    url: `${BASE}/customer/kyc/document-link`,
    headers: { 'Content-Type': 'application/json', 'x-connectfi-token': TOKEN },
    data,
  };
  await axios.request(linkConfig);
}
