import type { Row } from './calls.js';

const GENERATE = 'document-generate POST fetch likely';
const UPLOAD = 'document-upload POST fetch likely';
const STATUS = 'kyc-status GET fetch likely';
const POST = '{ method: "POST" }';

export const ROWS: readonly Row[] = [
  ['a literal', `fetch("/document/generate", ${POST})`, `${GENERATE} 1`],
  ['a literal with escapes', `fetch("\\u002Fdocument/generate", ${POST})`, `${GENERATE} 1`],
  ['a template without holes', `fetch(\`/document/generate\`, ${POST})`, `${GENERATE} 1`],
  ['a template', 'fetch(`${base}/customer/kyc/status/${id}`)', `${STATUS} 1`],
  ['a template in a template', 'fetch(`${base}${`/customer/kyc/${`status/${id}`}`}`)', `${STATUS} 1`],
  [
    'a call over several lines',
    ['fetch(', '  `/customer/kyc/status/${', '    id', '  }`,', ')'],
    `${STATUS} 1`,
  ],
  ['+', 'fetch(base + "/customer/kyc" + "/status/" + id)', `${STATUS} 1`],
  ['+ in parentheses', 'fetch(base + ("/customer/" + ("kyc/status/" + id)))', `${STATUS} 1`],
  ['+ of a template', 'fetch(base + `/customer/kyc/status/` + id)', `${STATUS} 1`],
  ['a base that ends with a slash', 'fetch(`${base}customer/kyc/status/${id}`)', `${STATUS} 1`],
  ['two values before the path', 'fetch(`${base}${prefix}customer/kyc/status/${id}`)', `${STATUS} 1`],
  ['scheme from a value', 'fetch(`${scheme}://localhost/customer/kyc/status/${id}`)', `${STATUS} 1`],
  ['host and port from values', 'fetch(`http://${host}:${port}/customer/kyc/status/${id}`)', `${STATUS} 1`],
  ['a query', 'fetch(`/customer/kyc/status/${id}?full=true&x=/document/generate`)', `${STATUS} 1`],
  ['a query from a value', `fetch(\`/document/generate\${query}\`, ${POST})`, `${GENERATE} 1`],
  ['a fragment', `fetch("/document/generate#now", ${POST})`, `${GENERATE} 1`],
  ['a trailing slash', `fetch("/document/generate/", ${POST})`, `${GENERATE} 1`],
  ['a literal placeholder', `fetch("/document/upload/:documentId", ${POST})`, `${UPLOAD} 1`],
  ['a const', ['const path = "/document/generate";', `fetch(path, ${POST});`], `${GENERATE} 2`],
  [
    'a const further down',
    [`const f = () => fetch(path, ${POST});`, 'const path = "/document/generate";'],
    `${GENERATE} 1`,
  ],
  [
    'a const of a const',
    `const a = "/document"; const b = a + "/generate"; const c = b; fetch(c, ${POST})`,
    `${GENERATE} 1`,
  ],
  ['a let that keeps its value', `let path = "/document/generate"; fetch(path, ${POST})`, `${GENERATE} 1`],
  ['a var that keeps its value', `var path = "/document/generate"; fetch(path, ${POST})`, `${GENERATE} 1`],
  [
    'a let that is set later, once',
    `let path; path = "/document/generate"; fetch(path, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a let that is null before',
    `let path = null; path = "/document/generate"; fetch(path, ${POST})`,
    `${GENERATE} 1`,
  ],
  ['a let that is assigned twice', `let path = "/document/generate"; path = "/other"; fetch(path, ${POST})`],
  [
    'a let that is added to',
    `let path = "/document"; path += "/generate"; fetch(path, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a let that is added to in a branch',
    `let path = "/document/generate"; if (fresh) path += "?fresh=1"; fetch(path, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a let that is added to in a loop',
    `let path = "/document"; for (const part of parts) path += part; fetch(path, ${POST})`,
  ],
  [
    'a let that is set in a branch',
    `let path = "/document/generate"; if (other) path = "/x"; fetch(path, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a let that is set in one branch or the other',
    `let path; if (other) { path = "/x"; } else { path = "/document/generate"; } fetch(path, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a let that is set again with a query in a branch',
    `let path = "/document/generate"; if (fresh) path = \`\${path}?fresh=1\`; fetch(path, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a let that is set again with more of the path in a branch',
    `let path = "/document/generate"; if (fresh) path = path + "/draft"; fetch(path, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a let that is set again to more of the path',
    `let path = "/document"; path = path + "/generate"; fetch(path, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a let that a function may have changed',
    `let path = "/document/generate"; if (fresh) path = freshen(path); fetch(path, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a let that is set behind the read',
    `let path = "/document/generate"; fetch(path, ${POST}); path = "/x"; fetch(path, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a let that gets a query in a loop, or in a callback',
    `let path = "/document/generate"; for (const key of keys) path += \`&\${key}\`; keys.forEach((key) => { path += \`&\${key}\`; }); fetch(path, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a let that is read in a function behind all that sets it',
    `let path = "/document"; path += "/generate"; retry(() => fetch(path, ${POST}))`,
    `${GENERATE} 1`,
  ],
  [
    'a let that is set after the function that reads it',
    `let path = "/document"; path += "/generate"; const send = () => fetch(path, ${POST}); path += "/x"; send()`,
  ],
  [
    'a query that begins in one way or the other',
    `let path = "/document/generate"; if (fresh) path += path.includes("?") ? "&fresh=1" : "?fresh=1"; fetch(path, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a path with a base that it may have already',
    `let url = path("/document/generate"); function path(p: string) { return p.startsWith(BASE) ? p : BASE + p; } fetch(url, ${POST})`,
    `${GENERATE} 1`,
  ],
  ['a loop variable', `for (const path of ["/document/generate"]) fetch(path, ${POST})`, `${GENERATE} 1`],
  ['a loop variable of a list that is not known', `for (const path of paths) fetch(path, ${POST})`],
  [
    'as const, satisfies and !',
    `const path = ("/document/generate" as const satisfies string)!; fetch(path, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a member of an object',
    `const P = { generate: "/document/generate" }; fetch(P.generate, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a deep member',
    `const P = { a: { "b-c": { d: "/document/generate" } } } as const; fetch(P.a["b-c"].d, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'an optional member',
    `const P = { generate: "/document/generate" }; fetch(P?.generate, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a computed member',
    `const P = { generate: "/document/generate" }; const k = "generate"; fetch(P[k], ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a computed key',
    `const K = "gen"; const P = { [K]: "/document/generate" }; fetch(P.gen, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a member through a spread',
    `const A = { g: "/document/generate" }; const P = { ...A, h: "/h" }; fetch(P.g, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'the last of two members',
    `const P = { g: "/other", ...{ g: "/document/generate" } }; fetch(P.g, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a member behind an unknown spread',
    `const P = { ...env, g: "/document/generate" }; fetch(P.g, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a member that an unknown spread may hide',
    `const P = { g: "/document/generate", ...env }; fetch(P.g, ${POST})`,
  ],
  [
    'a frozen object',
    `const P = Object.freeze({ g: "/document/generate" }); fetch(P.g, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a constant with a type of the same name',
    `const P = { g: "/document/generate" } as const; type P = keyof typeof P; fetch(P.g, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a member that is assigned',
    `const P: any = {}; P.g = "/document/generate"; fetch(P.g, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a member that is assigned twice',
    `const P: any = {}; P.g = "/document/generate"; P.g = "/other"; fetch(P.g, ${POST})`,
  ],
  [
    'destructuring',
    `const P = { g: { h: "/document/generate" } }; const { g: { h: path } } = P; fetch(path, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'destructuring with a default that is not needed',
    `const { g = "/other" } = { g: "/document/generate" }; fetch(g, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'array destructuring',
    `const [, path] = ["/a", "/document/generate"]; fetch(path, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'an array element',
    `const paths = ["/a", "/document/generate"] as const; fetch(paths[1], ${POST})`,
    `${GENERATE} 1`,
  ],
  ['an enum', `enum P { Generate = "/document/generate" } fetch(P.Generate, ${POST})`, `${GENERATE} 1`],
  [
    'a const enum, by name',
    `const enum P { "gen-erate" = "/document/generate" } fetch(P["gen-erate"], ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'an enum of its own members',
    `enum P { Root = "/document", Generate = \`\${Root}/generate\` } fetch(P.Generate, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a static class field',
    `class P { static readonly G = "/document/generate"; } fetch(P.G, ${POST})`,
    `${GENERATE} 1`,
  ],
  ['join', `fetch(["", "document", "generate"].join("/"), ${POST})`, `${GENERATE} 1`],
  [
    'join of a variable',
    `const s = ["document", "upload", id]; fetch("/" + s.join("/"), ${POST})`,
    `${UPLOAD} 1`,
  ],
  ['join with a base', 'fetch([base, "customer", "kyc", "status", id].join("/"))', `${STATUS} 1`],
  ['concat', 'fetch("/customer/kyc".concat("/status/", id))', `${STATUS} 1`],
  ['concat on a value', 'fetch(base.concat("/customer/kyc/status/", id))', `${STATUS} 1`],
  ['replace', `fetch("/document/upload/:documentId".replace(":documentId", id), ${POST})`, `${UPLOAD} 1`],
  [
    'replace of two',
    'const P = "/customer/kyc/upload/:c/:d"; fetch(P.replace(":c", c).replace(":d", d), { method: "POST" })',
    'kyc-upload POST fetch likely 1',
  ],
  [
    'replace with a pattern',
    `fetch("/document/upload/:documentId".replace(/:documentId/g, id), ${POST})`,
    `${UPLOAD} 1`,
  ],
  [
    'replace with a function',
    `fetch("/document/upload/:documentId".replace(":documentId", () => id), ${POST})`,
    `${UPLOAD} 1`,
  ],
  [
    'replace of a base’s last slash',
    'fetch(`${base.replace(/\\/$/, "")}/customer/kyc/status/${id}`)',
    `${STATUS} 1`,
  ],
  ['encodeURIComponent', 'fetch(`/customer/kyc/status/${encodeURIComponent(id)}`)', `${STATUS} 1`],
  ['encodeURI', 'fetch(encodeURI(`/customer/kyc/status/${id}`))', `${STATUS} 1`],
  ['String and toString', 'fetch(String(`/customer/kyc/status/${id}`).toString())', `${STATUS} 1`],
  [
    'an arrow builder',
    'const path = (id: string) => `/customer/kyc/status/${id}`; fetch(path(x))',
    `${STATUS} 1`,
  ],
  [
    'a function builder',
    'function path(id) { const root = "/customer/kyc"; return root + "/status/" + id; } fetch(path(x))',
    `${STATUS} 1`,
  ],
  [
    'a builder of two levels',
    'const kyc = (p) => `/customer/kyc/${p}`; const status = (id) => kyc(`status/${id}`); fetch(status(x))',
    `${STATUS} 1`,
  ],
  [
    'a builder in an object',
    'const P = { status: (id) => `/customer/kyc/status/${id}` }; fetch(P.status(x))',
    `${STATUS} 1`,
  ],
  [
    'a method as builder',
    'const P = { status(id) { return `/customer/kyc/status/${id}`; } }; fetch(P.status(x))',
    `${STATUS} 1`,
  ],
  [
    'a static method as builder',
    'class P { static status(id) { return `/customer/kyc/status/${id}`; } } fetch(P.status(x))',
    `${STATUS} 1`,
  ],
  [
    'a builder with a default',
    'const path = (id, root = "/customer/kyc") => `${root}/status/${id}`; fetch(path(x))',
    `${STATUS} 1`,
  ],
  [
    'a builder with an object parameter',
    'const path = ({ root, id }) => `${root}/status/${id}`; fetch(path({ root: "/customer/kyc", id: x }))',
    `${STATUS} 1`,
  ],
  [
    'a builder with the rest of its arguments',
    'const path = (...parts) => "/" + parts.join("/"); fetch(path("customer", "kyc", "status", x))',
    `${STATUS} 1`,
  ],
  [
    'a builder with overloads',
    'function path(id: string): string; function path(id: number): string; function path(id) { return `/customer/kyc/status/${id}`; } fetch(path(x))',
    `${STATUS} 1`,
  ],
  [
    'a builder with two answers',
    'const path = (id) => { if (!id) return "/a"; return `/customer/kyc/status/${id}`; }; fetch(path(x))',
    `${STATUS} 1`,
  ],
  [
    'an awaited builder',
    'const path = async () => `/customer/kyc/status/${id}`; async function f() { fetch(await path()); }',
    `${STATUS} 1`,
  ],
  ['new URL', 'fetch(new URL("/customer/kyc/status/1", base))', `${STATUS} 1`],
  ['new URL of one argument', 'fetch(new URL(`${base}/customer/kyc/status/1`).href)', `${STATUS} 1`],
  [
    'new URL in a variable',
    'const url = new URL("/customer/kyc/status/1", base); fetch(url.toString())',
    `${STATUS} 1`,
  ],
  [
    'new URL of an import',
    'import { URL } from "node:url"; fetch(new URL("/customer/kyc/status/1", base))',
    `${STATUS} 1`,
  ],
  ['new URL with ./', 'fetch(new URL("./customer/kyc/status/1", "http://localhost/"))', `${STATUS} 1`],
  [
    'new URL: an absolute path drops the path of the base',
    'fetch(new URL("/customer/kyc/status/1", "http://localhost/v1/x"))',
    `${STATUS} 1`,
  ],
  [
    'new URL: a relative path drops the last segment of the base',
    'fetch(new URL("customer/kyc/status/1", "http://localhost/v1"))',
    `${STATUS} 1`,
  ],
  [
    'new URL: a relative path stays below the base',
    'fetch(new URL("customer/kyc/status/1", "http://localhost/v1/"))',
    'kyc-status GET fetch possible 1',
  ],
  [
    'a class of one’s own called URL',
    'class URL { constructor(x, y) {} } fetch(new URL("/customer/kyc/status/1", base))',
  ],
  [
    '??',
    'const base = process.env.API ?? "http://localhost"; fetch(`${base}/customer/kyc/status/1`)',
    `${STATUS} 1`,
  ],
  [
    'a base that depends',
    'const base = live ? "http://localhost:1" : "http://localhost:2"; fetch(`${base}/customer/kyc/status/1`)',
    `${STATUS} 1`,
  ],

  ['a member that is added to', `const P: any = { g: "/document" }; P.g += "/generate"; fetch(P.g, ${POST})`],
  ['an array that grows', `const s = ["/document"]; s.push("generate"); fetch(s.join("/"), ${POST})`],
  [
    'a URL whose path is set',
    `const url = new URL(base); url.pathname = "/document/generate"; fetch(url, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a known URL whose path is set',
    `const url = new URL("http://localhost/x"); url.pathname = "/document/generate"; fetch(url.href, ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a URL whose path is set twice',
    `const url = new URL(base); url.pathname = "/document/generate"; url.pathname += "/x"; fetch(url, ${POST})`,
  ],
  [
    'a URL whose query is set',
    'const url = new URL("/customer/kyc/status/1", base); url.searchParams.set("a", "b"); fetch(url)',
    `${STATUS} 1`,
  ],
  [
    'parts of a URL',
    'const url = new URL("/customer/kyc/status/1?x", "http://localhost/a"); fetch(url.origin + url.pathname + url.search)',
    `${STATUS} 1`,
  ],
  [
    'a builder with a type for this',
    'function path(this: void, id: string) { return `/customer/kyc/status/${id}`; } fetch(path("1/x"))',
    'kyc-other GET fetch possible 1',
  ],

  ['a let that is set twice', `let path; path = "/document/generate"; path = other; fetch(path, ${POST})`],
  ['a var that is declared twice', `var path = "/document/generate"; var path = other; fetch(path, ${POST})`],
  [
    'a builder whose second answer differs',
    `const path = (a) => { if (a) return "/document/generate"; return "/x"; }; fetch(path(1), ${POST})`,
    `${GENERATE} 1`,
  ],
  [
    'a builder that is replaced',
    `function path() { return "/document/generate"; } path = other; fetch(path(), ${POST})`,
  ],
  ['a generator', `function* path() { return "/document/generate"; } fetch(path(), ${POST})`],
  ['a static getter', `class P { static get g() { return "/document/generate"; } } fetch(P.g, ${POST})`],
  [
    'placeholders filled in a loop',
    [
      'let url = "/customer/kyc/status/:id";',
      'for (const key in ids) url = url.replace(`:${key}`, ids[key]);',
      'fetch(url);',
    ],
    `${STATUS} 3`,
  ],
  [
    'placeholders filled in a callback',
    [
      'let url = "/customer/kyc/status/{id}";',
      'Object.keys(ids).forEach((key) => { url = url.replace(new RegExp("\\\\{" + key + "\\\\}", "g"), ids[key]); });',
      'fetch(url);',
    ],
    `${STATUS} 3`,
  ],
  [
    'one placeholder after the other',
    [
      'let url = "/customer/kyc/status/:id";',
      'url = url.replace(":id", id).replace(/\\/+/g, "/");',
      'fetch(url);',
    ],
    `${STATUS} 3`,
  ],
  [
    'a query behind what is written before, in a branch',
    ['let url = "/customer/kyc/status/" + id;', 'if (fresh) url = `${url}?fresh=1`;', 'fetch(url);'],
    `${STATUS} 3`,
  ],
  [
    'a query behind either',
    [
      'let url = "/customer/kyc/status/" + id;',
      'if (q) url += url.includes("?") ? `&${q}` : `?${q}`;',
      'fetch(url);',
    ],
    `${STATUS} 3`,
  ],
  [
    'what a function reads that is run later',
    [
      'let url = "/customer/kyc/status/" + id;',
      'if (q) url += "?" + q;',
      'new Promise(() => { fetch(url); });',
    ],
    `${STATUS} 3`,
  ],
  [
    'what is there before it is written again',
    [`let url = "/document/generate"; fetch(url, ${POST}); url = "/other"; fetch(url, ${POST});`],
    `${GENERATE} 1`,
  ],
  [
    'with a base, unless it is there',
    [
      'const send = (path) => { const url = path.startsWith("http") ? path : process.env.KYC_URL + path;',
      '  return fetch(url); };',
      'send(`/customer/kyc/status/${id}`);',
    ],
    `${STATUS} 3`,
  ],
  [
    'of another host with such a base',
    [
      `const send = (path) => { let url = path.startsWith("http") ? path : base + path; if (q) url += "?q"; return fetch(url, ${POST}); };`,
      'send("https://api.stripe.com/document/generate");',
    ],
    'document-generate POST fetch possible 2',
  ],
];
