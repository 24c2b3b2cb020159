import { LAST, lines, one, SEND } from './lines.mjs';

/** Statements and expressions with many parts, one inside or after the other; see WORST in worst.mjs. */
export const LONG_FORMS = {
  'texts put after one another by concat': {
    size: 300,
    files: (count) =>
      one(
        `fetch('/document/generate'${lines(count, (i) => `.concat('/${i}', x${i})`).join('')}, ${SEND});`,
        LAST,
      ),
  },
  'lists put after one another by concat': {
    size: 300,
    files: (count) =>
      one(
        `const all = ['/document/generate']${lines(count, (i) => `.concat(['/things/${i}'])`).join('')};`,
        `fetch(all[0], ${SEND}); all.forEach((path) => fetch(path, ${SEND}));`,
        LAST,
      ),
  },
  'an else after the other': {
    size: 300,
    files: (count) =>
      one(
        'export function send(kind: string) {',
        '  let path;',
        `  ${lines(count, (i) => `if (kind === 'k${i}') path = '/things/${i}';`).join(' else ')} else path = '/document/generate';`,
        `  return fetch(path, ${SEND});`,
        '}',
      ),
  },
  'one choice in the other': {
    size: 500,
    files: (count) =>
      one(
        `const path = ${lines(count, (i) => `kind === 'k${i}' ? '/things/${i}' : `).join('')}'/document/generate';`,
        `fetch(path, ${SEND}); fetch(path + '/x', ${SEND});`,
        LAST,
      ),
  },
  'alternatives of one text': {
    size: 500,
    files: (count) =>
      one(
        `const path = ${lines(count, (i) => `x.p${i}`).join(' ?? ')} ?? '/document/generate';`,
        `const other = ${lines(count, (i) => `x.p${i}`).join(' || ')} || '/document/generate';`,
        `fetch(path, ${SEND}); fetch(other, ${SEND});`,
        LAST,
      ),
  },
  'choices of a client': {
    size: 300,
    files: (count) =>
      one(
        "import axios from 'axios';",
        `const api = ${lines(count, (i) => `k === ${i} ? axios.create({ baseURL: '/a${i}' }) : `).join('')}axios;`,
        "api.post('/document/generate');",
        lines(count, (i) => `api.get('/things/${i}');`),
      ),
  },
  'objects in objects': {
    size: 500,
    files: (count) =>
      one(
        `const paths = ${'{ a: '.repeat(count)}'/document/generate'${' }'.repeat(count)};`,
        `fetch(paths${'.a'.repeat(count)}, ${SEND});`,
        LAST,
      ),
  },
  'spreads of objects in objects': {
    size: 300,
    files: (count) =>
      one(
        "import axios from 'axios';",
        `const options = ${lines(count, (i) => `{ h${i}: 1, ...`).join('')}{ url: '/document/generate', method: 'POST' }${' }'.repeat(count)};`,
        'axios(options); axios({ ...options });',
        LAST,
      ),
  },
  'awaits of one function': {
    size: 1000,
    files: (count) =>
      one(
        "import axios from 'axios';",
        'export async function all() {',
        lines(
          count,
          (i) => `  const r${i} = await axios.post('/things/${i}', { id: ${i ? `r${i - 1}.data.id` : 1} });`,
        ),
        "  return axios.post('/document/generate', { id: r0.data.id });",
        '}',
      ),
  },
  'legacy calls with awaited answers': {
    size: 300,
    files: (count) =>
      one(
        "import axios from 'axios';",
        'export async function all() {',
        lines(
          count,
          (i) =>
            `  const r${i} = await axios.post('/customer/kyc/init', { customerId: ${i ? `r${i - 1}.data.id` : 1} }); use(r${i}.data.status);`,
        ),
        '}',
      ),
  },
  'promises, one after the other': {
    size: 200,
    files: (count) =>
      one(
        "import axios from 'axios';",
        `axios.post('/document/generate')${lines(count, (i) => `.then((r) => axios.post('/things/' + r.data.id, { i: ${i} }))`).join('')};`,
      ),
  },
  'promises, one in the other': {
    size: 100,
    isLargest: true,
    files: (count) =>
      one(
        "import axios from 'axios';",
        `${lines(count, (i) => `axios.post('/things/${i}').then((r${i}) => `).join('')}axios.post('/document/generate')${')'.repeat(count)};`,
      ),
  },
  'callbacks of own functions, one in the other': {
    size: 200,
    isLargest: true,
    files: (count) =>
      one(
        'function run(task: (path: string) => void) { task("/things"); }',
        `${lines(count, (i) => `run((p${i}) => { fetch(p${i}, ${SEND}); `).join('')}${LAST}${' });'.repeat(count)}`,
      ),
  },
  'parts of one template': {
    size: 1000,
    files: (count) =>
      one(
        `const path = \`/document/generate${lines(count, (i) => `/\${x${i}}/p${i}`).join('')}\`;`,
        `fetch(path, ${SEND}); fetch(\`/a\${path}\`, ${SEND});`,
        LAST,
      ),
  },
  'a text joined from many': {
    size: 1000,
    files: (count) =>
      one(
        `const path = ['/document/generate', ${lines(count, (i) => `x${i}`).join(', ')}].join('/');`,
        `fetch(path, ${SEND}); fetch(path + '/a', ${SEND});`,
        LAST,
      ),
  },
};
