import type { LegacyId } from '../../src/endpoints/types.js';

/** Endpoints that have a recipe. */
export type RecipeId = Extract<
  LegacyId,
  'document-generate' | 'document-upload' | 'kyc-document-link' | 'kyc-init' | 'kyc-status' | 'kyc-upload'
>;

const LISTENERS =
  'AK310: listeners write and read it, and three in a row would have to pass the id between them';
const DECLARED = 'AK310: an endpoint declares one request, and three take a `queryFn`';
const HOST = 'it runs in a host that the tests do not have';

/** Recipes that are not done for a client, and why; a sample shows the TODO. */
export const TODO_CELLS: Readonly<Record<string, Readonly<Partial<Record<RecipeId, string>>>>> = {
  'node-http': { 'kyc-upload': LISTENERS },
  'rtk-query': { 'kyc-upload': DECLARED },
  'xml-http-request': { 'kyc-upload': LISTENERS },
};

/** Clients none of whose recipes has a sample with a rewrite, and why. */
export const TODO_CLIENTS: Readonly<Record<string, string>> = {
  apisauce: HOST,
  'axios-hooks': 'a hook sends it and reads the answer',
  'blob-util': HOST,
  'capacitor-http': HOST,
  cypress: 'later commands read the answer',
  'expo-upload': HOST,
  'mini-program': HOST,
  n8n: HOST,
  pipedream: HOST,
  retrofit: 'a decorator declares the request',
  'rxjs-ajax': 'an observable sends it, and what reads the answer is not in reach',
  swr: 'a fetcher that others share sends it, and a hook reads the answer',
  vueuse: 'what it answers is a value that changes',
  'wp-api-fetch': HOST,
};
