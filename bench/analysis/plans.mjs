import { lines, one } from './lines.mjs';

const CLIENT =
  "import axios from 'axios';\nconst api = axios.create({ baseURL: process.env.CONNECTFI_BASE_URL });";
const STATUS = 'api.get(`/customer/kyc/status/${customerId}`)';

/** What could make a migration slow; see WORST in worst.mjs. All of the files are migrated. */
export const PLANS = {
  'functions with a call each': {
    size: 500,
    files: (count) =>
      one(
        CLIENT,
        lines(count, (i) => `export async function f${i}(customerId: string) {\n  await ${STATUS};\n}`),
      ),
  },
  'calls in one function': {
    size: 500,
    files: (count) =>
      one(
        CLIENT,
        'export async function all(customerId: string) {',
        lines(count, () => `  await ${STATUS};`),
        '}',
      ),
  },
  'methods with a call each': {
    size: 500,
    files: (count) =>
      one(
        CLIENT,
        'export class Api {',
        lines(count, (i) => `  m${i}(customerId: string) { return ${STATUS}; }`),
        '}',
      ),
  },
  'answers that are read': {
    size: 500,
    files: (count) =>
      one(
        CLIENT,
        lines(
          count,
          (i) =>
            `export async function f${i}() {\n  const made = await api.post('/document/generate');\n  return made.data.data.id;\n}`,
        ),
      ),
  },
  'functions with a call each, that call each other': {
    size: 300,
    files: (count) =>
      one(
        CLIENT,
        lines(
          count,
          (i) =>
            `export async function f${i}(customerId: string) {\n  await f${(i * 7 + 3) % count}(customerId); await f${(i + 1) % count}(customerId);\n  await api.post('/customer/kyc/document-link', { customerId, separateDocumentId: 'd${i}' });\n}`,
        ),
      ),
  },
  'calls with one path': {
    size: 500,
    files: (count) =>
      one(
        CLIENT,
        "const STATUS = '/customer/kyc/status/';",
        lines(count, (i) => `export const f${i} = (id: string) => api.get(STATUS + id);`),
      ),
  },
  'calls of one wrapper': {
    size: 500,
    files: (count) =>
      one(
        CLIENT,
        'const send = (path: string, body?: unknown) => api.post(path, body);',
        lines(
          count,
          (i) => `export const f${i} = (customerId: string) => send('/customer/kyc/init', { customerId });`,
        ),
      ),
  },
  'test doubles': {
    size: 300,
    files: (count) =>
      one(
        "import nock from 'nock';",
        CLIENT,
        lines(count, (i) => `nock('https://x.test').get('/customer/kyc/status/c${i}').reply(200, {});`),
        `export const f = (customerId: string) => ${STATUS};`,
      ),
  },
  'files that pass an id on': {
    size: 150,
    files: (count) =>
      Object.fromEntries(
        lines(count, (i) => {
          const next = (i + 1) % count;
          return [
            `f${i}.ts`,
            `import { f${next} } from './f${next}';\n${CLIENT}\nexport const f${i} = async () => {\n  const made = await api.post('/document/generate');\n  return f${next}(made.data.data.id);\n};\n`,
          ];
        }),
      ),
  },
};
