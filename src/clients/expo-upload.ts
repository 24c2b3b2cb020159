import { evaluateKnown } from '../syntax/evaluate.js';
import { argument, type Client, type Method, option, type Request, WHOLE_ANSWER } from './client.js';
import { optionHeaders } from './headers.js';
import type { Term } from '../syntax/module.js';

const PACKAGES = ['expo-file-system', 'expo-file-system/legacy'];
const UPLOADS = ['uploadAsync', 'createUploadTask'];

/** Expo's uploads: `FileSystem.uploadAsync(url, file, { httpMethod: 'POST' })`. */
export const expoUpload: Client = {
  id: 'expo-upload',
  marks: { packages: PACKAGES },
  request(site) {
    const { callee } = site;
    if (callee.kind !== 'module' || !PACKAGES.includes(callee.source)) return undefined;
    if (callee.path.length !== 1 || !UPLOADS.includes(callee.path[0] ?? '')) return undefined;
    const options = argument(site, 2);
    return {
      method: methodOf(options),
      url: argument(site, 0),
      base: [],
      headerNames: optionHeaders(options),
      payload: { kind: 'fixed', why: 'it sends a file' },
      body: undefined,
      answer: WHOLE_ANSWER,
    } satisfies Request;
  },
};

/** POST where nothing else is said. */
function methodOf(options: Term | undefined): Method {
  const stated = option([options], 'httpMethod');
  return stated ? { value: evaluateKnown(stated)?.toUpperCase(), node: stated.node } : { value: 'POST' };
}
