import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';

import ky, { HTTPError, type Options } from 'ky';

import { ApiError, type Connect, type Envelope, tokenHeader } from './client.js';

/** ky. */
export const connectKy: Connect = (prefixUrl, token) => {
  const api = ky.create({ prefixUrl, headers: tokenHeader(token), retry: 0 });

  async function send(method: string, path: string, options: Options = {}): Promise<Envelope> {
    try {
      // `prefixUrl` takes paths without a slash.
      return await api(path.slice(1), { ...options, method }).json<Envelope>();
    } catch (error) {
      if (error instanceof HTTPError) throw new ApiError(error.response.status, await error.response.json());
      throw error;
    }
  }
  return {
    get: (path) => send('GET', path),
    post: (path, json) => send('POST', path, json === undefined ? {} : { json }),
    async upload(path, file) {
      const body = new FormData();
      body.append('file', await openAsBlob(file), basename(file));
      return send('POST', path, { body });
    },
  };
};
