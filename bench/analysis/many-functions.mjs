import { AXIOS, LAST, lines, one, SEND } from './lines.mjs';

/** Functions, classes and modules, many of them; see WORST in worst.mjs. */
export const MANY_FUNCTIONS = {
  'parameters, and as many calls': {
    size: 200,
    files: (count) =>
      one(
        `function send(${lines(count, (i) => `p${i}: string`).join(', ')}) { return fetch(p${count - 1}, ${SEND}); }`,
        lines(count, (n) => `send(${lines(count, (i) => `'/t/${i}/${n}'`).join(', ')});`).slice(0, 20),
        lines(count, (i) => `send('/things/${i}');`),
        LAST,
      ),
  },
  'headers of one request, and as many requests': {
    size: 300,
    files: (count) =>
      one(
        'const headers: any = {};',
        lines(count, (i) => `headers['x-${i}'] = '1';`),
        lines(count, (i) => `fetch('/things/${i}', { method: 'POST', headers });`),
        "fetch('/document/generate', { method: 'POST', headers });",
      ),
  },
  'headers of an instance, and as many requests': {
    size: 300,
    files: (count) =>
      one(
        AXIOS,
        'const api = axios.create();',
        lines(count, (i) => `api.defaults.headers.common['x-${i}'] = '1';`),
        lines(count, (i) => `api.post('/things/${i}');`),
        "api.post('/document/generate');",
      ),
  },
  'interceptors of an instance, and as many requests': {
    size: 300,
    files: (count) =>
      one(
        AXIOS,
        "const api = axios.create({ baseURL: 'https://x.test' });",
        lines(
          count,
          (i) =>
            `api.interceptors.request.use((config) => { config.headers['x-${i}'] = '1'; return config; });`,
        ),
        lines(count, (i) => `api.post('/things/${i}');`),
        "api.post('/document/generate');",
      ),
  },
  'members of an enum as keys': {
    size: 500,
    files: (count) =>
      one(
        `enum K { ${lines(count, (i) => `A${i} = 'a${i}'`).join(', ')} }`,
        `const paths = { ${lines(count, (i) => `[K.A${i}]: '/things/${i}'`).join(', ')} };`,
        lines(count, (i) => `fetch(paths[K.A${i}], ${SEND});`),
        LAST,
      ),
  },
  'constants as keys': {
    size: 500,
    files: (count) =>
      one(
        lines(count, (i) => `const K${i} = 'a${i}';`),
        `const paths = { ${lines(count, (i) => `[K${i}]: '/things/${i}'`).join(', ')} };`,
        lines(count, (i) => `fetch(paths[K${i}], ${SEND});`),
        LAST,
      ),
  },
  'unknown keys of one object': {
    size: 500,
    files: (count) =>
      one(
        `const paths = { ${lines(count, (i) => `[x.k${i}]: '/things/${i}'`).join(', ')}, a: '/document/generate' };`,
        lines(count, (i) => `fetch(paths.a, ${SEND}); fetch(paths[y.k${i}], ${SEND});`),
        LAST,
      ),
  },
  'classes that inherit from each other': {
    size: 500,
    files: (count) =>
      one(
        `class C0 { path = '/things'; post(path: string) { return fetch(path, ${SEND}); } }`,
        lines(
          count,
          (i) => `class C${i + 1} extends C${i} { m${i}() { return this.post('/things/${i}'); } }`,
        ),
        `class L extends C${count} { last() { return this.post('/document/generate'); } other() { return this.m0(); } }`,
        `new L().last(); new L().m0();`,
        LAST,
      ),
  },
  'constructors that call each other': {
    size: 300,
    files: (count) =>
      one(
        `class C0 { constructor(private base: string) {} post(path: string) { return fetch(this.base + path, ${SEND}); } }`,
        lines(
          count,
          (i) => `class C${i + 1} extends C${i} { constructor(base: string) { super(base + '/a'); } }`,
        ),
        `new C${count}('https://x.test').post('/document/generate');`,
        LAST,
      ),
  },
  'overloads of one function': {
    size: 2000,
    files: (count) =>
      one(
        lines(count, (i) => `function send(path: '/things/${i}', body: A${i}): Promise<B${i}>;`),
        `function send(path: string, body: unknown): Promise<unknown> { return fetch(path, ${SEND}); }`,
        lines(count, (i) => `send('/things/${i}', ${i});`),
        "send('/document/generate', {});",
      ),
  },
  'wrappers of one wrapper': {
    size: 500,
    files: (count) =>
      one(
        `const send = (path: string, body: unknown) => fetch('/api' + path, ${SEND});`,
        lines(
          count,
          (i) => `const f${i} = (id: string) => send('/things/${i}/' + id, { id }); f${i}('a'); f${i}('b');`,
        ),
        "send('/document/generate', {});",
      ),
  },
  'callers of a wrapper, each called by the next': {
    size: 300,
    files: (count) =>
      one(
        AXIOS,
        'const send = (path: string, body: unknown) => axios.post(path, body);',
        'const f0 = (path: string) => send(path, 1);',
        lines(
          count,
          (i) => `const f${i + 1} = (path: string) => { send(path, ${i}); return f${i}(path + '/${i}'); };`,
        ),
        lines(count, (i) => `f${i}('/things/${i}');`),
        "f3('/document/generate');",
      ),
  },
  'paths in a list that is gone through': {
    size: 500,
    files: (count) =>
      one(
        `const all = [${lines(count, (i) => `{ path: '/things/${i}', method: 'POST' }`).join(', ')}, { path: '/document/generate', method: 'POST' }];`,
        'for (const { path, method } of all) fetch(path, { method });',
        'all.map(({ path, method }) => fetch(path, { method }));',
        'const [first] = all.filter((item) => item.method).map((item) => ({ url: item.path })); fetch(first.url);',
        lines(count, (i) => `fetch(all[${i}].path, ${SEND});`),
        LAST,
      ),
  },
  're-exports that meet again': {
    size: 200,
    files: (count) => ({
      'a.ts': `import { LINK, OTHER } from './l0';\nfetch(LINK, ${SEND}); fetch(OTHER, ${SEND});\n`,
      ...Object.fromEntries(
        lines(count, (i) => [
          [`l${i}.ts`, `export * from './x${i}';\nexport * from './y${i}';\n`],
          [`x${i}.ts`, `export * from './l${i + 1}';\n`],
          [`y${i}.ts`, `export * from './l${i + 1}';\n`],
        ]).flat(),
      ),
      [`l${count}.ts`]: "export const LINK = '/document/generate';\n",
    }),
  },
  'methods that call a method with a path': {
    size: 500,
    files: (count) =>
      one(
        AXIOS,
        'export class Api {',
        '  constructor(private http = axios.create()) {}',
        '  private request(method: string, path: string, data?: unknown) { return this.http.request({ method, url: path, data }); }',
        lines(
          count,
          (i) => `  m${i}(id: string) { return this.request('POST', '/things/${i}/' + id, { id }); }`,
        ),
        "  last() { return this.request('POST', '/document/generate'); }",
        '}',
      ),
  },
};
