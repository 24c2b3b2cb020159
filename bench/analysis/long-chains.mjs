import { LAST, lines, one, SEND } from './lines.mjs';

/** Calls on what calls answer; see WORST in worst.mjs. */
export const LONG_CHAINS = {
  'calls on what a function of the file answers': {
    size: 500,
    files: (count) =>
      one(
        'function query(x: unknown): any { return x; }',
        `query(1)${lines(count, (i) => `.where(${i})`).join('')};`,
        LAST,
      ),
  },
  'calls on what a package answers': {
    size: 500,
    files: (count) =>
      one("import { z } from 'zod';", `z.string()${lines(count, (i) => `.min(${i})`).join('')};`, LAST),
  },
  'calls on a builder': {
    size: 200,
    files: (count) =>
      one(
        `class B { path = ''; set(p: string) { this.path = p; return this; } send() { return fetch(this.path, ${SEND}); } }`,
        `new B()${lines(count, (i) => `.set('/things/${i}')`).join('')}.set('/document/generate').send();`,
      ),
  },
  'headers of one request, each by a call': {
    size: 500,
    files: (count) =>
      one(
        "import request from 'superagent';",
        `request.post('/document/generate')${lines(count, (i) => `.set('h${i}', 'v')`).join('')}.send({});`,
      ),
  },
  'test doubles in one chain': {
    size: 300,
    files: (count) =>
      one(
        "import nock from 'nock';",
        `nock('https://x.test')${lines(count, (i) => `.post('/things/${i}').reply(200)`).join('')}.post('/document/generate').reply(200);`,
      ),
  },
  'replacements in one text': {
    size: 300,
    files: (count) =>
      one(
        `fetch('/document/generate'${lines(count, (i) => `.replace(':a${i}', x${i})`).join('')}, ${SEND});`,
        LAST,
      ),
  },
};
