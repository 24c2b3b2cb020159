import { expect, test } from 'vitest';

import { hasMarker } from '../../src/endpoints/markers.js';

test.each([
  "fetch('/document/generate')",
  '`${root}document/upload/${id}`',
  "request('POST document/generate')",
  "['document', 'generate'].join('/')",
  "'/document' + '/generate'",
  '`${root}/document${action}`',
  "'/card' + '/list/' + id",
  "'/account/' + 'list/'",
  "import card from './card'; get('/card/list/' + id)",
  'nock(/./).post(/\\/document\\/generate/)',
  'http.post(/document-link/, answer)',
  "import { kyc } from './client'",
  "import kyc from '@bank/kyc'",
  '// TODO(akepa-migrate AK301): …',
  "expect(error.code).toBe('documentNotUploaded')",
])('looked into: %s', (text) => {
  expect(hasMarker(text)).toBe(true);
});

test.each([
  'document.title = title',
  'if (typeof document !== "undefined") document.body.append(card)',
  "import Document from './document'",
  "import Document from '../document/generate'",
  "const { list } = require('./card/list')",
  "jest.mock('../account/list')",
  "const row = { type: 'card', of: 'account' }",
  "get('/documents/1')",
  'expect(error.code).toBe("documentNotFound")',
])('left out: %s', (text) => {
  expect(hasMarker(text)).toBe(false);
});
