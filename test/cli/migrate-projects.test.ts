import { expect, test } from 'vitest';

import type { MigrateReport } from '../../src/migrate.js';
import { akepa } from '../support/cli.js';
import { folder, read } from '../support/folder.js';

const PROJECT = {
  'src/urls.ts': "export const PATHS = { generate: '/document/generate' };\n",
  'src/http.ts': [
    "import axios from 'axios';",
    'export const post = (path: string, body?: unknown) =>',
    "  axios.post('https://api.connectfi.com' + path, body);",
    '',
  ].join('\n'),
  'src/documents.ts': [
    "import { post } from './http';",
    "import { PATHS } from './urls';",
    'export const create = async () => (await post(PATHS.generate, {})).data.data.id;',
    '',
  ].join('\n'),
  'test/documents.test.ts': [
    "import nock from 'nock';",
    "nock('https://api.connectfi.com').post('/document/generate').reply(200, { data: { id: 'sdoc_1' } });",
    '',
  ].join('\n'),
  'akepa.config.json': JSON.stringify({
    values: { workflow: 'PERSONAL', documentType: 'license', documentName: 'licence', extension: 'jpg' },
  }),
};

function outcomes(out: string): string[] {
  const { calls } = JSON.parse(out) as MigrateReport;
  return calls
    .map(({ file, outcome, todos }) => [file, outcome, ...todos.map(({ code }) => code)].join(' '))
    .sort();
}

test.concurrent('a path, a call through a wrapper and a double move in one run', async () => {
  const cwd = folder(PROJECT);
  const { out, err, code } = await akepa(['migrate', '--write', '--format', 'json'], { cwd });
  expect({ err, code }).toEqual({ err: '', code: 0 });
  expect(outcomes(out)).toEqual(['src/documents.ts rewritten', 'test/documents.test.ts rewritten']);
  expect(read(cwd, 'src/urls.ts')).toBe("export const PATHS = { generate: '/akepa/document/generate' };\n");
  expect(read(cwd, 'src/http.ts')).toBe(PROJECT['src/http.ts']);
  expect(read(cwd, 'test/documents.test.ts')).toContain(".post('/akepa/document/generate')");
  expect((await akepa(['check'], { cwd })).code).toBe(0);
});

test.concurrent('a run of one folder leaves what other folders may import', async () => {
  const cwd = folder(PROJECT);
  const { out, code } = await akepa(['migrate', 'src', '--format', 'json'], { cwd });
  expect(code).toBe(1);
  expect(outcomes(out)).toEqual(['src/documents.ts todo AK334']);
});
