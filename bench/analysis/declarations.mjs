import { AXIOS, LAST, lines, one, SEND } from './lines.mjs';

/** Names, types and patterns with many parts; see WORST in worst.mjs. */
export const DECLARATIONS = {
  'calls on one line': {
    size: 1000,
    files: (count) =>
      one(
        `${AXIOS}const P="/document/generate";${lines(count, (i) => `export const f${i}=()=>axios.post(P);`).join('')}`,
      ),
  },
  'wrappers that call two others': {
    size: 500,
    files: (count) =>
      one(
        lines(
          count,
          (i) =>
            `function f${i}(path: string) { fetch(path, ${SEND}); f${Math.min(2 * i + 1, count - 1)}(path); f${Math.min(2 * i + 2, count - 1)}(path); }`,
        ),
        lines(count, (i) => `f${i}('/things/${i}');`),
        `f0('/document/generate');`,
      ),
  },
  'path builders, each from the one before': {
    size: 500,
    files: (count) =>
      one(
        "const p0 = (id: string) => '/things/' + id;",
        lines(
          count,
          (i) => `const p${i + 1} = (id: string) => \`\${p${i}(id)}/x\`; fetch(p${i + 1}('a'), ${SEND});`,
        ),
        LAST,
      ),
  },
  'names of an array pattern': {
    size: 500,
    files: (count) =>
      one(
        `const [${lines(count, (i) => `a${i}`).join(', ')}] = [${lines(count, (i) => `'/things/${i}'`).join(', ')}];`,
        lines(count, (i) => `fetch(a${i}, ${SEND});`),
        LAST,
      ),
  },
  'names of an object pattern': {
    size: 500,
    files: (count) =>
      one(
        `const table = { ${lines(count, (i) => `a${i}: '/things/${i}'`).join(', ')} };`,
        `const { ${lines(count, (i) => `a${i}`).join(', ')}, ...rest } = table;`,
        lines(count, (i) => `fetch(a${i}, ${SEND}); fetch(rest.b${i}, ${SEND});`),
        LAST,
      ),
  },
  'names of a pattern of one function, and as many calls': {
    size: 300,
    files: (count) =>
      one(
        `function send({ ${lines(count, (i) => `p${i} = '/t/${i}'`).join(', ')} }: any) { return fetch(p1, ${SEND}); }`,
        lines(count, (i) => `send({ p${i}: '/things/${i}' });`),
        "send({ p1: '/document/generate' });",
      ),
  },
  'paths of one type': {
    size: 500,
    files: (count) =>
      one(
        `type Path = ${lines(count, (i) => `'/things/${i}'`).join(' | ')} | '/document/generate';`,
        `function send(path: Path) { return fetch(path, ${SEND}); }`,
        lines(
          count,
          (i) => `send('/things/${i}'); export const g${i} = (path: Path) => fetch(path, ${SEND});`,
        ),
        LAST,
      ),
  },
  'types of one another': {
    size: 500,
    files: (count) =>
      one(
        'interface T0 { http: { post(path: string): void } }',
        lines(count, (i) => `interface T${i + 1} extends T${i} { a${i}: string }`),
        lines(count, (i) => `export const f${i} = (api: T${i}) => api.http.post('/things/${i}');`),
        LAST,
      ),
  },
  'values that a condition sets': {
    size: 500,
    files: (count) =>
      one(
        'export function send(kind: string) {',
        "  let path = '/things';",
        lines(count, (i) => `  if (kind === 'k${i}') path = '/things/${i}';\n  fetch(path, ${SEND});`),
        `  ${LAST}`,
        '}',
      ),
  },
  'entries of a map': {
    size: 500,
    files: (count) =>
      one(
        `const paths = new Map([${lines(count, (i) => `['a${i}', '/things/${i}']`).join(', ')}, ['link', '/document/generate']]);`,
        lines(count, (i) => `fetch(paths.get('a${i}')!, ${SEND});`),
        LAST,
      ),
  },
  'subclasses of one class': {
    size: 500,
    files: (count) =>
      one(
        AXIOS,
        'abstract class Base { constructor(protected http = axios.create()) {} abstract path(): string; send() { return this.http.post(this.path()); } }',
        lines(
          count,
          (i) => `class C${i} extends Base { path() { return '/things/${i}'; } } new C${i}().send();`,
        ),
        "class L extends Base { path() { return '/document/generate'; } } new L().send();",
      ),
  },
  'instances of instances': {
    size: 300,
    files: (count) =>
      one(
        "import ky from 'ky';",
        'const k0 = ky.create({ prefixUrl: "https://x.test" });',
        lines(
          count,
          (i) =>
            `const k${i + 1} = k${i}.extend({ headers: { 'x-${i}': '1' } }); k${i + 1}.get('things/${i}');`,
        ),
        `k${count}.post('document/generate');`,
      ),
  },
  'elements in elements': {
    size: 150,
    isLargest: false,
    files: (count) => ({
      'a.tsx': `import axios from 'axios';\nexport const App = () => ${lines(count, (i) => `<A${i} onClick={() => axios.post('/things/${i}')}>`).join('')}<B onClick={() => axios.post('/document/generate')} />${lines(count, (i) => `</A${count - 1 - i}>`).join('')};\n`,
    }),
  },
  'attempts in attempts': {
    size: 200,
    files: (count) =>
      one(
        'export async function send() {',
        `${lines(count, (i) => `try { await fetch('/things/${i}', ${SEND}); `).join('')}${LAST}${' } catch { } '.repeat(count)}`,
        '}',
      ),
  },
  'modules that import one client': {
    size: 200,
    files: (count) => ({
      'a.ts': `import { api } from './api';\n${lines(count, (i) => `import { f${i} } from './m${i}';\nf${i}('/things/${i}');`).join('\n')}\napi.post('/document/generate');\n`,
      'api.ts': `${AXIOS}\nexport const api = axios.create();\n`,
      ...Object.fromEntries(
        lines(count, (i) => [
          `m${i}.ts`,
          `import { api } from './api';\nexport const f${i} = (path: string) => api.post(path);\n`,
        ]),
      ),
    }),
  },
};
