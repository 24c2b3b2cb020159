import { createReadStream } from 'node:fs';
import path from 'node:path';
import axios from 'axios';
import FormData from 'form-data';
import type { Answer, SeparateDocument } from './connectfi.js';

const PATHS = {
  generate: '/document/generate',
  upload: '/document/upload',
  link: '/customer/kyc/document-link',
} as const;

const token = process.env.CONNECTFI_TOKEN ?? '';
const connectfi = axios.create({
  baseURL: process.env.CONNECTFI_BASE_URL,
  headers: { 'x-connectfi-token': token },
});

export interface SupportingDocument {
  customerId: string;
  slotId: string;
  /** What the customer says it is; free text of the form. */
  kind: string;
  file: string;
}

export async function submitSupportingDocument(document: SupportingDocument): Promise<void> {
  const { customerId, slotId, kind, file } = document;
  const separateDocumentId = await generate();
  await upload(separateDocumentId, kind, file);
  await link(customerId, slotId, separateDocumentId);
  console.info('supporting document linked', { customerId, kind, separateDocumentId });
}

async function generate(): Promise<string> {
  const answer = await connectfi.post<Answer<SeparateDocument>>(PATHS.generate);
  return answer.data.data.id;
}

async function upload(separateDocumentId: string, kind: string, file: string): Promise<void> {
  const form = new FormData();
  form.append('file', createReadStream(file), fileName(kind, file));
  await connectfi.post(`${PATHS.upload}/${separateDocumentId}`, form, {
    headers: form.getHeaders(),
  });
}

async function link(customerId: string, slotId: string, separateDocumentId: string): Promise<void> {
  await connectfi.post(PATHS.link, { customerId, documentId: slotId, separateDocumentId });
}

function fileName(kind: string, file: string): string {
  // Free text must not reach the multipart header.
  const stem = kind.toLowerCase().replace(/[^a-z0-9]+/g, '-') || 'document';
  return stem + path.extname(file);
}
