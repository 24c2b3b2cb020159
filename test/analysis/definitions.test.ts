import { expect, test } from 'vitest';

import { analysed } from './calls.js';

function definitions(source: string): string[] {
  return analysed(source, 'src/kyc.tsx').definitions.map(({ endpoint }) => endpoint);
}

test.each([
  ["a wrapper's argument", "submit('/document/generate', body);", 'document-generate'],
  ['a template', 'send(`${base}/document/upload/${id}`);', 'document-upload'],
  ['a constant', "export const LINK = '/customer/kyc/document-link';", 'kyc-document-link'],
  ['an endpoint map', "export const PATHS = { init: '/customer/kyc/init' } as const;", 'kyc-init'],
  ['a map that is read', "const PATHS = { init: '/customer/kyc/init' }; submit(PATHS.init);", 'kyc-init'],
  ['a map that is handed on', "const PATHS = { init: '/customer/kyc/init' }; connect(PATHS);", 'kyc-init'],
  ['pieces', "send('/document/upload/' + id);", 'document-upload'],
  ['a path behind a constant', 'const DOC = "/document"; send(`${DOC}/upload/${id}`);', 'document-upload'],
  ['a joined list', "send(['', 'document', 'upload', id].join('/'));", 'document-upload'],
  ['an enum', "enum Path { Cards = '/card/list/:customerId' }", 'card-list'],
  ['a field', "class Api { readonly status = '/customer/kyc/status/:customerId'; }", 'kyc-status'],
  [
    'a contract',
    "c.router({ a: { method: 'POST', path: '/document/generate', responses: {} } });",
    'document-generate',
  ],
  ['JSX', '<Form action="/document/generate" />;', 'document-generate'],
])('a path in %s that no call uses is a definition', (_, source, endpoint) => {
  expect(definitions(source)).toEqual([endpoint]);
});

test.each([
  ['a call uses it', "fetch('/document/generate', { method: 'POST' });"],
  [
    'a call uses it through a constant',
    "const PATH = '/document/generate'; fetch(PATH, { method: 'POST' });",
  ],
  ['a less certain call uses it', "fetch('/api/v1/document/generate', { method: 'POST' });"],
  ["it is a server's own route", "app.post('/document/generate', (request, response) => response.end());"],
  [
    "it is a route of a server's package",
    "import { Router } from 'express'; const r = Router(); r.post('/document/generate', kyc.create);",
  ],
  [
    "it is a controller's",
    "import { Post } from '@nestjs/common'; class A { @Post('/document/generate') b() {} }",
  ],
  ['it is a route of a router', "const routes = [{ path: '/document/generate', component: Generate }];"],
  ['it is a route in JSX', '<Route path="/document/generate" element={<Generate />} />;'],
  ['it is a link', '<NavLink to={`/document/upload/${id}`}>New</NavLink>;'],
  ['it is a text', "const texts = { '/document/generate': 'New document' };"],
  ["it is an API's description", "const paths = { '/document/generate': { post: {} } };"],
  [
    'it is an operation',
    "registry.registerPath({ path: '/document/generate', method: 'post', responses: {} });",
  ],
  ['it is the meta of a procedure', "meta({ openapi: { method: 'POST', path: '/document/generate' } });"],
  ['it is a reference of a schema', "const schema = { $ref: '/document/generate' };"],
  ['it is the title of a test', "describe('/document/generate', () => {});"],
  ['it is the key of a type', "interface Paths { '/document/generate': string }"],
  ['it is a module that is loaded', "import('/document/generate');"],
  ['nothing reads it', "const PATHS = { init: '/customer/kyc/init', a: '/a' }; post(PATHS.a);"],
  ['it is a module', "import '/document/generate';"],
  ['it is a type', "type Path = '/document/generate';"],
  ['it stands in a comment', '// /document/generate'],
  ['it is an i18n key', "t('document/generate.title');"],
  ['it is a live path', "send('/customer/init');"],
  ['it is behind another prefix', "send('/help/document/generate');"],
])('a path is none when %s', (_, source) => {
  expect(definitions(source)).toEqual([]);
});
