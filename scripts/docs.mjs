// Writes what is generated from the tables: docs/codes, schema/, and the tables in README.md and docs/*.md.
// With --check it writes nothing and fails where a file differs. Needs a build.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';

import { CODES, codePage } from '../build/src/codes/page.js';
import { DIFFERENCES, SHAPES } from '../build/src/compare/differences.js';
import { CONFIG_SCHEMA } from '../build/src/config/schema.js';
import { successorText } from '../build/src/endpoints/lookup.js';
import { AKEPA_ENDPOINTS, LEGACY_ENDPOINTS } from '../build/src/endpoints/table.js';
import { BEHAVIOURS, UNKNOWNS } from '../build/src/reference/behaviours/index.js';
import { SCENARIOS } from '../build/src/reference/scenarios.js';
import { CHECK_SCHEMA, COMPARE_SCHEMA, MIGRATE_SCHEMA } from '../build/src/reporters/schema.js';
import { lookAlikeRows, shapeRows } from './shapes.mjs';

const root = new URL('..', import.meta.url);
const isCheck = process.argv.includes('--check');
/** Places of the reference that are no row of the endpoint table. */
const PLACE_TITLES = {
  all: 'Every call',
  auth: '`POST /auth/get-token`',
  'customer-init': '`POST /customer/init`',
  webhook: 'Webhooks',
};

const files = new Map();
for (const { code } of CODES) files.set(`docs/codes/${code}.md`, codePage(code));
files.set('docs/codes/README.md', codeList());
for (const [name, schema] of Object.entries({
  config: CONFIG_SCHEMA,
  check: CHECK_SCHEMA,
  migrate: MIGRATE_SCHEMA,
  compare: COMPARE_SCHEMA,
}))
  files.set(`schema/${name}.json`, JSON.stringify(schema));
fill('README.md', { endpoints: endpointTable() });
fill('docs/ci.md', { inputs: inputTable() });
fill('docs/reference.md', { behaviours: behaviourTables(), unknowns: unknownTable() });
fill('docs/compare.md', { scenarios: scenarioTable(), differences: differenceTable() });
fill('docs/shapes.md', { shapes: shapeTable(), 'look-alikes': lookAlikeTable() });

const different = [];
for (const [file, content] of files) {
  const filepath = fileURLToPath(new URL(file, root));
  const text = await format(content, { ...(await resolveConfig(filepath)), filepath });
  if (text === read(filepath)) continue;
  different.push(file);
  if (!isCheck) write(filepath, text);
}
const known = new Set([...files.keys()].map((file) => file.split('/').at(-1)));
for (const name of readdirSync(new URL('docs/codes', root))) {
  if (!known.has(name)) throw new Error(`docs/codes/${name} is the page of no code`);
}
if (isCheck && different.length > 0) {
  console.error(`Not as generated (run npm run docs): ${different.join(', ')}`);
  process.exitCode = 1;
}

function codeList() {
  const rows = CODES.map(({ code, title }) => `| [${code}](${code}.md) | ${title} |`);
  return `# Codes\n\nAK2xx are findings of \`check\`, AK3xx the annotations of \`migrate\`, AK4xx what \`check\` says of suppressions, the baseline and dates. \`npx akepa-migrate explain AK301\` prints a page.\n\n| code | meaning |\n| --- | --- |\n${rows.join('\n')}\n`;
}

/** Puts each table between its markers. */
function fill(file, tables) {
  let text = readFileSync(new URL(file, root), 'utf8');
  for (const [name, table] of Object.entries(tables)) {
    const marked = new RegExp(`(<!-- ${name} -->)[\\s\\S]*(<!-- /${name} -->)`);
    if (!marked.test(text)) throw new Error(`${file} has no place for ${name}`);
    text = text.replace(marked, (_, start, end) => `${start}\n\n${table}\n\n${end}`);
  }
  files.set(file, text);
}

function tableOf(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}

function endpointTable() {
  const rows = LEGACY_ENDPOINTS.map((endpoint) => {
    const name = `${endpoint.method ?? 'any'} ${endpoint.path}`;
    const successor = successorText(endpoint);
    return [
      `\`${name}\``,
      successor === '' ? 'none: reported only' : `\`${successor}\``,
      `[${endpoint.code}](docs/codes/${endpoint.code}.md)`,
    ];
  });
  return tableOf(['deprecated', 'successor', 'code'], rows);
}

/** A table for each place, in the order in which places occur. */
function behaviourTables() {
  const places = [...new Set(BEHAVIOURS.map(({ place }) => place))];
  return places
    .map((place) => {
      const rows = BEHAVIOURS.filter((row) => row.place === place).map(({ says, mark, source }) => [
        cell(says),
        mark,
        cell(source),
      ]);
      return `### ${PLACE_TITLES[place] ?? `\`${pathOf(place)}\``}\n\n${tableOf(['behaviour', 'mark', 'source'], rows)}`;
    })
    .join('\n\n');
}

function unknownTable() {
  return tableOf(
    ['where', 'what no page says'],
    UNKNOWNS.map(({ place, asks }) => [`\`${pathOf(place)}\``, cell(asks)]),
  );
}

function scenarioTable() {
  return tableOf(
    ['name', 'situation', 'what the program does'],
    SCENARIOS.map(({ name, title, task }) => [`\`${name}\``, cell(title), cell(task)]),
  );
}

function differenceTable() {
  return tableOf(
    ['id', 'difference', 'mark'],
    [...DIFFERENCES, ...Object.values(SHAPES)].map(({ id, title, mark, page }) => [
      `\`${id}\``,
      cell(title),
      `[${mark}](${page})`,
    ]),
  );
}

/** The inputs of action.yml. */
function inputTable() {
  const { inputs } = parse(readFileSync(new URL('action.yml', root), 'utf8'));
  return tableOf(
    ['input', 'default', 'what it is'],
    Object.entries(inputs).map(([name, { description, default: value }]) => [
      `\`${name}\``,
      value === '' ? '' : `\`${value}\``,
      cell(description),
    ]),
  );
}

function shapeTable() {
  return tableOf(
    ['shape', 'what it is', 'in real code', 'seen'],
    shapeRows().map((row) => row.map(cell)),
  );
}

function lookAlikeTable() {
  return tableOf(
    ['look-alike', 'what it is', 'group'],
    lookAlikeRows().map((row) => row.map(cell)),
  );
}

function pathOf(id) {
  const { method, path } = [...LEGACY_ENDPOINTS, ...AKEPA_ENDPOINTS].find((row) => row.id === id);
  return `${method} ${path}`;
}

function cell(text) {
  return text.replaceAll('|', '\\|').replaceAll('<', '\\<');
}

function read(filepath) {
  try {
    return readFileSync(filepath, 'utf8');
  } catch {
    return undefined;
  }
}

function write(filepath, text) {
  mkdirSync(new URL('.', `file://${filepath}`), { recursive: true });
  writeFileSync(filepath, text);
}
