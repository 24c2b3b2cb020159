// The migrated counterpart: both documents in one update.
import { applicationId, call, customerId, entityId, files, isUploading, run } from './client.mjs';

await run(async () => {
  const documents = [];
  for (const file of files) {
    const body = { workflow: 'PERSONAL', name: 'license', extension: 'jpg', type: 'license' };
    const { id } = await call('POST', '/akepa/document/generate', body);
    if (isUploading) await call('POST', `/akepa/document/upload/${id}`, file);
    documents.push({ entityId, documentId: id });
  }
  await call('POST', '/akepa/update', { customerId, applicationId, documents });
  const { status, outcome } = await call('POST', '/akepa/status', { customerId, applicationId });
  console.log(`KYC of ${customerId}: ${outcome ?? status}`);
});
