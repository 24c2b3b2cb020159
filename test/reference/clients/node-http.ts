import { createReadStream } from 'node:fs';
import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';

import FormData from 'form-data';

import { ApiError, type Client, type Envelope, tokenHeader } from './client.js';

/**
 * node:http or node:https, as the URL says.
 *
 * @param ca certificate to trust
 */
export function connectNode(baseUrl: string, token?: string, ca?: string): Client {
  const { request } = baseUrl.startsWith('https:') ? https : http;

  function send(
    path: string,
    options: RequestOptions,
    write: (outgoing: ClientRequest) => void,
  ): Promise<Envelope> {
    return new Promise((resolve, reject) => {
      const headers = { ...tokenHeader(token), ...options.headers };
      const outgoing = request(baseUrl + path, { ...options, ...(ca !== undefined && { ca }), headers });
      outgoing.on('error', reject);
      outgoing.on('response', (incoming) => void read(incoming).then(resolve, reject));
      write(outgoing);
    });
  }
  return {
    get: (path) => send(path, { method: 'GET' }, (outgoing) => outgoing.end()),
    post(path, body) {
      const headers = { 'Content-Type': 'application/json' };
      return send(path, { method: 'POST', headers }, (outgoing) => {
        if (body !== undefined) outgoing.write(JSON.stringify(body));
        outgoing.end();
      });
    },
    upload(path, file) {
      const form = new FormData();
      form.append('file', createReadStream(file));
      return send(path, { method: 'POST', headers: form.getHeaders() }, (outgoing) => form.pipe(outgoing));
    },
  };
}

async function read(incoming: IncomingMessage): Promise<Envelope> {
  const answer: unknown = JSON.parse(await text(incoming));
  if (incoming.statusCode !== 200) throw new ApiError(incoming.statusCode, answer);
  return answer as Envelope;
}
