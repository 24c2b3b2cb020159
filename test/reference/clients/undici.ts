import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';

import { FormData, request } from 'undici';

import { ApiError, type Connect, type Envelope, tokenHeader } from './client.js';

type Options = Parameters<typeof request>[1];

/** undici's `request` and FormData; a refusal is an answer like any other. */
export const connectUndici: Connect = (baseUrl, token) => {
  async function send(path: string, options: Options): Promise<Envelope> {
    const { statusCode, body } = await request(baseUrl + path, options);
    const answer: unknown = await body.json();
    if (statusCode >= 400) throw new ApiError(statusCode, answer);
    return answer as Envelope;
  }
  const headers = tokenHeader(token);
  return {
    get: (path) => send(path, { method: 'GET', headers }),
    post: (path, body) =>
      send(path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    async upload(path, file) {
      const body = new FormData();
      body.append('file', await openAsBlob(file), basename(file));
      return send(path, { method: 'POST', headers, body });
    },
  };
};
