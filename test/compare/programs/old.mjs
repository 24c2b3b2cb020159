// Generates, uploads and links the two files of a licence.
import { call, customerId, files, isUploading, run, slots } from './client.mjs';

await run(async () => {
  for (const [index, file] of files.entries()) {
    const { id } = await call('POST', '/document/generate');
    if (isUploading) await call('POST', `/document/upload/${id}`, file);
    const link = { customerId, documentId: slots[index], separateDocumentId: id };
    await call('POST', '/customer/kyc/document-link', link);
  }
  const { kyc } = await call('GET', `/customer/kyc/status/${customerId}`);
  console.log(`KYC of ${customerId}: ${kyc.status}`);
});
