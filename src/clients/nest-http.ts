import { axiosRequest } from './axios.js';
import type { Client } from './client.js';
import { INJECTING, typedAs } from './instance.js';
import { isObserved } from './observer.js';

const TYPES = ['HttpService'];

/** Nest's `HttpService`, which has the methods of axios, and the instance of axios that it is made of. */
export const nestHttp: Client = {
  id: 'nest-http',
  marks: { packages: ['@nestjs/axios', '@nestjs/common', INJECTING] },
  request(site) {
    const { callee } = site;
    // Nest 8 and before have it in their common package.
    const [name, ...more] =
      typedAs(callee, '@nestjs/axios', TYPES) ?? typedAs(callee, '@nestjs/common', TYPES) ?? [];
    if (name === undefined) return undefined;
    const path = name === 'axiosRef' ? more : [name, ...more];
    const request = axiosRequest(site, { path, defaults: [], made: [] });
    return request && isObserved(site)
      ? { ...request, payload: { kind: 'stream', why: 'what reads the answer is not in reach' } }
      : request;
  },
};
