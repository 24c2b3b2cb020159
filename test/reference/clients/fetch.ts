import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';

import { ApiError, type Connect, type Envelope, tokenHeader } from './client.js';

/** The global fetch and FormData. */
export const connectFetch: Connect = (baseUrl, token) => {
  async function send(path: string, init: RequestInit): Promise<Envelope> {
    const response = await fetch(baseUrl + path, init);
    const answer: unknown = await response.json();
    if (!response.ok) throw new ApiError(response.status, answer);
    return answer as Envelope;
  }
  const headers = tokenHeader(token);
  return {
    get: (path) => send(path, { headers }),
    post: (path, body) =>
      send(path, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    async upload(path, file) {
      const form = new FormData();
      form.append('file', await openAsBlob(file), basename(file));
      return send(path, { method: 'POST', headers, body: form });
    },
  };
};
