import { DECLARATIONS } from './declarations.mjs';
import { LARGE_OBJECTS } from './large-objects.mjs';
import { AXIOS, lines, one, SEND } from './lines.mjs';
import { LONG_CHAINS } from './long-chains.mjs';
import { LONG_FORMS } from './long-forms.mjs';
import { MANY_FUNCTIONS } from './many-functions.mjs';
import { STATEMENTS } from './statements.mjs';

/**
 * What could make the analysis slow: how large it is at once its size, and its files by name, of which the first is
 * analysed. Each ends in a deprecated call.
 *
 * @type {Record<string, { size: number, isLargest?: boolean, files: (count: number) => Record<string, string> }>}
 */
export const WORST = {
  ...DECLARATIONS,
  ...LONG_CHAINS,
  ...LARGE_OBJECTS,
  ...LONG_FORMS,
  ...MANY_FUNCTIONS,
  'chained constants': {
    size: 2000,
    files: (count) =>
      one(
        "const a0 = '/document/generate';",
        lines(count, (i) => `const a${i + 1} = a${i};`),
        `fetch(a${count}, ${SEND});`,
      ),
  },
  'chained constants, each of them sent': {
    size: 500,
    files: (count) =>
      one(
        "const a0 = '/document/generate';",
        lines(count, (i) => `const a${i + 1} = a${i}; fetch(a${i + 1}, ${SEND});`),
      ),
  },
  'nested templates': {
    size: 2000,
    isLargest: true,
    files: (count) => one(`fetch(${'`${'.repeat(count)}'/document/generate'${'}`'.repeat(count)}, ${SEND});`),
  },
  're-exports, one after the other': {
    size: 500,
    files: (count) => ({
      'a.ts': `import { LINK } from './m0';\nfetch(LINK, ${SEND});\n`,
      ...Object.fromEntries(lines(count, (i) => [`m${i}.ts`, `export * from './m${i + 1}';\n`])),
      [`m${count}.ts`]: "export const LINK = '/document/generate';\n",
    }),
  },
  'modules in a cycle': {
    size: 200,
    files: (count) => ({
      'a.ts': `import { LINK } from './m0';\nfetch(LINK, ${SEND});\n`,
      ...Object.fromEntries(
        lines(count, (i) => [
          `m${i}.ts`,
          `export * from './m${(i + 1) % count}';\nexport const X${i} = 1;\n${i === count - 1 ? "export const LINK = '/document/generate';\n" : ''}`,
        ]),
      ),
    }),
  },
  'uses of one instance': {
    size: 2000,
    files: (count) =>
      one(
        AXIOS,
        "const api = axios.create({ baseURL: 'https://x.test' });",
        lines(count, (i) => `api.post('/things/${i}', { i });`),
        "api.post('/document/generate');",
      ),
  },
  'legacy calls': {
    size: 500,
    files: (count) =>
      one(
        AXIOS,
        'const api = axios.create();',
        lines(count, (i) => `export const f${i} = () => api.post('/document/generate');`),
      ),
  },
  'legacy paths that nobody sends': {
    size: 500,
    files: (count) => one(lines(count, (i) => `export const P${i} = '/document/generate';`)),
  },
  'members of one map of paths, each of them sent': {
    size: 1000,
    files: (count) =>
      one(
        AXIOS,
        'const PATHS = {',
        lines(count, (i) => `  p${i}: '/things/${i}',`),
        "  link: '/document/generate',",
        '};',
        lines(count, (i) => `axios.post(PATHS.p${i});`),
        'axios.post(PATHS.link);',
      ),
  },
  'members of one enum, each of them sent': {
    size: 1000,
    files: (count) =>
      one(
        AXIOS,
        'enum Paths {',
        lines(count, (i) => `  P${i} = '/things/${i}',`),
        "  Link = '/document/generate',",
        '}',
        lines(count, (i) => `axios.post(Paths.P${i});`),
        'axios.post(Paths.Link);',
      ),
  },
  'methods of one class': {
    size: 1000,
    files: (count) =>
      one(
        AXIOS,
        'export class Api {',
        '  http = axios.create();',
        lines(
          count,
          (i) =>
            `  m${i}(id: string) { return this.http.get('/things/' + id + this.m${i ? i - 1 : 0}(id)); }`,
        ),
        "  last() { return this.http.post('/document/generate'); }",
        '}',
      ),
  },
  'fields that a constructor sets': {
    size: 1000,
    files: (count) =>
      one(
        AXIOS,
        'export class Api {',
        '  constructor() {',
        lines(count, (i) => `    this.f${i} = ${i ? `this.f${i - 1}` : 'axios.create()'};`),
        '  }',
        lines(count, (i) => `  m${i}() { return this.f${i}.get('/things'); }`),
        "  last() { return this.f0.post('/document/generate'); }",
        '}',
      ),
  },
  'functions that call each other': {
    size: 500,
    files: (count) =>
      one(
        lines(
          count,
          (i) =>
            `function f${i}(path: string): unknown { return f${(i + 1) % count}(path) ?? f${(i * 7 + 3) % count}(path); }`,
        ),
        `f0('/things'); fetch('/document/generate', ${SEND});`,
      ),
  },
  'wrappers around wrappers': {
    size: 500,
    files: (count) =>
      one(
        `const f0 = (path: string) => fetch(path, ${SEND});`,
        lines(count, (i) => `const f${i + 1} = (path: string) => f${i}(path);`),
        `f${count}('/document/generate');`,
        `f3('/document/generate');`,
      ),
  },
  'calls of one wrapper': {
    size: 1000,
    files: (count) =>
      one(
        "const send = (method: string, path: string, body?: unknown) => fetch('/api' + path, { method, body: JSON.stringify(body) });",
        `const post = (path: string, body?: unknown) => fetch(path, ${SEND});`,
        lines(count, (i) => `post('/things/${i}', { i }); send('POST', '/things/${i}');`),
        "post('/document/generate');",
      ),
  },
  'a wrapper with many requests': {
    size: 300,
    files: (count) =>
      one(
        'function send(path: string) {',
        lines(count, () => `  fetch(path, ${SEND});`),
        '}',
        lines(count, (i) => `send('/things/${i}');`),
        "send('/document/generate');",
      ),
  },
  ...STATEMENTS,
  'functions in functions': {
    size: 200,
    files: (count) =>
      one(
        `${'(() => { const a = b; '.repeat(count)}fetch('/document/generate', ${SEND});${' })();'.repeat(count)}`,
      ),
  },
  'declarators of one statement': {
    size: 2000,
    files: (count) =>
      one(
        `const ${lines(count, (i) => `a${i} = '/things/${i}'`).join(',\n  ')};`,
        `fetch('/document/generate', ${SEND});`,
      ),
  },
  imports: {
    size: 1000,
    files: (count) =>
      one(
        `import { ${lines(count, (i) => `a${i}`).join(', ')} } from 'things';`,
        lines(count, (i) => `a${i}('/things');`),
        `fetch('/document/generate', ${SEND});`,
      ),
  },
  'exports of one module': {
    size: 1000,
    files: (count) => ({
      'a.ts': `import { ${lines(count, (i) => `a${i}`).join(', ')} } from './m';\n${lines(count, (i) => `fetch(a${i}, ${SEND});`).join('\n')}\nfetch('/document/generate', ${SEND});\n`,
      'm.ts': `${lines(count, (i) => `export const a${i} = '/things/${i}';`).join('\n')}\n`,
    }),
  },
  'test doubles': {
    size: 500,
    files: (count) =>
      one(
        "import nock from 'nock';",
        "const scope = nock('https://x.test');",
        lines(count, (i) => `scope.post('/things/${i}').reply(200);`),
        "scope.post('/document/generate').reply(200);",
        `fetch('/document/generate', ${SEND});`,
      ),
  },
};
