// Packs the package, installs it in empty projects outside of the repository, and runs it there:
// once beside ESLint and TypeScript 6, once beside TypeScript 7, once beside jscodeshift. Then it is set up by `init` in
// repositories of many kinds (scripts/packed), and as README's first screen says. It is built first; not with --built.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { testFirstScreen } from './packed/first-screen.mjs';
import { KINDS } from './packed/kinds.mjs';
import { testRecipes } from './packed/recipes.mjs';
import { testKind } from './packed/repository.mjs';
import { each, run, succeed } from './packed/run.mjs';
import { installTools } from './packed/tools.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'akepa-migrate-packed-'));
const MOST_AT_ONCE = 3;
let passed = 0;

const RUNTIME = `
import { LEGACY_ENDPOINTS, defineConfig } from 'akepa-migrate';
import { compare } from 'akepa-migrate/compare';
import { createApp } from 'akepa-migrate/reference';
import { migrateSourceFile } from 'akepa-migrate/ts-morph';
import { Project } from 'ts-morph';
const file = new Project({ useInMemoryFileSystem: true }).createSourceFile('a.ts', "fetch('/document/generate', { method: 'POST' });\\n");
const { leftovers } = migrateSourceFile(file, { config: defineConfig({}) });
const { status } = await createApp().fetch(new Request('http://127.0.0.1/document/generate', { method: 'POST' }));
if (status !== 401) throw new Error('the reference answers ' + status);
const program = async ({ fetch, baseUrl, token }) =>
  (await fetch(baseUrl + '/document/generate', { method: 'POST', headers: { 'x-connectfi-token': token } })).status;
const { scenarios } = await compare({ before: program, after: program, scenarios: ['expired-token'] });
if (scenarios[0].verdict !== 'same') throw new Error('compare says ' + scenarios[0].verdict);
if (LEGACY_ENDPOINTS.length !== 11 || leftovers[0]?.outcome !== 'todo') throw new Error('not as expected');
`;

try {
  const tarball = pack();
  typesNeedNoUtils();
  const context = {
    work,
    tarball,
    readme: join(repository, 'README.md'),
    recipes: join(repository, 'docs/ci.md'),
    envOf: await installTools(work),
    expect,
  };
  const tests = [
    ...['6', '7'].map((version) => () => {
      const packages = [tarball, 'eslint@10', `typescript@${version}`, '@types/node@20'];
      return inProject(`typescript${version}`, packages, beside);
    }),
    // With and without what makes Babel turn `import()` into `require`.
    () => inProject('jscodeshift', [tarball, 'jscodeshift@17'], codemod),
    () => inProject('jscodeshift-preset-env', [tarball, 'jscodeshift@17', '@babel/preset-env@7'], codemod),
    () => testFirstScreen(context),
    () => testRecipes(context),
    ...KINDS.map((kind) => () => testKind(kind, context)),
  ];
  // Installs wait for the disk and the network more than for a core.
  await each(tests, MOST_AT_ONCE, (test) => test());
  console.log(`packed: ${passed} passed, 0 failed`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function pack() {
  const isBuilt = process.argv.includes('--built');
  const options = isBuilt ? ['--ignore-scripts'] : [];
  const out = execFileSync('npm', ['pack', '--json', '--pack-destination', work, ...options], {
    cwd: repository,
    encoding: 'utf8',
  });
  // `prepare` may print before the JSON.
  const [{ filename, files }] = JSON.parse(out.slice(out.indexOf('[\n')));
  const names = files.map(({ path }) => path);
  expect(
    'the tarball holds no tests, sources or examples',
    !names.some((name) => /^(test|src|rules|examples|build)\//.test(name)),
  );
  return join(work, filename);
}

/** `@typescript-eslint/utils` refuses TypeScript 7, so nothing that ships may name it. */
function typesNeedNoUtils() {
  const dist = join(repository, 'dist');
  const named = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|d\.ts)$/.test(name))
    .filter((name) =>
      /(from|import\() ?['"](@typescript-eslint\/utils|typescript)['"]/.test(
        readFileSync(join(dist, name), 'utf8'),
      ),
    );
  expect(
    `no shipped file imports @typescript-eslint/utils or typescript (${named.join(', ')})`,
    named.length === 0,
  );
}

async function inProject(name, packages, test) {
  const folder = join(work, name);
  mkdirSync(join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }));
  await succeed('npm', ['install', '--no-audit', '--no-fund', ...packages], { cwd: folder });
  expect(`${name}: installs without a peer conflict`, true);
  writeFileSync(
    join(folder, 'src/client.js'),
    `import axios from 'axios';

const BASE = process.env.CONNECTFI_BASE_URL;

export async function heartbeat(customerId) {
  await axios.get(\`\${BASE}/customer/kyc/status/\${customerId}\`);
}
`,
  );
  writeFileSync(
    join(folder, 'akepa.config.json'),
    JSON.stringify({ values: { applicationId: { expression: 'process.env.APPLICATION' } } }),
  );
  await test(folder);
}

async function beside(folder) {
  await lint(folder);
  await checkAndMigrate(folder);
  await types(folder);
}

async function lint(folder) {
  writeFileSync(
    join(folder, 'eslint.config.js'),
    `import akepa from 'akepa-migrate/eslint';
export default [akepa.configs.strict, { settings: { akepa: { values: { applicationId: 'iapp_1' } } } }];
`,
  );
  const { stdout } = await run('npx', ['eslint', '--format', 'json', 'src'], { cwd: folder });
  const messages = JSON.parse(stdout).flatMap(({ messages }) => messages);
  expect(
    'ESLint reports the call',
    messages.length === 1 && messages[0].ruleId === 'akepa/no-legacy-endpoint',
  );
  expect('ESLint suggests the move', messages[0].suggestions?.length === 1);
}

async function checkAndMigrate(folder) {
  const checked = await cli(folder, ['check', '--format', 'json']);
  expect(
    'check finds the call',
    checked.status === 1 && JSON.parse(checked.stdout).findings[0].disposition === 'rewrite',
  );
  const migrated = await cli(folder, ['migrate', '--write']);
  expect('migrate rewrites it', migrated.status === 0);
  const text = readFileSync(join(folder, 'src/client.js'), 'utf8');
  expect(
    'the file calls akepa',
    text.includes('`${BASE}/akepa/status`') && text.includes('applicationId: process.env.APPLICATION'),
  );
  const again = await cli(folder, ['check']);
  expect('check is clean afterwards', again.status === 0);
}

/** The transform as jscodeshift loads it: through its Babel, without it, and in its own process. */
async function codemod(folder) {
  const before = readFileSync(join(folder, 'src/client.js'), 'utf8');
  const transform = 'node_modules/akepa-migrate/dist/transforms/jscodeshift.js';
  for (const options of [[], ['--no-babel'], ['--run-in-band']]) {
    writeFileSync(join(folder, 'src/client.js'), before);
    const args = ['jscodeshift', ...options, '-t', transform, 'src'];
    const { stdout, stderr } = await run('npx', args, { cwd: folder });
    const what = `jscodeshift ${options.join(' ')}`;
    expect(`${what} rewrites the call\n${stdout}${stderr}`, stdout.includes('\n1 ok\n') && stderr === '');
    const written = readFileSync(join(folder, 'src/client.js'), 'utf8');
    writeFileSync(join(folder, 'src/client.js'), before);
    await cli(folder, ['migrate', '--write']);
    expect(
      `${what} writes what migrate writes`,
      written === readFileSync(join(folder, 'src/client.js'), 'utf8'),
    );
  }
  const script = "console.log(typeof require('akepa-migrate/jscodeshift').default)";
  const required = await run(process.execPath, ['-e', script], { cwd: folder });
  expect(`CommonJS gets the transform\n${required.stderr}`, required.stdout === 'function\n');
}

async function types(folder) {
  cpSync(join(repository, 'test/fixtures/consumer.ts'), join(folder, 'consumer.ts'));
  const options = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--types',
    'node',
  ];
  const { status, stdout } = await run('npx', ['tsc', ...options, 'consumer.ts'], { cwd: folder });
  expect(`the package's types are usable\n${stdout}`, status === 0);
  const args = ['--input-type=module', '-e', RUNTIME];
  const { status: ran, stderr } = await run(process.execPath, args, { cwd: folder });
  expect(`the entries load and work\n${stderr}`, ran === 0);
}

function cli(folder, args) {
  return run('npx', ['akepa-migrate', ...args], { cwd: folder });
}

function expect(what, holds) {
  if (!holds) throw new Error(`packed: ${what}: failed`);
  passed++;
}
