import { describe, expect, test } from 'vitest';

import { migrated } from './run.js';

const HEAD = [
  "import axios from 'axios';",
  "import got from 'got';",
  "import ky from 'ky';",
  "import request from 'superagent';",
  "import { applicationOf } from './applications.js';",
  'const BASE = process.env.CONNECTFI_BASE_URL;',
];
const GENERATE = 'axios.post(`${BASE}/document/generate`)';
const STATUS = 'axios.get(`${BASE}/customer/kyc/status/${id}`)';

function codes(...lines: readonly string[]): string {
  return migrated([...HEAD, ...lines]).calls.join();
}

/** The codes for a call in an async function of one parameter. */
function inFunction(...lines: readonly string[]): string {
  return codes(
    'export async function f(id: string): Promise<unknown> {',
    ...lines,
    '  return undefined;',
    '}',
  );
}

describe('what stays of a document', () => {
  test.each([
    `const { data } = await ${GENERATE}; use(data.data.id);`,
    `const { data: { data: { id: newId } } } = await ${GENERATE}; use(newId);`,
    `use((await ${GENERATE})?.data!.data['id']);`,
    `await ${GENERATE}.then(({ data }) => data.data).then((document) => use(document.id));`,
    `await ${GENERATE}.then(read); function read(answer) { use(answer.data.data.id); }`,
    `const answer = await ${GENERATE}; if (answer.status !== 200 || answer.data.code !== '0') throw answer.data.requestId;`,
    `const { data } = await ${GENERATE}; if (data.code !== '0') throw new Error(data.message); use(data.data.id);`,
    `let answer; answer = await ${GENERATE}; use(answer.data.data.id);`,
    `use((await (await fetch(\`\${BASE}/document/generate\`, { method: 'POST' })).json()).data.id);`,
    `const text = await (await fetch(\`\${BASE}/document/generate\`, { method: 'POST' })).text(); use(JSON.parse(text).data.id);`,
    `const res = await fetch(\`\${BASE}/document/generate\`, { method: 'POST' }); if (!res.ok) throw (await res.json()).message;`,
    `const res = await fetch(\`\${BASE}/document/generate\`, { method: 'POST' }); if (res.ok) use((await res.json()).data.id); else throw (await res.json()).message;`,
    `const { data } = await got.post(\`\${BASE}/document/generate\`).json<Answer>(); use(data.id);`,
    `const { body } = await request.post(\`\${BASE}/document/generate\`).retry(1).timeout(5).ok(Boolean); use(body.data.id);`,
    `store(await ${GENERATE});`,
  ])('%s', (line) => {
    expect(inFunction(line)).toBe('document-generate rewritten');
  });
});

describe('what does not stay', () => {
  test.each([
    ['AK307', `const { data } = await ${GENERATE}; use(data.data.uploadStatus);`],
    [
      'AK307',
      `const { data: { data: { id: newId, ...rest } } } = await ${GENERATE}; use(rest);`
        .replace('{ id: newId, ...rest }', '{ uploadStatus }')
        .replace('use(rest)', 'use(uploadStatus)'),
    ],
    [
      'AK307',
      `await ${GENERATE}.then((answer) => answer.data).then(({ data: { uploadStatus } }) => use(uploadStatus));`,
    ],
    ['AK307', `await ${GENERATE}.then(read); function read(answer) { use(answer.data.data.uploadStatus); }`],
    [
      'AK307',
      `use((await request.post(\`\${BASE}/document/generate\`).query({ a: 1 }).responseType('json')).body.data.uploadStatus);`,
    ],
    [
      'AK307',
      `request.post(\`\${BASE}/document/generate\`).end((error, answer) => use(answer.body.data.uploadStatus));`,
    ],
    ['AK307', `if ((await ${GENERATE}).data.data.uploadStatus) use();`],
    ['AK307', `let answer; while ((answer = await ${GENERATE}).data.data.uploadStatus) use();`],
    ['AK307', `console.log((await ${GENERATE}).data.data.extension);`],
    [
      'AK307',
      `const res = await fetch(\`\${BASE}/document/generate\`, { method: 'POST' }); if (res.status >= 200) use((await res.json()).data.uploadStatus);`,
    ],
    [
      'AK307',
      `const res = await fetch(\`\${BASE}/document/generate\`, { method: 'POST' }); if (res.status !== 404) use((await res.json()).data.uploadStatus);`,
    ],
    [
      'AK307',
      `const res = await fetch(\`\${BASE}/document/generate\`, { method: 'POST' }); if (res.ok) use((await res.json()).data.uploadStatus);`,
    ],
  ])('gets %s: %s', (code, line) => {
    expect(inFunction(line)).toBe(`document-generate ${code}`);
  });
});

describe('a superagent body', () => {
  test.each([
    [
      'kyc-init AK306',
      'await request.post(`${BASE}/customer/kyc/init`).send({ customerId: id }).send(more);',
    ],
    ['document-generate AK304', 'await request.post(`${BASE}/document/generate`).send({}).send(more);'],
    ['document-generate AK304', 'const r = request.post(`${BASE}/document/generate`); r.send({}); await r;'],
    [
      'document-upload AK311 AK314',
      "const r = request.post(`${BASE}/document/upload/${id}`); r.attach('document', buf, 'x.pdf'); await r;",
    ],
  ])('gets %s: %s', (expected, line) => {
    expect(inFunction(line).split(' ').toSorted()).toEqual(expected.split(' ').toSorted());
  });
});

test('an id with a fallback is copied with it', () => {
  const url = '`${BASE}/customer/kyc/status/${req.query.id ?? session.customerId}`';
  const { text } = migrated([...HEAD, `await axios.get(${url});`]);
  expect(text).toContain('customerId: req.query.id ?? session.customerId');
});

describe('the answer of a status', () => {
  test.each([
    ['AK307', `const { data } = await ${STATUS}; if (data.data.kyc.mode === 'APPROVED') use();`],
    ['AK318', `for (const slot of (await ${STATUS}).data.data.kycDocumentList) use(slot);`],
    ['AK318', `use((await ${STATUS}).data.data.kycDocumentList.map((slot) => slot.id));`],
    [
      'AK321 AK303',
      `const res = await fetch(\`\${BASE}/customer/kyc/status/\${id}\`); use((await res.json()).data.customer.kycStatus);`,
    ],
    ['AK307', `use((await ky.get(\`\${BASE}/customer/kyc/status/\${id}\`).json()).data.kyc);`],
    ['AK308', `const { data } = await ${STATUS}; return data.data;`],
    ['AK308', `return ${STATUS};`],
    ['AK308', `use((await ${STATUS}).data);`],
    ['AK308', `this.state = (await ${STATUS}).data.data;`],
    ['AK308', `const all = { status: await ${STATUS} }; use(all);`],
    ['AK308', `const [answer] = await Promise.all([${STATUS}]); use(answer);`],
    ['AK308', `const { data } = await ${STATUS}; use(data.data[id]);`],
    ['AK308', `const { data } = await ${STATUS}; const { ...all } = data.data; use(all);`],
    ['AK308', `${STATUS}.then(use);`],
    ['AK308', `ky.get(\`\${BASE}/customer/kyc/status/\${id}\`).then((res) => res.text()).then(use);`],
    ['AK307', `const res = await ${STATUS}; use(res.kyc.status);`],
    [
      'AK307',
      `const body = await got.get(\`\${BASE}/customer/kyc/status/\${id}\`, { resolveBodyOnly: true }); use(body.data.kyc);`,
    ],
    [
      'AK307',
      `const api = got.extend({ resolveBodyOnly: true }); use((await api(\`\${BASE}/customer/kyc/status/\${id}\`).json()).data.kyc);`,
    ],
    [
      'AK307',
      `const api = axios.create(); api.interceptors.response.use((r) => r.data); use((await api.get(\`\${BASE}/customer/kyc/status/\${id}\`)).status);`,
    ],
    ['AK308', `request.get(\`\${BASE}/customer/kyc/status/\${id}\`).pipe(reply);`],
    ['AK308', `got.stream(\`\${BASE}/customer/kyc/status/\${id}\`).pipe(reply);`],
    [
      'AK307',
      `await request.get(\`\${BASE}/customer/kyc/status/\${id}\`).ok((res) => res.body.data.kyc === 1);`,
    ],
    ['AK308', `await request.get(\`\${BASE}/customer/kyc/status/\${id}\`).parse((res, done) => store(res));`],
    ['AK307 AK308', `const { data } = await ${STATUS}; use(data.data, data.data.kyc);`],
  ])('gets %s: %s', (code, line) => {
    expect(inFunction(line)).toBe(`kyc-status ${code}`);
  });

  test.each([
    `await ${STATUS};`,
    `void (await ${STATUS});`,
    `const { status, headers } = await ${STATUS}; use(status, headers['x-request-id']);`,
    `console.log(JSON.stringify((await ${STATUS}).data, null, 2));`,
    `const res = await fetch(\`\${BASE}/customer/kyc/status/\${id}\`); await res.body?.cancel();`,
    `await request.get(\`\${BASE}/customer/kyc/status/\${id}\`).ok((res) => res.status < 500);`,
    `const api = axios.create(); api.interceptors.response.use((r) => r, fail); use((await api.get(\`\${BASE}/customer/kyc/status/\${id}\`)).status);`,
    `try { await ${STATUS}; } catch (err) { throw err.response.data.message; }`,
    `await ${STATUS}.catch((err) => use(err.response.data.code));`,
  ])('is not read: %s', (line) => {
    expect(inFunction(line)).toBe('kyc-status rewritten');
  });

  test('is followed through a function of the file to its callers', () => {
    const read = `const read = async (id: string) => (await ${STATUS}).data.data;`;
    expect(codes(read, 'if ((await read(customer)).kyc.status) use();')).toBe('kyc-status AK321 AK303');
    expect(codes(read, 'const { code } = await read(customer); use(code); await read(other);')).toBe(
      'kyc-status AK307',
    );
    expect(codes(read, 'await read(customer);')).toBe('kyc-status rewritten');
    expect(codes(read, 'customers.map(read);')).toBe('kyc-status AK308');
    expect(codes(`export ${read}`, 'await read(customer);')).toBe('kyc-status AK308');
    expect(codes(read, 'await read(customer);', 'export { read };')).toBe('kyc-status AK308');
  });

  test('that is exported leaves the file', () => {
    expect(codes("const id = 'cstap_1';", `export const answer = await ${STATUS};`)).toBe('kyc-status AK308');
  });
});
