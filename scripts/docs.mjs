// Writes what is generated from the tables: docs/codes, schema/, and the table in README.md.
// With --check it writes nothing and fails where a file differs. Needs a build.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { format, resolveConfig } from 'prettier';

import { CODES, codePage } from '../dist/src/codes/page.js';
import { CONFIG_SCHEMA } from '../dist/src/config/schema.js';
import { successorText } from '../dist/src/endpoints/lookup.js';
import { LEGACY_ENDPOINTS } from '../dist/src/endpoints/table.js';
import { CHECK_SCHEMA, MIGRATE_SCHEMA } from '../dist/src/reporters/schema.js';

const root = new URL('..', import.meta.url);
const isCheck = process.argv.includes('--check');

const files = new Map();
for (const { code } of CODES) files.set(`docs/codes/${code}.md`, codePage(code));
files.set('docs/codes/README.md', codeList());
for (const [name, schema] of Object.entries({
  config: CONFIG_SCHEMA,
  check: CHECK_SCHEMA,
  migrate: MIGRATE_SCHEMA,
}))
  files.set(`schema/${name}.json`, JSON.stringify(schema));
files.set('README.md', withTable(readFileSync(new URL('README.md', root), 'utf8')));

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
  return `# Codes\n\nAK2xx are findings of \`check\`, AK3xx the annotations of \`migrate\`. \`npx akepa-migrate explain AK301\` prints a page.\n\n| code | meaning |\n| --- | --- |\n${rows.join('\n')}\n`;
}

function withTable(readme) {
  const rows = LEGACY_ENDPOINTS.map((endpoint) => {
    const name = `${endpoint.method ?? 'any'} ${endpoint.path}`;
    const successor = successorText(endpoint);
    return `| \`${name}\` | ${successor === '' ? 'none: reported only' : `\`${successor}\``} | [${endpoint.code}](docs/codes/${endpoint.code}.md) |`;
  });
  const table = `| deprecated | successor | code |\n| --- | --- | --- |\n${rows.join('\n')}`;
  return readme.replace(
    /(<!-- endpoints -->)[\s\S]*(<!-- \/endpoints -->)/,
    (_, start, end) => `${start}\n\n${table}\n\n${end}`,
  );
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
