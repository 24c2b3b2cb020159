import type { Entity } from '../syntax/entity.js';
import { argument, type Client, type Request, statedMethod, WHOLE_ANSWER } from './client.js';
import { headerNames } from './headers.js';

const PACKAGES = ['react-native-blob-util', 'rn-fetch-blob', 'react-native-fetch-blob'];

/** React Native's uploads: `RNFetchBlob.fetch('POST', url, headers, parts)`, also behind `.config({ … })`. */
export const blobUtil: Client = {
  id: 'blob-util',
  marks: { packages: PACKAGES },
  request(site) {
    if (!isFetch(site.callee)) return undefined;
    const headers = argument(site, 2);
    return {
      method: statedMethod(argument(site, 0)),
      url: argument(site, 1),
      base: [],
      headerNames: headers ? headerNames(headers) : [],
      payload: { kind: 'fixed', why: 'it is sent by native code' },
      body: undefined,
      answer: WHOLE_ANSWER,
    } satisfies Request;
  },
};

function isFetch(callee: Entity): boolean {
  if (callee.path.at(-1) !== 'fetch') return false;
  const root = callee.kind === 'result' ? callee.of : callee;
  if (callee.kind === 'result' && root.path.at(-1) !== 'config') return false;
  return root.kind === 'module' && PACKAGES.includes(root.source);
}
