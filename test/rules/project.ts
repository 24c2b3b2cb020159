import type { Files } from '../support/folder.js';

/** A finding: file, line, rule. */
export type Found = readonly [file: string, line: number, rule: string];

const LEGACY = 'akepa/no-legacy-endpoint';
const TODO = 'akepa/no-leftover-todo';
const REQUEST = 'akepa/valid-akepa-request';

/** A small project in which every kind of file has a legacy call. */
export const FILES: Files = {
  'src/start.js': `#!/usr/bin/env node
import axios from 'axios';

export const start = (customerId) =>
  axios.post(\`\${process.env.CONNECTFI_URL}/customer/kyc/init\`, { customerId });
`,
  'src/bom.js': `\uFEFF'use strict';\r
import got from 'got';\r
// TODO(akepa-migrate AK301): A value is missing. Set it.\r
await got.post('https://api.connectfi.test/document/generate');\r
`,
  'src/link.cjs': `const axios = require('axios');
const client = axios.create({ baseURL: 'https://api.connectfi.test' });

module.exports = (body) => client.post('/customer/kyc/document-link', body);
`,
  'src/status.ts': `const BASE: string = process.env['CONNECTFI_URL']!;
interface Answer { readonly code: string }

export class Kyc<T extends Answer> {
  constructor(private readonly token: string) {}

  async status(id: string): Promise<T> {
    const answer = await fetch(\`\${BASE}/customer/kyc/status/\${id}\`, { headers: { 'x-connectfi-token': this.token } });
    return (await answer.json()) as T;
  }
}
`,
  'src/upload.tsx': `import ky from 'ky';

const api = ky.extend({ prefixUrl: 'https://api.connectfi.test/' });

export const Upload = ({ id }: { id: string }) => (
  <form
    onSubmit={async (event) => {
      // TODO(akepa-migrate AK303): It moves with another. Resolve that one first.
      await api.post(\`document/upload/\${id}\`, { body: new FormData(event.currentTarget) });
    }}
  >
    {/* TODO(akepa-migrate AK310): It becomes three. Move it by hand. */}
    <input type="file" />
  </form>
);
`,
  'src/other.ts': `import axios from 'axios';

await axios.post('https://docs.acme.com/api/v1/document/generate');
await axios.post('/akepa/document/generate', {});
`,
  'src/unrelated.js': 'export const path = import.meta.url;\n',
};

export const FINDINGS: readonly Found[] = [
  ['src/bom.js', 3, TODO],
  ['src/bom.js', 4, LEGACY],
  ['src/link.cjs', 4, LEGACY],
  ['src/other.ts', 4, REQUEST],
  ['src/start.js', 5, LEGACY],
  ['src/status.ts', 8, LEGACY],
  ['src/upload.tsx', 12, TODO],
  ['src/upload.tsx', 8, TODO],
  ['src/upload.tsx', 9, LEGACY],
];

/** What only `confidence: 'possible'` adds. */
export const POSSIBLE: readonly Found[] = [['src/other.ts', 3, LEGACY]];
