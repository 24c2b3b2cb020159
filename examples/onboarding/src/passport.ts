import { readFile } from 'node:fs/promises';
import { refused, type Answer, type SeparateDocument } from './connectfi.js';

const BASE = process.env.CONNECTFI_BASE_URL;
const TOKEN = process.env.CONNECTFI_TOKEN ?? '';

/** Puts the scan of a passport's photo page into one of the customer's document slots. */
export async function addPassport(customerId: string, slotId: string, scan: string): Promise<void> {
  // Read first: an unreadable scan must not leave an empty document behind.
  const photoPage = new Blob([await readFile(scan)], { type: 'image/jpeg' });

  const res = await fetch(`${BASE}/document/generate`, {
    method: 'POST',
    headers: { 'x-connectfi-token': TOKEN },
  });
  if (!res.ok) throw await refused(res);
  const separateDocumentId = ((await res.json()) as Answer<SeparateDocument>).data.id;

  const form = new FormData();
  form.append('file', photoPage, 'passport.jpg');
  const uploaded = await fetch(`${BASE}/document/upload/${separateDocumentId}`, {
    method: 'POST',
    headers: { 'x-connectfi-token': TOKEN },
    body: form,
  });
  if (!uploaded.ok) throw await refused(uploaded);

  const linked = await fetch(`${BASE}/customer/kyc/document-link`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'x-connectfi-token': TOKEN },
    body: JSON.stringify({ customerId, documentId: slotId, separateDocumentId }),
  });
  if (!linked.ok) throw await refused(linked);
}
