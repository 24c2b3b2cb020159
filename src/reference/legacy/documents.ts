import { legacyDocumentNotFound } from '../refusal.js';
import type { LegacyRoute } from './index.js';

/** Makes a separate document. */
export const generateDocument: LegacyRoute<unknown> = {
  id: 'document-generate',
  body: 'none',
  handle(_call, world) {
    world.rely('generate.answer');
    const id = world.mint('sdoc');
    world.store.separateDocuments.set(id, { id });
    return { id, uploadStatus: false };
  },
};

/** Puts a file into a separate document. */
export const uploadDocument: LegacyRoute<unknown> = {
  id: 'document-upload',
  body: 'file',
  handle({ params, file }, world) {
    const id = params['documentId'] ?? '';
    const document = world.store.separateDocuments.get(id);
    if (!document) {
      world.rely('upload.document-unknown');
      throw legacyDocumentNotFound(id);
    }
    const { sha256, size, extension } = file();
    world.rely(document.file ? 'upload.overwrites' : 'upload.stores');
    document.file = { sha256, size, extension };
    return { id, uploadStatus: true, ...(extension === undefined ? {} : { extension }) };
  },
};
