// The tables of docs/shapes.md, made from the projects in test/fixtures/shapes and test/fixtures/look-alikes.
import { readdirSync, readFileSync } from 'node:fs';

const FIXTURES = new URL('../test/fixtures/', import.meta.url);

/** How calls are written: of 10,507 sites, and the mean of the shares in 38 repositories, in percent. */
const CENSUS = {
  'client object held in a field/variable': [1307, 19.1],
  'project wrapper imported (function/object/class)': [2590, 17.6],
  'own or inherited method (this.request, this.post)': [1702, 15.7],
  'fetch / node-fetch / undici direct': [1223, 10.3],
  'axios direct (incl. re-exported, $axios)': [492, 9.6],
  'route table {path, method} (called elsewhere)': [319, 5.3],
  'Angular HttpClient / Nest HttpService': [756, 5.3],
  'client from a hook (useApi())': [626, 3.5],
  'client received as a parameter': [204, 2.9],
  'axios/ky/got instance imported from another file': [311, 2.5],
  'wrapper function/object in the same file': [205, 2.4],
  'RTK Query endpoint builder': [244, 1.7],
  'SWR key (useSWR(path, fetcher))': [240, 1.2],
  '@wordpress/api-fetch': [26, 0.8],
  'ky / got / ofetch / request direct': [106, 0.4],
  'third-party client package': [16, 0.3],
  'jQuery $.ajax/$.post': [5, 0.2],
  'options object in a variable': [10, 0.1],
  'superagent direct': [1, 0],
  'function returning {url, method}': [1, 0],
  'composed setMethod()': [471, 2.6],
  'method reference passed to a wrapper: wrap(client.post)(path)': [176, 2.4],
  'local variable built just before': [1123, 18.1],
  "path constant + .replace(':id', id)": [104, 2.5],
  'helper taking the path (urlJoin, generateUrl, getUrl, encodeUri ...)': [1335, 9.9],
  'path-building function': [160, 2.6],
  'tagged template (endpoint`...`)': [586, 2],
  "[...].join('/')": [19, 1.4],
  'constant imported from another file': [70, 0.6],
  'enum member': [51, 0.4],
  'class field / static holds the URL': [15, 0.3],
  'template: ${getBase()}/path': [21, 0.3],
  'conditional / default': [28, 0.3],
  'endpoint map, imported': [9, 0.1],
  'endpoint map, same file': [18, 0.1],
  'template: ${BASE}/path (local, param, member)': [646, 9.5],
};

/** The rows of the table of calling shapes, the most common way of calling first. */
export function shapeRows() {
  const order = Object.keys(CENSUS);
  return projectsIn('shapes')
    .sort((left, right) => order.indexOf(left.idiom) - order.indexOf(right.idiom))
    .map(({ name, title, idiom, seen, reason }) => {
      const counted = CENSUS[idiom];
      if (!counted) throw new Error(`${name}: the census has no ${idiom}`);
      const [sites, share] = counted;
      return [code(name), title, `${idiom}: ${sites} (${share} %)`, seen ? 'yes' : `no: ${reason}`];
    });
}

/** The rows of the table of what looks like a call and is none, by group. */
export function lookAlikeRows() {
  return projectsIn('look-alikes')
    .sort((left, right) => (left.group < right.group ? -1 : Number(left.group > right.group)))
    .map(({ name, title, group }) => [code(name), title, group]);
}

function projectsIn(kind) {
  return readdirSync(new URL(kind, FIXTURES))
    .sort()
    .map((name) => ({
      ...JSON.parse(readFileSync(new URL(`${kind}/${name}/expected.json`, FIXTURES), 'utf8')),
      name,
    }));
}

function code(name) {
  return `\`${name}\``;
}
