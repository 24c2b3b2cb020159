import type { Row } from './calls.js';

const AXIOS = 'document-generate POST axios likely';
const FETCH = 'document-generate POST fetch likely';
const POST = '.post("/document/generate")';
const SEND = '("/document/generate", { method: "POST" })';

export const ROWS: readonly Row[] = [
  ['a default import', `import axios from "axios"; axios${POST}`, `${AXIOS} 1`],
  ['a default import of another name', `import http from "axios"; http${POST}`, `${AXIOS} 1`],
  ['a namespace import', `import * as axios from "axios"; axios${POST}`, `${AXIOS} 1`],
  ['the default of a namespace import', `import * as ns from "axios"; ns.default${POST}`, `${AXIOS} 1`],
  ['a named import', `import { post } from "axios"; post("/document/generate")`, `${AXIOS} 1`],
  [
    'a named import of another name',
    `import { post as send } from "axios"; send("/document/generate")`,
    `${AXIOS} 1`,
  ],
  ['default as', `import { default as client } from "axios"; client${POST}`, `${AXIOS} 1`],
  ['import = require', `import axios = require("axios"); axios${POST}`, `${AXIOS} 1`],
  ['require', `const axios = require("axios"); axios${POST}`, `${AXIOS} 1`],
  ['require, in place', `require("axios")${POST}`, `${AXIOS} 1`],
  ['the default of a require', `const axios = require("axios").default; axios${POST}`, `${AXIOS} 1`],
  [
    'require with a type',
    `const axios = require("axios") as typeof import("axios"); axios${POST}`,
    `${AXIOS} 1`,
  ],
  [
    'require in a function',
    ['function f() {', '  const axios = require("axios");', `  return axios${POST};`, '}'],
    `${AXIOS} 3`,
  ],
  ['require, set later', `let axios; try { axios = require("axios"); } catch {} axios${POST}`, `${AXIOS} 1`],
  [
    'destructuring of a require',
    `const { post } = require("axios"); post("/document/generate")`,
    `${AXIOS} 1`,
  ],
  [
    'destructuring with another name',
    `import axios from "axios"; const { post: send } = axios; send("/document/generate")`,
    `${AXIOS} 1`,
  ],
  ['a dynamic import', `const { default: axios } = await import("axios"); axios${POST}`, `${AXIOS} 1`],
  ['a dynamic import, in place', `(await import("axios")).default${POST}`, `${AXIOS} 1`],
  ['an alias', `import axios from "axios"; const http = axios; http${POST}`, `${AXIOS} 1`],
  [
    'an alias of a verb',
    `import axios from "axios"; const send = axios.post; send("/document/generate")`,
    `${AXIOS} 1`,
  ],
  [
    'an alias in an object',
    `import axios from "axios"; const io = { http: axios }; io.http${POST}`,
    `${AXIOS} 1`,
  ],
  ['a verb by its name', `import axios from "axios"; axios["post"]("/document/generate")`, `${AXIOS} 1`],
  [
    'a verb by a constant',
    `import axios from "axios"; const v = "post"; axios[v]("/document/generate")`,
    `${AXIOS} 1`,
  ],
  ['type arguments', `import axios from "axios"; axios.post<Reply>("/document/generate")`, `${AXIOS} 1`],
  ['an optional call', `import axios from "axios"; axios?.post?.("/document/generate")`, `${AXIOS} 1`],
  [
    'what a compiler writes',
    `const axios_1 = require("axios"); (0, axios_1.default)${POST}; (0, axios_1.post)("/document/generate")`,
    `${AXIOS} 1`,
    `${AXIOS} 1`,
  ],
  [
    'in a class',
    ['class Kyc {', '  async generate() {', `    return (await fetch${SEND}).json();`, '  }', '}'],
    `${FETCH} 3`,
  ],
  ['in a callback', `ids.map((id) => fetch${SEND})`, `${FETCH} 1`],
  ['in a decorator’s argument', `@Run(() => fetch${SEND}) class A {}`, `${FETCH} 1`],
  ['in a default', `function f(x = fetch${SEND}) {}`, `${FETCH} 1`],
  ['in a namespace', `namespace N { export const f = () => fetch${SEND}; }`, `${FETCH} 1`],
  ['the global fetch by another name', `const send = fetch; send${SEND}`, `${FETCH} 1`],
  [
    'window, self, global, globalThis',
    `window.fetch${SEND}; self.fetch${SEND}; global.fetch${SEND}; globalThis.window.fetch${SEND}`,
    `${FETCH} 1`,
    `${FETCH} 1`,
    `${FETCH} 1`,
    `${FETCH} 1`,
  ],
  ['a bound fetch', `const send = window.fetch.bind(window); send${SEND}`, `${FETCH} 1`],
  ['destructured from a global', `const { fetch: send } = globalThis; send${SEND}`, `${FETCH} 1`],
  ['a type called fetch', `type fetch = string; fetch${SEND}`, `${FETCH} 1`],
  ['a declared fetch', `declare function fetch(url: string, init?: object): any; fetch${SEND}`, `${FETCH} 1`],
  [
    'node-fetch 3 in CommonJS, as its README has it',
    `const fetch = (...args) => import("node-fetch").then(({ default: fetch }) => fetch(...args)); fetch${SEND}`,
    `${FETCH} 1`,
  ],
];
