import { AXIOS, LAST, lines, one, SEND } from './lines.mjs';

/** Objects, classes and functions with many parts; see WORST in worst.mjs. */
export const LARGE_OBJECTS = {
  'members of one table, each read twice': {
    size: 2000,
    files: (count) =>
      one(
        'const table = {',
        lines(count, (i) => `  a${i}: { url: '/things/${i}', method: 'POST' },`),
        '};',
        lines(count, (i) => `fetch(table.a${i}.url, table.a${i});`),
        LAST,
      ),
  },
  'uses of one object of options': {
    size: 1000,
    files: (count) =>
      one(
        AXIOS,
        `const options = { ${lines(count, (i) => `h${i}: 1`).join(', ')}, url: '/document/generate', method: 'POST' };`,
        lines(count, () => 'axios(options);'),
      ),
  },
  'static members of a class': {
    size: 1000,
    files: (count) =>
      one(
        `class P { ${lines(count, (i) => `static a${i} = '/things/${i}';`).join(' ')} }`,
        lines(count, (i) => `fetch(P.a${i}, ${SEND});`),
        LAST,
      ),
  },
  'constants of a namespace': {
    size: 1000,
    files: (count) =>
      one(
        `namespace P { ${lines(count, (i) => `export const a${i} = '/things/${i}';`).join(' ')} }`,
        lines(count, (i) => `fetch(P.a${i}, ${SEND});`),
        LAST,
      ),
  },
  parameters: {
    size: 1000,
    files: (count) =>
      one(
        `function send(${lines(count, (i) => `p${i}: string`).join(', ')}) { return fetch(p${count - 1}, ${SEND}); }`,
        `send(${lines(count, (i) => `'/things/${i}'`).join(', ')});`,
        LAST,
      ),
  },
  'places that make one class': {
    size: 300,
    files: (count) =>
      one(
        AXIOS,
        `class S { constructor(private http: any) {} ${lines(count, (i) => `m${i}() { return this.http.post('/things/${i}'); }`).join(' ')} }`,
        lines(count, () => 'new S(axios.create());'),
        LAST,
      ),
  },
};
