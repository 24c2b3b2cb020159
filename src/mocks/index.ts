import { angular } from './angular.js';
import { axiosMockAdapter } from './axios-mock-adapter.js';
import { cypress } from './cypress.js';
import { fetchMock } from './fetch-mock.js';
import { jest } from './jest.js';
import type { MockLibrary } from './mock.js';
import { msw } from './msw.js';
import { nock } from './nock.js';
import { playwright } from './playwright.js';
import { undici } from './undici.js';

/** Every library; the first that recognises a call answers for it. */
export const MOCK_LIBRARIES: readonly MockLibrary[] = [
  angular,
  axiosMockAdapter,
  cypress,
  fetchMock,
  jest,
  msw,
  nock,
  playwright,
  undici,
];
