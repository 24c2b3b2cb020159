import { createReadStream } from 'node:fs';

import axios from 'axios';
import FormData from 'form-data';

import { ApiError, type Connect, type Envelope, tokenHeader } from './client.js';

/** axios, with form-data for files as in the vendor's snippets. */
export const connectAxios: Connect = (baseURL, token) => {
  const api = axios.create({ baseURL, headers: tokenHeader(token) });
  api.interceptors.response.use(undefined, (error: unknown) => {
    if (axios.isAxiosError(error)) throw new ApiError(error.response?.status, error.response?.data);
    throw error;
  });
  return {
    get: async (path) => (await api.get<Envelope>(path)).data,
    post: async (path, body) => (await api.post<Envelope>(path, body)).data,
    async upload(path, file) {
      const form = new FormData();
      form.append('file', createReadStream(file));
      return (await api.post<Envelope>(path, form, { headers: form.getHeaders() })).data;
    },
  };
};
