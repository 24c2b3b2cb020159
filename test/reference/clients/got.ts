import { createReadStream } from 'node:fs';

import FormData from 'form-data';
import { got, HTTPError, type OptionsInit } from 'got';

import { ApiError, type Connect, type Envelope, tokenHeader } from './client.js';

/** got, with form-data for files. */
export const connectGot: Connect = (prefixUrl, token) => {
  const api = got.extend({ prefixUrl, headers: tokenHeader(token), retry: { limit: 0 } });

  async function send(method: 'GET' | 'POST', path: string, options: OptionsInit = {}): Promise<Envelope> {
    try {
      // `prefixUrl` takes paths without a slash.
      return await api(path.slice(1), { ...options, method, isStream: false }).json<Envelope>();
    } catch (error) {
      if (!(error instanceof HTTPError)) throw error;
      throw new ApiError(error.response.statusCode, JSON.parse(String(error.response.body)));
    }
  }
  return {
    get: (path) => send('GET', path),
    post: (path, json) => send('POST', path, json === undefined ? {} : { json }),
    upload(path, file) {
      const body = new FormData();
      body.append('file', createReadStream(file));
      return send('POST', path, { body, headers: body.getHeaders() });
    },
  };
};
