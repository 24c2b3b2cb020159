import superagent from 'superagent';

import { ApiError, type Connect, type Envelope, tokenHeader } from './client.js';

/** superagent, with `.attach` for files. */
export const connectSuperagent: Connect = (baseUrl, token) => {
  async function send(request: superagent.SuperAgentRequest): Promise<Envelope> {
    try {
      const response = await request.set(tokenHeader(token));
      return response.body as Envelope;
    } catch (error) {
      const response = responseOf(error);
      if (response) throw new ApiError(response.status, response.body);
      throw error;
    }
  }
  return {
    get: (path) => send(superagent.get(baseUrl + path)),
    post: (path, body) => send(superagent.post(baseUrl + path).send(body as object | undefined)),
    upload: (path, file) => send(superagent.post(baseUrl + path).attach('file', file)),
  };
};

function responseOf(error: unknown): superagent.Response | undefined {
  return error instanceof Error ? (error as superagent.ResponseError).response : undefined;
}
