import { documentNotFound } from '../refusal.js';
import type { FilePart } from '../body.js';
import type { AkepaRoute } from './index.js';

interface GenerateBody {
  readonly workflow: string;
  readonly extension: string;
  readonly type: string;
}

/** Makes a document of the declared kind. */
export const generateDocument: AkepaRoute<GenerateBody> = {
  id: 'akepa-document-generate',
  handle({ body: { workflow, extension, type } }, world) {
    world.rely('akepa-generate.answer');
    const id = world.mint('doc');
    world.store.akepaDocuments.set(id, { id, workflow, extension, type });
    return { id, uploadStatus: false };
  },
};

/** Puts a file into a document. */
export const uploadDocument: AkepaRoute<unknown> = {
  id: 'akepa-document-upload',
  handle({ params, file }, world) {
    const id = params['documentId'] ?? '';
    const document = world.store.akepaDocuments.get(id);
    if (!document) {
      world.rely('akepa-upload.document-unknown');
      throw documentNotFound(id);
    }
    if (document.file) return world.refuseUnknown('akepa-upload.repeat');
    const uploaded = file();
    const kind = kindOf(uploaded);
    if (kind !== undefined && kind !== document.extension)
      return world.refuseUnknown('akepa-upload.mismatch');
    world.rely('akepa-upload.answer');
    document.file = { sha256: uploaded.sha256, size: uploaded.size, extension: document.extension };
    return { id, uploadStatus: true, extension: document.extension };
  },
};

/** What the first bytes say, else the name. */
function kindOf({ signature, extension }: FilePart): string | undefined {
  return signature ?? (extension === 'jpeg' ? 'jpg' : extension);
}
