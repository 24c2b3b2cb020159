import { AXIOS, lines, one, SEND } from './lines.mjs';

/** Statements, texts, chains and spreads; see WORST in worst.mjs. */
export const STATEMENTS = {
  'cases of a switch': {
    size: 1000,
    files: (count) =>
      one(
        'export function send(kind: string) {',
        '  let path = "";',
        '  switch (kind) {',
        lines(count, (i) => `    case 'k${i}': path = '/things/${i}'; break;`),
        `    default: return fetch('/document/generate', ${SEND});`,
        '  }',
        `  return fetch(path, ${SEND});`,
        '}',
      ),
  },
  'assignments to one variable': {
    size: 1000,
    files: (count) =>
      one(
        "let url = 'https://x.test';",
        lines(count, (i) => `url = '/things/${i}'; fetch(url, ${SEND});`),
        `url = '/document/generate'; fetch(url, ${SEND});`,
      ),
  },
  'a text put together by statements': {
    size: 500,
    files: (count) =>
      one(
        "let url = '';",
        lines(count, (i) => `url += '/${i}'; fetch(url, ${SEND});`),
        `fetch('/document/generate', ${SEND});`,
      ),
  },
  'a text made of itself, statement by statement': {
    size: 1000,
    files: (count) =>
      one(
        "let url = '/document/generate';",
        lines(count, (i) => `url = url + '/${i}'; fetch(url, ${SEND});`),
        `fetch('/document/generate', ${SEND});`,
      ),
  },
  'a text changed in branches': {
    size: 1000,
    files: (count) =>
      one(
        "let url = '/document/generate';",
        lines(count, (i) => `if (c${i}) url = url.replace(':x${i}', c${i});`),
        `fetch(url, ${SEND});`,
      ),
  },
  'a query put together in loops': {
    size: 1000,
    files: (count) =>
      one(
        "let url = '/document/generate';",
        lines(count, (i) => `for (const key of keys) { url += '&' + key + ${i}; fetch(url, ${SEND}); }`),
        `fetch('/document/generate', ${SEND});`,
      ),
  },
  'thunks of wrappers of thunks': {
    size: 200,
    files: (count) =>
      one(
        "const t0 = (path: string) => () => fetch(path, { method: 'POST' });",
        lines(
          count,
          (i) =>
            `const t${i + 1} = (path: string) => t${i}(path); dispatch(t${i + 1}('/document/generate'));`,
        ),
      ),
  },
  'terms of a sum': {
    size: 3000,
    files: (count) =>
      one(
        `fetch('/document' + ${lines(count, (i) => `a${i}`).join(' + ')} + '/generate', ${SEND});`,
        `fetch('/document/generate', ${SEND});`,
      ),
  },
  sums: {
    size: 1000,
    files: (count) =>
      one(
        "const base = '/things';",
        lines(count, (i) => `export const u${i} = base + '/' + ${i} + '/items' + base;`),
        `fetch('/document/generate', ${SEND});`,
      ),
  },
  'links of a chain of calls': {
    size: 200,
    files: (count) =>
      one(`fetch('/document/generate', ${SEND})${lines(count, (i) => `.then((x) => x.a${i})`).join('\n')};`),
  },
  'members of a chain': {
    size: 500,
    files: (count) =>
      one(
        'const a = { a: {} as any };',
        `a${'.a'.repeat(count)}('/things');`,
        `fetch('/document/generate', ${SEND});`,
      ),
  },
  'spreads of one another': {
    size: 1000,
    files: (count) =>
      one(
        "const o0 = { url: '/document/generate', method: 'POST' };",
        lines(count, (i) => `const o${i + 1} = { ...o${i}, h${i}: 1 };`),
        `${AXIOS} axios(o50); axios(o${count});`,
      ),
  },
  'spreads in one object': {
    size: 1000,
    files: (count) =>
      one(
        lines(count, (i) => `const o${i} = { h${i}: 1 };`),
        `const all = { url: '/document/generate', ${lines(count, (i) => `...o${i}`).join(', ')} };`,
        `${AXIOS} axios.request({ method: 'POST', ...all }); axios.post('/document/generate');`,
      ),
  },
  'headers that are set': {
    size: 500,
    files: (count) =>
      one(
        'const headers: any = {};',
        lines(count, (i) => `headers['x-${i}'] = '1'; fetch('/things/${i}', { method: 'POST', headers });`),
        `fetch('/document/generate', ${SEND});`,
      ),
  },
};
